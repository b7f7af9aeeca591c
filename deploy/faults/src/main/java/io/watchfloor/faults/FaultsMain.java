package io.watchfloor.faults;

import io.watchfloor.faults.inject.Bench;
import io.watchfloor.faults.inject.Fault;
import io.watchfloor.faults.inject.Faults;
import io.watchfloor.faults.report.FaultReport;
import io.watchfloor.testbed.Home;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs the faults named on the command line by number, or all; {@code --short} with short pauses and little load. */
public final class FaultsMain {
    private static final Bench.Options WHOLE = new Bench.Options(
            20,
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(120)),
            Duration.ofMinutes(10),
            Duration.ofSeconds(60),
            1_000);
    private static final Bench.Options SHORT =
            new Bench.Options(20, List.of(Duration.ofSeconds(5)), Duration.ofSeconds(20), Duration.ofSeconds(10), 200);

    private FaultsMain() {}

    /** Exit code 1 when a fault failed. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean brief = List.of(arguments).contains("--short");
        Set<Integer> wanted = new TreeSet<>();
        for (String argument : arguments) {
            if (!argument.startsWith("--")) {
                wanted.add(Integer.parseInt(argument));
            }
        }
        List<Fault> faults = Faults.list().stream()
                .filter(fault -> wanted.isEmpty() || wanted.contains(fault.number()))
                .toList();
        Path folder = Home.folder().resolve("deploy/faults/target/report");
        FaultReport report = new FaultReport(folder, out);
        new FaultRun(brief ? SHORT : WHOLE, report, out).run(faults);
        out.println("report: " + folder.resolve("faults.html"));
        System.exit(report.isGood() ? 0 : 1);
    }
}
