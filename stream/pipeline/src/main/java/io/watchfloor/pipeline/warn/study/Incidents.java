package io.watchfloor.pipeline.warn.study;

import io.watchfloor.contract.place.CellShape;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.pipeline.warn.rule.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A made-up city of incidents with precursors: everyday reports with hours, weekdays, busy and quiet places, good and
 * bad days and clumps; incidents, 92 % of which are preceded by extra reports that grow; and flares, which look the same
 * and come to nothing. Everything follows from the seed.
 */
final class Incidents {
    static final int SIDE = 7;
    static final int WARM_UP_DAYS = 28;
    static final int DAYS = 70;
    private static final double PRECURSOR_SHARE = 0.92;

    private static final long HOUR = 3_600_000L;
    private static final long BEGIN = 1_767_542_400_000L; // 2026-01-04T16:00Z, a Monday's midnight in Shanghai
    private static final double LAT = 30.2;
    private static final double LON = 120.1;
    private static final double STEP = 0.005;
    private static final List<String> TOPICS =
            List.of("water-supply", "building-site", "pollution", "facility-damage", "noise");
    private static final double[] DAY = {
        .35, .25, .2, .2, .2, .3, .6, 1, 1.4, 1.6, 1.6, 1.4, 1.2, 1.3, 1.5, 1.5, 1.4, 1.3, 1.3, 1.4, 1.4, 1.2, .9, .5
    };

    /** An incident: where, what and when. */
    record Incident(String topic, int row, int column, long atMillis) {}

    private final Random random;
    private final double strength;
    private final boolean devices;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private int ids;

    private Incidents(long seed, double strength, boolean devices) {
        this.random = new Random(seed);
        this.strength = strength;
        this.devices = devices;
        TOPICS.forEach(this::everyday);
        for (String topic : TOPICS) {
            for (int i = 0; i < DAYS / 4; i++) {
                incident(topic);
            }
            for (int i = 0; i < DAYS / 14; i++) {
                flare(topic);
            }
        }
        sightings.sort(Comparator.comparingLong(Sighting::receivedMillis));
    }

    static Incidents of(long seed, double strength, boolean devices) {
        return new Incidents(seed, strength, devices);
    }

    List<Sighting> sightings() {
        return sightings;
    }

    List<Incident> all() {
        return incidents;
    }

    /** Those after the warm-up. */
    List<Incident> judged() {
        return incidents.stream().filter(i -> i.atMillis() >= judgedFrom()).toList();
    }

    static long judgedFrom() {
        return BEGIN + WARM_UP_DAYS * 24 * HOUR;
    }

    static String cell(int row, int column) {
        return "C-" + row + "-" + column;
    }

    static Gazetteer city() {
        List<CellShape> cells = new ArrayList<>();
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double south = LAT + row * STEP;
                double west = LON + column * STEP;
                cells.add(new CellShape(
                        cell(row, column),
                        "A",
                        "",
                        "",
                        List.of(
                                List.of(south, west),
                                List.of(south, west + STEP),
                                List.of(south + STEP, west + STEP),
                                List.of(south + STEP, west))));
            }
        }
        return new Gazetteer("simulated", "Asia/Shanghai", List.of(), cells);
    }

    /** About 1.6 reports a day of a topic in a cell, some cells ten times as many as others. */
    private void everyday(String topic) {
        double[] byDay = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            byDay[day] = Math.exp(0.35 * random.nextGaussian() - 0.06) * (day % 7 >= 5 ? 0.75 : 1);
        }
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double perHour = 0.055 * Math.exp(0.8 * random.nextGaussian() - 0.32);
                for (int hour = 0; hour < DAYS * 24; hour++) {
                    int events = poisson(perHour * byDay[hour / 24] * DAY[hour % 24] / 1.2);
                    for (int e = 0; e < events; e++) {
                        long at = BEGIN + hour * HOUR + (long) (random.nextDouble() * HOUR);
                        int reports = 1 + (random.nextDouble() < 0.15 ? 1 + random.nextInt(2) : 0);
                        for (int r = 0; r < reports; r++) {
                            report(topic, row, column, at + r * (long) (random.nextDouble() * 600_000), false);
                        }
                    }
                    if (devices && random.nextDouble() < 0.004) {
                        device(topic, row, column, BEGIN + hour * HOUR + (long) (random.nextDouble() * HOUR));
                    }
                }
            }
        }
    }

    private void incident(String topic) {
        long at = BEGIN + (long) ((2 + random.nextDouble() * (DAYS - 2.5)) * 24 * HOUR);
        int row = random.nextInt(SIDE);
        int column = random.nextInt(SIDE);
        incidents.add(new Incident(topic, row, column, at));
        boolean announced = random.nextDouble() < PRECURSOR_SHARE;
        if (announced) {
            extra(topic, row, column, at, poisson(strength * Math.exp(0.4 * random.nextGaussian() - 0.08)));
        }
        if (devices && random.nextDouble() < 0.7) {
            int signals = 1 + poisson(2.5);
            for (int i = 0; i < signals; i++) {
                device(topic, row, column, at - (long) ((1 + random.nextDouble() * 17) * HOUR));
            }
        }
    }

    /** People complain of something that then goes away; weaker, and less angry. */
    private void flare(String topic) {
        long until = BEGIN + (long) ((2 + random.nextDouble() * (DAYS - 2.5)) * 24 * HOUR);
        extra(topic, random.nextInt(SIDE), random.nextInt(SIDE), until, poisson(strength * 0.4), 0.2);
    }

    private void extra(String topic, int row, int column, long untilMillis, int reports) {
        extra(topic, row, column, untilMillis, reports, 0.45);
    }

    /** They grow over 6 to 36 hours, a quarter of them in cells that touch. */
    private void extra(String topic, int row, int column, long untilMillis, int reports, double negativeShare) {
        double hours = 6 + random.nextDouble() * 30;
        for (int i = 0; i < reports; i++) {
            double before = hours * (1 - Math.sqrt(random.nextDouble()));
            boolean beside = random.nextDouble() < 0.25;
            int r = beside ? within(row + random.nextInt(3) - 1) : row;
            int c = beside ? within(column + random.nextInt(3) - 1) : column;
            report(topic, r, c, untilMillis - (long) (before * HOUR), random.nextDouble() < negativeShare);
        }
    }

    private static int within(int index) {
        return Math.max(0, Math.min(SIDE - 1, index));
    }

    private void report(String topic, int row, int column, long atMillis, boolean angry) {
        boolean negative = angry || random.nextDouble() < 0.55;
        double polarity = negative ? -0.3 - 0.7 * random.nextDouble() : 0.3 * random.nextDouble() - 0.15;
        double heat = (angry ? 0.1 : 0) + 0.7 * random.nextDouble();
        add(topic, row, column, atMillis, polarity, heat, false);
    }

    private void device(String topic, int row, int column, long atMillis) {
        add(topic, row, column, atMillis, 0, 0, true);
    }

    private void add(String topic, int row, int column, long atMillis, double polarity, double heat, boolean device) {
        double lat = LAT + (row + random.nextDouble()) * STEP;
        double lon = LON + (column + random.nextDouble()) * STEP;
        sightings.add(new Sighting("R-" + ids++, topic, 1, atMillis, lat, lon, polarity, heat, device, ""));
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
