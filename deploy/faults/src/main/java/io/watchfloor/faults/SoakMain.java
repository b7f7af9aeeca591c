package io.watchfloor.faults;

import io.watchfloor.acceptance.system.Home;
import io.watchfloor.faults.inject.Bench;
import io.watchfloor.faults.inject.Fault;
import io.watchfloor.faults.inject.Systems;
import io.watchfloor.faults.report.Curves;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the system under 200 reports a second for so many minutes (60), kills a part every three, and keeps curves of each
 * part's memory and open files. At the end every acknowledged report must be there once.
 */
public final class SoakMain {
    private static final int MINUTES = 60;
    private static final Duration BETWEEN_KILLS = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final List<String> PARTS = List.of("pipeline", "redis", "gateway", "graph");
    private static final Bench.Options LOAD = new Bench.Options(40, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

    private SoakMain() {}

    /** The first argument is the number of minutes. */
    public static void main(String[] arguments) throws Exception {
        Duration length = Duration.ofMinutes(arguments.length > 0 ? Integer.parseInt(arguments[0]) : MINUTES);
        Path folder = Home.folder().resolve("deploy/faults/target/report");
        Bench bench = Systems.start(Fault.Needs.NOTHING, LOAD);
        try {
            Curves curves = soak(bench, length);
            int acknowledged = bench.settle();
            curves.write(folder);
            System.out.printf(
                    "%d min, %d reports acknowledged, 0 lost, 0 doubled; curves in %s%n",
                    length.toMinutes(), acknowledged, folder.resolve("soak.html"));
        } finally {
            bench.stop();
        }
    }

    private static Curves soak(Bench bench, Duration length) throws InterruptedException, IOException {
        Curves curves = new Curves();
        long start = System.nanoTime();
        long killAt = BETWEEN_KILLS.toNanos();
        int kills = 0;
        bench.startLoad();
        while (System.nanoTime() - start < length.toNanos()) {
            long now = System.nanoTime() - start;
            curves.add(TimeUnit.NANOSECONDS.toSeconds(now), bench.sizes());
            if (now > killAt) {
                killAt += BETWEEN_KILLS.toNanos();
                String part = PARTS.get(kills++ % PARTS.size());
                System.out.println(part + ": " + bench.killAndRecover(part));
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return curves;
    }
}
