package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import io.watchfloor.faults.report.Recoveries;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ten times as many reports as before, for a while (20); an urgent and a plain one are followed on their way every second. */
final class Burst {
    private static final int TENFOLD = 10;
    private static final double P50 = 0.5;
    private static final double P99 = 0.99;
    private static final double APART_METERS = 4_000;
    private static final List<String> FOLLOWED = List.of("fire", "noise");

    private final Bench bench;
    private final Map<String, Long> sentNanos = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, List<Long>> shownMillis = new TreeMap<>();
    private int sentReports;

    private Burst(Bench bench) {
        this.bench = bench;
    }

    static String run(Bench bench) throws Exception {
        return new Burst(bench).run();
    }

    private String run() throws Exception {
        bench.stopLoad();
        int before = bench.countAcknowledged();
        bench.startLoad(bench.options().batch() * TENFOLD);
        long since = System.nanoTime();
        long end = since + bench.options().burst().toNanos();
        while (System.nanoTime() < end) {
            for (String type : FOLLOWED) {
                send(type);
            }
            long second = System.nanoTime();
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        look();
                        return System.nanoTime() - second > 1_000_000_000L;
                    });
        }
        long seconds = Bench.millisSince(since) / 1_000;
        bench.stopLoad();
        int sent = bench.countAcknowledged() - before;
        long over = System.nanoTime();
        bench.awaitShown(bench.countAcknowledged());
        await("those followed are shown").atMost(Bench.RECOVERY).until(() -> {
            look();
            return sentNanos.isEmpty();
        });
        bench.recovered(over);
        bench.startLoad();
        return sent + " acknowledged in " + seconds + " s (" + sent / Math.max(1, seconds)
                + " a second), the last shown " + Bench.millisSince(over) + " ms later; " + delays();
    }

    /** Where nothing else is, so that it opens an incident of its own, known by its id. */
    private void send(String type) throws IOException, InterruptedException {
        String sourceId = Scene.newSourceId();
        int number = sentReports++;
        Spot somewhere = bench.spots().get(0);
        Spot alone = somewhere.north(APART_METERS * (20 + number));
        String line = Scene.report(sourceId, type, alone, "跟踪一件 " + number);
        long since = System.nanoTime();
        if (bench.postStatus(line) == 202) {
            sentNanos.put(Scene.incidentId(sourceId), since);
            types.put(Scene.incidentId(sourceId), type);
        }
    }

    private void look() {
        Map<String, Integer> shown = bench.counts();
        sentNanos.entrySet().removeIf(each -> {
            if (!shown.containsKey(each.getKey())) {
                return false;
            }
            shownMillis
                    .computeIfAbsent(types.get(each.getKey()), type -> new ArrayList<>())
                    .add(Bench.millisSince(each.getValue()));
            return true;
        });
    }

    private String delays() {
        List<String> words = new ArrayList<>();
        shownMillis.forEach((type, millis) -> {
            Recoveries delays = new Recoveries(millis);
            words.add(type + " on the console p50 " + delays.percentile(P50) + " ms, p99 " + delays.percentile(P99)
                    + " ms of " + millis.size());
        });
        return String.join("; ", words);
    }
}
