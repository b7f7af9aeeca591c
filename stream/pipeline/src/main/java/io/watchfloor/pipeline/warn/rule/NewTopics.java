package io.watchfloor.pipeline.warn.rule;

import com.fasterxml.jackson.core.type.TypeReference;
import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.AlertPoint;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reports that no category covers, gathered by resemblance; when one gathering grows, it is a new topic. Leader
 * clustering over grams weighted by rarity; at most {@value #MOST_CLUSTERS} clusters, each forgotten a day after its last
 * report.
 */
final class NewTopics {
    /** Below this the type is a guess. */
    static final double UNSURE = 0.4;

    private static final int MOST_CLUSTERS = 60;
    private static final int FREQUENCY_BITS = 13;
    private static final int FEWEST_GRAMS = 3;
    /** Share of a report's grams, by rarity, that must be usual in the cluster. */
    private static final double RESEMBLES = 0.22;

    private static final long WINDOW_MILLIS = 6 * 3_600_000L;
    private static final int WINDOW_HOURS = 6;
    private static final long HOUR_MILLIS = 3_600_000L;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
    private static final long QUIET_MILLIS = 3 * HOUR_MILLIS;
    /** Reports alike in six hours by chance: half a report, and a fiftieth of all that no category covers. */
    private static final double BY_CHANCE = 0.5;

    private static final double SHARE_BY_CHANCE = 0.02;
    /** Not fitted: a scale on which a tail of 1e-3 is about even and one of 1e-6 is nearly sure. */
    private static final double SCALE_BASE = -2.2;

    private static final double SCALE_PER_DECADE = 0.8;
    private static final Thresholds LEVELS = new Thresholds(5, 0.5, 1e-3, 0.65, 1e-4, 0.8, 1e-6, 0.92, 1e-9);
    private static final double GROWTH = 1.3;
    private static final String KEY = "newtopics";

    private final Map<String, Cluster> clusters = new HashMap<>();
    private final Map<String, Alert> alerts = new HashMap<>();
    private final GramFrequency frequency;
    private boolean touched;

    private NewTopics(GramFrequency frequency) {
        this.frequency = frequency;
    }

    /** As it was saved. */
    static NewTopics load(Memory memory) {
        GramFrequency frequency = memory.load(KEY + "-frequency", in -> GramFrequency.read(in, FREQUENCY_BITS));
        NewTopics topics = new NewTopics(frequency == null ? new GramFrequency(FREQUENCY_BITS) : frequency);
        List<Cluster> saved = memory.load(KEY, in -> {
            byte[] json = new byte[in.readInt()];
            in.readFully(json);
            return Json.mapper().readValue(json, new TypeReference<List<Cluster>>() {});
        });
        if (saved != null) {
            saved.forEach(cluster -> topics.clusters.put(cluster.id(), cluster));
        }
        return topics;
    }

    void save(Memory memory) {
        if (!touched) {
            return;
        }
        memory.save(KEY + "-frequency", frequency::write);
        memory.save(KEY, out -> {
            byte[] json = Json.mapper().writeValueAsBytes(sorted());
            out.writeInt(json.length);
            out.write(json);
        });
        touched = false;
    }

    /** Goes on with an alert that was told before a restart. */
    void goOn(Alert alert) {
        alerts.put(alert.id(), alert);
    }

    boolean owns(Alert alert) {
        return alert.alertKind() == AlertKind.NEW_TOPIC;
    }

    /** Takes a report that no category covers; others are passed over. */
    Optional<Alert> see(Sighting sighting, String world, long clockMillis) {
        boolean covered = !sighting.topic().equals(IncidentTypes.OTHER) && sighting.topicConfidence() >= UNSURE;
        Set<String> grams = covered || sighting.device() ? Set.of() : Grams.of(sighting.text());
        if (grams.size() < FEWEST_GRAMS) {
            return Optional.empty();
        }
        touched = true;
        frequency.add(grams);
        forget(clockMillis);
        Cluster joined = find(grams)
                .map(cluster -> cluster.with(sighting, grams, clockMillis))
                .orElseGet(() -> Cluster.of(
                        "W-" + Ids.report("alert", "new", sighting.reportId()).substring(2),
                        sighting,
                        grams,
                        clockMillis));
        clusters.put(joined.id(), joined);
        return judge(joined, world, clockMillis);
    }

    /** Clears an alert that nobody adds to any more. */
    Optional<Alert> review(Alert open, long nowMillis) {
        Cluster cluster = clusters.get(open.id());
        if (cluster != null && nowMillis - cluster.lastMillis() < QUIET_MILLIS) {
            return Optional.empty();
        }
        Alert cleared = Alerts.cleared(open, Instant.ofEpochMilli(nowMillis));
        alerts.put(open.id(), cleared);
        return Optional.of(cleared);
    }

    private Optional<Alert> judge(Cluster cluster, String world, long clockMillis) {
        int count = cluster.since(clockMillis - WINDOW_MILLIS);
        if (count < LEVELS.fewestReports()) {
            return Optional.empty();
        }
        int all = clusters.values().stream()
                .mapToInt(c -> c.since(clockMillis - WINDOW_MILLIS))
                .sum();
        double mean = BY_CHANCE + SHARE_BY_CHANCE * (all - count);
        double tail = NegativeBinomial.tail(count, mean, mean + mean * mean);
        double probability = 1 / (1 + StrictMath.exp(-SCALE_BASE + SCALE_PER_DECADE * StrictMath.log10(tail)));
        Grade level = LEVELS.level(probability, tail, count);
        Alert told = alerts.get(cluster.id());
        boolean fresh = told == null || told.clearedAt() != null;
        if (level == null || (!fresh && level.compareTo(told.level()) >= 0 && count < told.count() * GROWTH)) {
            return Optional.empty();
        }
        Grade graver = fresh ? level : level.graver(told.level());
        Alert next = alert(cluster, world, told, graver, probability, count, mean, clockMillis);
        alerts.put(next.id(), next);
        return Optional.of(next);
    }

    private Alert alert(
            Cluster cluster,
            String world,
            Alert told,
            Grade level,
            double probability,
            int count,
            double mean,
            long clockMillis) {
        List<String> words = frequency.tellingWords(cluster.grams(), cluster.size());
        Instant now = Instant.ofEpochMilli(clockMillis);
        List<String> newestFirst = new ArrayList<>(cluster.reportIds());
        java.util.Collections.reverse(newestFirst);
        return new Alert(
                world,
                cluster.id(),
                told == null ? 1 : told.version() + 1,
                level,
                IncidentTypes.OTHER,
                null,
                null,
                null,
                Math.rint(probability * 1000) / 1000,
                "过去 " + WINDOW_HOURS + " 小时有 " + count + " 件来件说的是同一件分类之外的事：" + String.join("、", words) + "；平时约 "
                        + Math.rint(mean * 10) / 10 + " 件。",
                count + " reports in the last " + WINDOW_HOURS + " hours speak alike of what no category covers: "
                        + String.join(", ", words) + "; about " + Math.rint(mean * 10) / 10 + " are usual.",
                newestFirst,
                told == null ? now : told.raisedAt(),
                now,
                null,
                AlertKind.NEW_TOPIC,
                List.of(),
                words,
                WINDOW_HOURS,
                count,
                Math.rint(mean * 100) / 100,
                curve(cluster, mean, clockMillis));
    }

    private static List<AlertPoint> curve(Cluster cluster, double mean, long clockMillis) {
        List<AlertPoint> points = new ArrayList<>();
        double perHour = mean / WINDOW_HOURS;
        double upper = NegativeBinomial.upper(0.01, perHour, perHour + perHour * perHour);
        long hour = Math.floorDiv(clockMillis, HOUR_MILLIS);
        for (long at = hour - 11; at <= hour; at++) {
            int count = cluster.since(at * HOUR_MILLIS) - cluster.since((at + 1) * HOUR_MILLIS);
            points.add(new AlertPoint(
                    Instant.ofEpochMilli(at * HOUR_MILLIS), count, Math.rint(perHour * 100) / 100, upper));
        }
        return points;
    }

    private Optional<Cluster> find(Set<String> grams) {
        Cluster best = null;
        double most = RESEMBLES;
        GramFrequency.Weighed weighed = frequency.weigh(grams);
        for (Cluster cluster : clusters.values()) {
            double likeness = weighed.likeness(cluster.grams(), cluster.size());
            boolean first = best != null && likeness == most && cluster.id().compareTo(best.id()) < 0;
            if (likeness > most || first) {
                most = likeness;
                best = cluster;
            }
        }
        return Optional.ofNullable(best);
    }

    private void forget(long clockMillis) {
        clusters.values().removeIf(cluster -> clockMillis - cluster.lastMillis() > DAY_MILLIS);
        alerts.keySet().retainAll(clusters.keySet());
        if (clusters.size() >= MOST_CLUSTERS) {
            clusters.values().stream()
                    .min(Comparator.comparingLong(Cluster::lastMillis).thenComparing(Cluster::id))
                    .ifPresent(oldest -> clusters.remove(oldest.id()));
        }
    }

    private List<Cluster> sorted() {
        return clusters.values().stream()
                .sorted(Comparator.comparing(Cluster::id))
                .toList();
    }
}
