package io.watchfloor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.SampleDistrict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed twice in mid-burst, the pipeline must tell the same incidents and the same alerts, step by step, as unharmed. */
class AlertKillIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant MONDAY = Instant.parse("2026-03-01T16:00:00Z");
    private static final Instant BURST = MONDAY.plus(Duration.ofHours(30));
    private static final List<String> TYPES = List.of("noise", "garbage", "water-supply", "illegal-parking");
    private static final int EVERYDAY = 600;
    private static final int BURSTING = 120;

    /** What readers can have seen: owners of each report, the newest of each incident, every version of every alert. */
    private record Outcome(
            Map<String, Set<String>> owners, Map<String, ObservedIncident> incidents, Set<Alert> alerts) {}

    @BeforeAll
    static void putCells() {
        ForkedGraph.shared().wipe();
        try (Graph graph = Graph.open(ForkedGraph.shared().settings())) {
            graph.migrate();
        }
        SampleDistrict.putCells(ForkedGraph.shared().settings());
    }

    @Test
    void shouldTellTheSameIncidentsAndAlertsWhenItIsKilledInMidBurst(
            @TempDir Path calmCheckpoints, @TempDir Path harmedCheckpoints) throws Exception {
        List<Report> reports = reports();

        Outcome calm = run(reports, calmCheckpoints, List.of());
        Outcome harmed = run(reports, harmedCheckpoints, List.of(EVERYDAY + BURSTING / 3, EVERYDAY + BURSTING * 2 / 3));

        assertThat(levels(calm.alerts()).values())
                .as("an alert that grew graver")
                .anySatisfy(levels -> assertThat(levels).hasSizeGreaterThan(1));
        assertThat(levels(harmed.alerts())).isEqualTo(levels(calm.alerts()));
        assertThat(harmed.alerts()).isEqualTo(calm.alerts());
        assertThat(harmed.owners()).isEqualTo(calm.owners());
        assertThat(harmed.incidents()).isEqualTo(calm.incidents());
    }

    /** Feeds all reports; after so many of them, as soon as the newest is in the picture, it is killed. */
    private static Outcome run(List<Report> reports, Path checkpoints, List<Integer> kills) throws Exception {
        RedisProcess redis = RedisProcess.start();
        Ledger ledger = new Ledger(redis);
        int fed = 0;
        try (redis) {
            for (int kill : kills) {
                try (PipelineProcess doomed = start(redis, checkpoints)) {
                    if (fed == 0) {
                        awaitCells(ledger);
                    }
                    ledger.acknowledge(reports.subList(fed, kill), 20);
                    fed = kill;
                    ledger.awaitAllOnPicture();
                    doomed.kill();
                }
            }
            try (PipelineProcess last = start(redis, checkpoints)) {
                if (fed == 0) {
                    awaitCells(ledger);
                }
                ledger.acknowledge(reports.subList(fed, reports.size()), 20);
                ledger.awaitAllOnPicture();
                Instant end = reports.get(reports.size() - 1).receivedAt();
                await().atMost(PATIENCE).until(() -> isCleared(ledger, end));
                assertThat(last.stopWithin(6)).isTrue();
            }
            return outcome(ledger, reports);
        }
    }

    /** The last reports come hours after the burst, so what it raised is cleared when they have been seen. */
    private static boolean isCleared(Ledger ledger, Instant end) {
        Set<Alert> alerts = ledger.alertsOnPicture();
        Set<String> cleared = alerts.stream()
                .filter(alert -> alert.clearedAt() != null && alert.clearedAt().isBefore(end))
                .map(Alert::id)
                .collect(Collectors.toSet());
        return !alerts.isEmpty() && alerts.stream().map(Alert::id).allMatch(cleared::contains);
    }

    private static Outcome outcome(Ledger ledger, List<Report> reports) {
        Set<String> own = reports.stream().map(Report::id).collect(Collectors.toSet());
        Map<String, Set<String>> owners = ledger.onPicture();
        owners.keySet().retainAll(own);
        Map<String, ObservedIncident> incidents = ledger.incidentsOnPicture();
        Set<String> theirs = owners.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        incidents.keySet().retainAll(theirs);
        return new Outcome(owners, incidents, ledger.alertsOnPicture());
    }

    /** The levels of each alert in the order of its versions, with each change once. */
    private static Map<String, List<Grade>> levels(Set<Alert> alerts) {
        return alerts.stream()
                .sorted((a, b) -> Long.compare(a.version(), b.version()))
                .collect(Collectors.groupingBy(Alert::id, Collectors.collectingAndThen(Collectors.toList(), all -> {
                    List<Grade> levels = new ArrayList<>();
                    all.stream()
                            .map(Alert::level)
                            .filter(level -> levels.isEmpty() || levels.get(levels.size() - 1) != level)
                            .forEach(levels::add);
                    return levels;
                })));
    }

    private static PipelineProcess start(RedisProcess redis, Path checkpoints) throws IOException {
        return PipelineProcess.start(
                redis.address().uri(), ForkedGraph.shared().settings().uri(), checkpoints);
    }

    /** Praise that names a place, until it is found on the map: how often differs, and warning counts none of it. */
    private static void awaitCells(Ledger ledger) {
        AtomicInteger asked = new AtomicInteger();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            ledger.acknowledge(List.of(praise(asked.incrementAndGet())), 1);
            return ledger.incidentsOnPicture().values().stream()
                    .anyMatch(incident -> incident.placedBy() == PlacedBy.TEXT);
        });
    }

    /** From a source of its own, so that the other's counts are the same in each run. */
    private static Report praise(int number) {
        Instant before = MONDAY.minus(Duration.ofHours(10));
        String text = "第一站的师傅服务非常好，态度热情，太感谢了，点赞";
        String id = Ids.report("live", "praise", "" + number);
        return new Report(
                "live", id, "praise", "" + number, ReportKind.CALL, null, text, before, before, null, null, null, null);
    }

    /** Everyday reports over thirty hours, then a burst of noise within two hours in one cell, then everyday ones again. */
    private static List<Report> reports() {
        Random random = new Random(11);
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < EVERYDAY; i++) {
            Instant at = MONDAY.plusSeconds(30 * 3_600L * i / EVERYDAY);
            reports.add(one(random, "day-" + i, TYPES.get(random.nextInt(TYPES.size())), at, random.nextDouble()));
        }
        for (int i = 0; i < BURSTING; i++) {
            boolean everyday = i % 6 == 0;
            String type = everyday ? TYPES.get(random.nextInt(TYPES.size())) : "noise";
            Instant at = BURST.plusSeconds(7_200L * i / BURSTING);
            reports.add(one(random, "burst-" + i, type, at, everyday ? random.nextDouble() : 0.2));
        }
        for (int i = 0; i < EVERYDAY / 2; i++) {
            Instant at = BURST.plusSeconds(7_200 + 15 * 3_600L * i / EVERYDAY * 2);
            String type = TYPES.get(1 + random.nextInt(TYPES.size() - 1));
            reports.add(one(random, "after-" + i, type, at, random.nextDouble()));
        }
        return reports;
    }

    /** Somewhere in the two cells, from west (0) to east (1). */
    private static Report one(Random random, String id, String type, Instant at, double east) {
        double lat = 31.2005 + 0.009 * random.nextDouble();
        double lon = 121.4005 + 0.019 * east + 0.0004 * random.nextDouble();
        return Reports.report(id, type, at.minusSeconds(random.nextInt(60)), at, lat, lon, null);
    }
}
