package io.watchfloor.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.testbed.ApiClient;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A feed that behaves as feeds should: it sends batches, remembers what was acknowledged, and sends a batch that was not
 * again with the same ids until it is.
 */
public final class ReportLoad {
    private static final List<String> TYPES =
            List.of("fire", "traffic-accident", "noise", "water-supply", "elevator-trapped");
    private static final int BATCH = 50;
    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(100);
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(2);
    private static final int ACCEPTED = 202;

    private final ApiClient api;
    private final List<Spot> spots;
    private final Random random = new Random(7);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "load");
    private volatile boolean stopping;
    private final AtomicInteger resent = new AtomicInteger();

    private final int batch;

    private ReportLoad(ApiClient api, List<Spot> spots, int batch) {
        this.api = api;
        this.spots = spots;
        this.batch = batch;
    }

    /** 250 reports a second, spread over the spots. */
    public static ReportLoad start(ApiClient api, List<Spot> spots) {
        return start(api, spots, BATCH);
    }

    /** So many reports five times a second. */
    public static ReportLoad start(ApiClient api, List<Spot> spots, int batch) {
        ReportLoad load = new ReportLoad(api, spots, batch);
        load.thread.setDaemon(true);
        load.thread.start();
        return load;
    }

    /** Ids of all reports acknowledged so far. */
    public Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    public int countAcknowledged() {
        return acknowledged.size();
    }

    /** How many times a batch was not acknowledged and sent again. */
    public int countRetries() {
        return resent.get();
    }

    private void run() {
        try {
            while (!stopping) {
                long next = System.nanoTime() + PERIOD.toNanos();
                sendUntilAcknowledged(nextBatch());
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> nextBatch() {
        List<String> lines = new ArrayList<>(batch);
        for (int i = 0; i < batch; i++) {
            Spot spot = spots.get(random.nextInt(spots.size()));
            String type = TYPES.get(random.nextInt(TYPES.size()));
            lines.add(Scene.report(Scene.newSourceId(), type, spot, "负载来件 " + i));
        }
        return lines;
    }

    private void sendUntilAcknowledged(List<String> lines) throws InterruptedException {
        while (true) {
            try {
                ApiClient.Answer answer = api.postReports(lines);
                if (answer.status() == ACCEPTED) {
                    note(answer.body(), lines.size());
                    return;
                }
            } catch (IOException e) {
                // nobody answered: whether it was taken is unknown, and the same ids make a second copy harmless
            }
            resent.incrementAndGet();
            Thread.sleep(RETRY_PAUSE.toMillis());
        }
    }

    private void note(JsonNode answer, int sent) {
        JsonNode accepted = answer.get("accepted");
        if (accepted.size() != sent) {
            throw new AssertionError("of " + sent + " good reports only " + accepted.size() + " were taken: " + answer);
        }
        accepted.forEach(each -> acknowledged.add(each.get("id").asText()));
    }

    /** Stops once everything that was begun is acknowledged. */
    public void finish() throws InterruptedException {
        stopping = true;
        thread.join(DRAIN_LIMIT.toMillis());
        if (thread.isAlive()) {
            thread.interrupt();
            throw new AssertionError("the load still waits for an acknowledgement");
        }
    }
}
