package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import io.watchfloor.faults.load.WatchingConsole;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What can happen between the parts: 13. */
final class LinkFaults {
    private static final Duration PARTITION = Duration.ofSeconds(15);
    private static final Duration LOSSY = Duration.ofSeconds(20);
    private static final List<Long> SLOW_MILLIS = List.of(50L, 500L, 2_000L);
    private static final int LOST_PERCENT = 5;
    private static final Duration ALARM = Duration.ofSeconds(10);

    private LinkFaults() {}

    static List<Fault> list() {
        return List.of(new Fault(
                13,
                "links cut, slow, lossy, torn: bus, graph, console",
                "alarm, heals, L",
                Fault.Needs.PROXY,
                LinkFaults::breakLinks));
    }

    private static String breakLinks(Bench bench) throws Exception {
        List<String> figures = new ArrayList<>();
        BreakableLink bus = bench.bus();
        bench.awaitMore(bench.options().batch() * 3);
        ExpectedAlarm busSilent = bench.expectAlarm("silent");
        long since = System.nanoTime();
        bus.partition(true);
        figures.add("bus cut: alarm after " + busSilent.awaitSince(since, ALARM) + " ms");
        await().pollDelay(PARTITION).atMost(PARTITION.plusSeconds(30)).until(() -> true);
        bus.partition(false);
        figures.add("healed: " + bench.recovery(System.nanoTime()));
        for (long millis : SLOW_MILLIS) {
            bus.delay(millis);
            figures.add(millis + " ms slow: " + bench.recovery(System.nanoTime()));
        }
        bus.delay(0);
        bus.reset();
        figures.add("torn: " + bench.recovery(System.nanoTime()));
        packets(bench).ifPresent(figures::add);
        figures.add(consoleLink(bench));
        return String.join("; ", figures);
    }

    /** The graph's link cut, and packets lost on every link; empty, and noted, when this machine cannot. */
    private static Optional<String> packets(Bench bench) throws Exception {
        try (Firewall firewall = Firewall.open()) {
            List<String> figures = new ArrayList<>();
            int graph = bench.parts().graphPort();
            ExpectedAlarm graphSilent = bench.expectAlarm("silent");
            long since = System.nanoTime();
            firewall.cut(graph);
            figures.add("graph cut: alarm after " + graphSilent.awaitSince(since, ALARM) + " ms");
            bench.awaitMore(bench.options().batch() * 5);
            bench.awaitShown(bench.countAcknowledged());
            await().pollDelay(PARTITION).atMost(PARTITION.plusSeconds(30)).until(() -> true);
            firewall.heal();
            figures.add("healed: filed all after " + bench.awaitFiled(System.nanoTime(), Bench.RECOVERY) + " ms");
            firewall.lose(graph, LOST_PERCENT);
            firewall.lose(bench.bus().targetPort(), LOST_PERCENT);
            firewall.lose(bench.system().address().getPort(), LOST_PERCENT);
            long losing = System.nanoTime();
            await().pollDelay(LOSSY).atMost(LOSSY.plusSeconds(30)).until(() -> true);
            String under = bench.recovery(losing);
            firewall.heal();
            figures.add(LOST_PERCENT + " % of packets lost on all links: " + under + ", healed: "
                    + bench.recovery(System.nanoTime()));
            return Optional.of(String.join("; ", figures));
        } catch (NotRunException e) {
            bench.leaveOut("graph's link cut, packets lost", e);
            return Optional.empty();
        }
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
