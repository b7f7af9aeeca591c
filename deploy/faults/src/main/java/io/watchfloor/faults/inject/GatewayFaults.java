package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Json;
import io.watchfloor.faults.load.RawConsole;
import io.watchfloor.faults.load.RawMessage;
import io.watchfloor.faults.load.WatchingConsole;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What can happen to the gateway and its consoles: 12, 14 and 15. */
final class GatewayFaults {
    private static final long MOST_HEAP_GROWTH = 64L * 1024 * 1024;
    private static final int IDLE_SOCKETS = 20;
    private static final int READERS = 8;
    private static final Duration RESUME = Duration.ofSeconds(3);
    private static final Duration SNAPSHOT_P99 = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private GatewayFaults() {}

    static List<Fault> list() {
        return List.of(
                new Fault(
                        12,
                        "kill -9 one of two gateways, then the only one",
                        "consoles resume within 3 s, no gap, L",
                        Fault.Needs.NOTHING,
                        GatewayFaults::killGateway),
                new Fault(
                        14,
                        "consoles that never read",
                        "others unaffected, heap flat",
                        Fault.Needs.NOTHING,
                        GatewayFaults::neverRead),
                new Fault(
                        15,
                        "consoles come back at once",
                        "snapshot p99 within 3 s",
                        Fault.Needs.NOTHING,
                        GatewayFaults::comeBack));
    }

    /** Its consoles come back to the other one through a load balancer, and miss nothing; then the only one is killed. */
    private static String killGateway(Bench bench) throws Exception {
        String figure;
        int first = bench.system().address().getPort();
        try (SecondGateway second = SecondGateway.start(bench);
                BreakableLink balancer = new BreakableLink(first, second.port());
                WatchingConsole console = WatchingConsole.open(
                        URI.create("http://127.0.0.1:" + balancer.port()),
                        bench.system().key())) {
            bench.awaitMore(bench.options().batch() * 10);
            await("the console shows something").atMost(Bench.RECOVERY).until(() -> !console.counts()
                    .isEmpty());
            int connections = console.countConnections();
            long since = System.nanoTime();
            bench.system().kill("gateway");
            await("the other gateway has let the console in")
                    .atMost(Bench.RECOVERY)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> console.countConnections() > connections);
            long resumed = Bench.millisSince(since);
            Check.that(resumed <= RESUME.toMillis(), "the console resumed after " + resumed + " ms");
            String both = bench.recovery(since);
            bench.stopLoad();
            bench.awaitShown(bench.countAcknowledged());
            await("both consoles show the same").atMost(Bench.RECOVERY).until(() -> console.counts()
                    .equals(bench.counts()));
            Check.that(console.countSnapshots() == 1, "the console had to begin anew");
            bench.startLoad();
            figure = "one of two: its console is with the other after " + resumed
                    + " ms, resumed without a snapshot, same picture; " + both;
        }
        int drops = bench.countDrops();
        String alone = bench.killAndRecover("gateway");
        return figure + "; the only one: " + alone + ", " + (bench.countDrops() - drops) + " drops of the console";
    }

    private static String neverRead(Bench bench) throws Exception {
        bench.awaitMore(bench.options().batch() * 3);
        long before = heapBytes(bench);
        List<RawConsole> idle = new ArrayList<>();
        try {
            for (int i = 0; i < IDLE_SOCKETS; i++) {
                idle.add(RawConsole.openNarrow(
                        bench.system().address(), bench.system().key()));
            }
            bench.awaitMore(bench.options().batch() * 5 * 40);
            bench.awaitShown(bench.countAcknowledged());
            long after = heapBytes(bench);
            Check.that(after - before < MOST_HEAP_GROWTH, "the heap grew from " + before + " to " + after + " bytes");
            return IDLE_SOCKETS + " idle sockets; heap in use after collection " + before / 1_000_000 + " to "
                    + after / 1_000_000 + " MB";
        } finally {
            for (RawConsole console : idle) {
                console.close();
            }
        }
    }

    private static long heapBytes(Bench bench) throws IOException, InterruptedException {
        return Figures.read(bench.system().address())
                .sum(line -> line.startsWith("jvm_memory_used_bytes")
                        && line.contains("area=\"heap\"")
                        && line.contains("Tenured"));
    }

    private static String comeBack(Bench bench) throws Exception {
        bench.awaitShown(bench.countAcknowledged());
        int sockets = bench.options().sockets();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            Set<RawMessage> seen = ConcurrentHashMap.newKeySet();
            long since = System.nanoTime();
            Callable<List<Long>> comeBack = () -> snapshotMillis(bench, sockets / READERS, since, seen);
            List<Long> millis = new ArrayList<>();
            for (Future<List<Long>> read :
                    readers.invokeAll(Collections.nCopies(READERS, comeBack), LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                millis.addAll(read.get());
            }
            for (RawMessage picture : seen) {
                JsonNode first = Json.mapper().readTree(picture.text());
                Check.that("snapshot".equals(first.path("kind").asText()), "a first message is " + first.path("kind"));
            }
            Collections.sort(millis);
            long p99 = millis.get((int) Math.ceil(millis.size() * 0.99) - 1);
            long largest = seen.stream()
                    .mapToLong(picture -> picture.bytes().remaining())
                    .max()
                    .orElse(0);
            Check.that(
                    p99 <= SNAPSHOT_P99.toMillis(), "snapshot p99 " + p99 + " ms of " + millis.get(millis.size() - 1));
            return millis.size() + " sockets: " + seen.size() + " different snapshots of up to " + largest / 1_000
                    + " kB as sent; p50 " + millis.get(millis.size() / 2) + " ms, p99 " + p99
                    + " ms, clients on the same machine";
        } finally {
            readers.shutdownNow();
        }
    }

    /**
     * Until the whole picture has been read, of each of these that come at once. What it says is looked at when all have theirs,
     * and few threads read for many consoles: a thousand machines do not wait for one another, a thousand threads of this one do.
     */
    private static List<Long> snapshotMillis(Bench bench, int sockets, long sinceNanos, Set<RawMessage> seen)
            throws IOException {
        List<RawConsole> consoles = new ArrayList<>();
        List<Long> millis = new ArrayList<>();
        try {
            for (int i = 0; i < sockets; i++) {
                consoles.add(
                        RawConsole.ask(bench.system().address(), bench.system().key()));
            }
            for (RawConsole console : consoles) {
                console.awaitLetIn();
                RawMessage picture = console.read();
                millis.add(Bench.millisSince(sinceNanos));
                seen.add(picture);
            }
            return millis;
        } finally {
            for (RawConsole console : consoles) {
                console.close();
            }
        }
    }
}
