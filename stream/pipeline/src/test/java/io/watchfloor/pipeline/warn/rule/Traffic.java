package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.pipeline.warn.Town;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Sightings as tests need them. */
public final class Traffic {
    public static final Instant MONDAY = Instant.parse("2026-03-01T16:00:00Z");

    private static final List<String> TOPICS =
            List.of("noise", "garbage", "water-supply", "illegal-parking", "street-light", "power-outage");

    private final List<Sighting> sightings = new ArrayList<>();
    private final Random random;
    private int ids;

    public Traffic(long seed) {
        random = new Random(seed);
    }

    /** Everyday reports, evenly over topics, hours and the town's cells. */
    Traffic usual(int side, double perHour, Instant from, double hours) {
        double at = 0;
        while (true) {
            at -= StrictMath.log(1 - random.nextDouble()) / perHour;
            if (at >= hours) {
                return this;
            }
            String topic = TOPICS.get(random.nextInt(TOPICS.size()));
            one(topic, random.nextInt(side), random.nextInt(side), from.plusMillis((long) (at * 3_600_000)), -0.2);
        }
    }

    /** So many reports of a topic in a cell, evenly over the minutes. */
    Traffic burst(String topic, int row, int column, int count, Instant from, int minutes, double polarity) {
        for (int i = 0; i < count; i++) {
            one(topic, row, column, from.plusSeconds(60L * minutes * i / count), polarity);
        }
        return this;
    }

    private void one(String topic, int row, int column, Instant at, double polarity) {
        sightings.add(new Sighting(
                "R-" + String.format("%016d", ids++),
                topic,
                0.9,
                at.toEpochMilli(),
                Town.lat(row),
                Town.lon(column),
                polarity,
                0.1,
                false,
                ""));
    }

    /** In the order they come. */
    List<Sighting> inOrder() {
        return sightings.stream()
                .sorted(Comparator.comparingLong(Sighting::receivedMillis))
                .toList();
    }
}
