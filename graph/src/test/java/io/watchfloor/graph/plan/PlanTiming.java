package io.watchfloor.graph.plan;

import io.watchfloor.graph.plan.TeamPacking.Packing;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What joint planning costs, as Markdown rows: single people against OR-Tools' minimum-cost flow and against taking the
 * nearest, over the same edges; teams with the whole of listing and packing. Processor time of the one thread that plans.
 */
public final class PlanTiming {
    private static final int PER_NEED = 32;
    private static final int MOST_IN_A_TEAM = 4;
    private static final int WARM_UP = 30;
    private static final int RUNS = 21;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final PrintStream out;

    private PlanTiming(PrintStream out) {
        this.out = out;
    }

    /** Prints the rows. */
    public static void print(PrintStream out) {
        if (!ConstraintSolver.isAvailable()) {
            throw new IllegalStateException("OR-Tools' natives do not run here");
        }
        PlanTiming timing = new PlanTiming(out);
        timing.singles(100, 1_000);
        timing.singles(300, 5_000);
        timing.teams(10, 100);
        timing.teams(100, 1_000);
        timing.teams(300, 5_000);
        timing.teams(300, 300);
    }

    private void singles(int incidents, int people) {
        List<Choices> choices = new ArrayList<>();
        List<List<Demand>> demands = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            demands.add(new RandomDemands(run, people).teams(incidents, 1, PER_NEED));
            choices.add(new Choices(demands.get(run).stream()
                    .map(demand -> TeamList.of(demand, PlanCharges.standard()))
                    .toList()));
        }
        Measured paths = measure(run -> choices.get(run).cost(SparseAssignment.solve(choices.get(run))));
        Measured flow = measure(run -> LeastCostFlow.solve(choices.get(run)));
        Measured nearest = measure(run -> NearestTeams.of(demands.get(run), PlanCharges.standard()).stream()
                .mapToLong(Team::cost)
                .sum());
        String size = String.format("%d × %,d", incidents, people);
        row("single people, " + size + ", shortest augmenting paths", paths, "exact");
        row("the same, OR-Tools minimum-cost flow", flow, paths.cost == flow.cost ? "same cost" : "OTHER COST");
        row("the same, nearest first", nearest, percentMore(nearest.cost, paths.cost));
    }

    /** Planned once, and once more when all that was suggested still stands, as the gateway does every few seconds. */
    private void teams(int incidents, int people) {
        List<List<Demand>> demands = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            demands.add(new RandomDemands(run, people).teams(incidents, MOST_IN_A_TEAM, PER_NEED));
        }
        String size = String.format("%d × %,d", incidents, people);
        Packing[] last = pack(String.format("teams of 1 to %d, %s, list and pack", MOST_IN_A_TEAM, size), demands);
        for (int run = 0; run < RUNS; run++) {
            demands.set(run, RandomDemands.suggested(demands.get(run), last[run].teams()));
        }
        pack("the same again, with what was suggested", demands);
    }

    private Packing[] pack(String what, List<List<Demand>> demands) {
        Packing[] last = new Packing[RUNS];
        Measured packed = measure(run -> {
            last[run] = TeamPacking.pack(demands.get(run), PlanCharges.standard());
            return last[run].cost();
        });
        long nearest = Arrays.stream(last).mapToLong(Packing::nearestCost).sum();
        long optimal = Arrays.stream(last)
                .filter(packing -> packing.proof() == TeamPacking.Proof.OPTIMAL)
                .count();
        row(
                what,
                packed,
                String.format(
                        "%d of %d OPTIMAL; nearest first %s; %d groups, %d of them to CP-SAT in the last",
                        optimal,
                        RUNS,
                        percentMore(nearest, packed.cost),
                        last[RUNS - 1].groups(),
                        last[RUNS - 1].solved()));
        return last;
    }

    private record Measured(double medianMillis, double mostMillis, long cost) {}

    /** Over as many cases as runs; the cost is that of all together. */
    private static Measured measure(ToLongFunction<Integer> work) {
        long began = System.nanoTime();
        for (int i = 0; i < WARM_UP && System.nanoTime() - began < 5_000_000_000L; i++) {
            long unused = work.applyAsLong(i % RUNS);
        }
        double[] millis = new double[RUNS];
        long cost = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = THREADS.getCurrentThreadCpuTime();
            cost += work.applyAsLong(run);
            millis[run] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return new Measured(millis[RUNS / 2], millis[RUNS - 1], cost);
    }

    private static String percentMore(long cost, long least) {
        return String.format("%+.1f %%", 100.0 * (cost - least) / least);
    }

    private void row(String what, Measured measured, String note) {
        out.printf(
                "| %s | median %.2f ms, most %.2f ms | %s |%n", what, measured.medianMillis, measured.mostMillis, note);
    }
}
