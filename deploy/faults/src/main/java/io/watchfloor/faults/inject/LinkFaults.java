package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import io.watchfloor.faults.load.WatchingConsole;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What can happen between the parts: 13. */
final class LinkFaults {
    private static final Duration PARTITION = Duration.ofSeconds(15);
    private static final long SLOW_MILLIS = 200;
    private static final Duration ALARM = Duration.ofSeconds(10);

    private LinkFaults() {}

    static List<Fault> list() {
        return List.of(new Fault(
                13,
                "links cut, slow, torn: message bus and console",
                "alarm, heals, L",
                Fault.Needs.PROXY,
                LinkFaults::breakLinks));
    }

    private static String breakLinks(Bench bench) throws Exception {
        List<String> figures = new ArrayList<>();
        BreakableLink bus = bench.bus();
        bench.awaitMore(bench.options().batch() * 3);
        long since = System.nanoTime();
        bus.partition(true);
        figures.add("bus cut: alarm after " + bench.awaitAlarm("silent", since, ALARM) + " ms");
        await().pollDelay(PARTITION).atMost(PARTITION.plusSeconds(30)).until(() -> true);
        bus.partition(false);
        figures.add("healed: " + bench.recovery(System.nanoTime()));
        bus.delay(SLOW_MILLIS);
        figures.add(SLOW_MILLIS + " ms slow: " + bench.recovery(System.nanoTime()));
        bus.delay(0);
        bus.reset();
        figures.add("torn: " + bench.recovery(System.nanoTime()));
        figures.add(consoleLink(bench));
        return String.join("; ", figures);
    }

    /** A console whose own link is cut resumes where it was and shows what the other shows. */
    private static String consoleLink(Bench bench) throws Exception {
        URI gateway = bench.system().address();
        try (BreakableLink link = new BreakableLink(gateway.getPort());
                WatchingConsole console = WatchingConsole.open(
                        URI.create("http://127.0.0.1:" + link.port()),
                        bench.system().key())) {
            awaitUntil(() -> !console.counts().isEmpty());
            link.reset();
            long since = System.nanoTime();
            awaitUntil(() -> console.countDrops() > 0);
            bench.stopLoad();
            bench.awaitShown(bench.countAcknowledged());
            awaitUntil(() -> console.counts().equals(bench.counts()));
            bench.startLoad();
            return "console's link torn: same picture after " + Bench.millisSince(since) + " ms";
        }
    }

    private static void awaitUntil(BooleanSupplier holds) {
        await().atMost(Bench.RECOVERY).until(holds::getAsBoolean);
    }
}
