package io.watchfloor.faults;

import io.watchfloor.faults.inject.Bench;
import io.watchfloor.faults.inject.Fault;
import io.watchfloor.faults.inject.NotRunException;
import io.watchfloor.faults.inject.Systems;
import io.watchfloor.faults.report.FaultLine;
import io.watchfloor.faults.report.FaultLine.Verdict;
import io.watchfloor.faults.report.FaultReport;
import io.watchfloor.faults.report.Recoveries;
import io.watchfloor.faults.report.Tally;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Injects faults one after another; those that need the same start share one system. */
public final class FaultRun {
    private final Bench.Options options;
    private final FaultReport report;
    private final PrintStream out;
    private Tally before = Tally.NONE;

    /** Writes a line per fault to this report. */
    public FaultRun(Bench.Options options, FaultReport report, PrintStream out) {
        this.options = options;
        this.report = report;
        this.out = out;
    }

    /** Runs these faults; one that fails takes its system with it, and the next starts another. */
    public void run(List<Fault> faults) throws Exception {
        for (Fault.Needs needs : Fault.Needs.values()) {
            Bench bench = null;
            for (Fault fault : faults) {
                if (fault.needs() == needs) {
                    bench = run(fault, bench);
                }
            }
            close(bench);
        }
    }

    private Bench run(Fault fault, Bench running) throws Exception {
        long since = System.nanoTime();
        Bench bench = running;
        try {
            if (bench == null) {
                bench = Systems.start(fault.needs(), options);
                before = Tally.NONE;
            }
            bench.startLoad();
            bench.takeRecoveries();
            bench.takeLeftOut();
            String figure = fault.injection().run(bench);
            Tally now = bench.settle();
            Tally own = now.since(before);
            before = now;
            String leftOut = String.join("; ", bench.takeLeftOut());
            add(fault, verdict(own, leftOut), own, bench.takeRecoveries(), figure, leftOut, since);
            return own.isClean() ? bench : abandoned(bench);
        } catch (NotRunException e) {
            add(fault, Verdict.NOT_RUN, Tally.NONE, Recoveries.NONE, "", e.getMessage(), since);
            return bench;
        } catch (Exception | AssertionError e) {
            e.printStackTrace(out);
            add(fault, Verdict.FAILED, Tally.NONE, Recoveries.NONE, "", String.valueOf(e.getMessage()), since);
            return abandoned(bench);
        }
    }

    private static Verdict verdict(Tally tally, String leftOut) {
        if (!tally.isClean()) {
            return Verdict.FAILED;
        }
        return leftOut.isEmpty() ? Verdict.PASSED : Verdict.IN_PART;
    }

    /** What failed may fail others: the next fault gets another system. */
    private Bench abandoned(Bench bench) {
        out.println(bench == null ? "" : bench.describe());
        close(bench);
        return null;
    }

    private void close(Bench bench) {
        if (bench == null) {
            return;
        }
        try {
            bench.stop();
        } catch (Exception | AssertionError e) {
            out.println("the system did not stop well: " + e.getMessage());
        }
    }

    private void add(
            Fault fault,
            Verdict verdict,
            Tally tally,
            Recoveries recoveries,
            String figure,
            String note,
            long sinceNanos)
            throws Exception {
        Duration took = Duration.ofNanos(System.nanoTime() - sinceNanos);
        report.add(new FaultLine(
                fault.number(), fault.name(), fault.rule(), verdict, tally, recoveries, figure, firstLine(note), took));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
