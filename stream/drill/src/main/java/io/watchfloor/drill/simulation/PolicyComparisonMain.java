package io.watchfloor.drill.simulation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Prints what each way to dispatch comes to, as a Markdown table for each load: minutes until the whole team is there, with
 * 95 % confidence intervals, and the difference to phone dispatch over the same days.
 */
public final class PolicyComparisonMain {
    private static final int REPLICATIONS = 10;
    private static final double HOURS = 24;
    private static final double[] LOADS = {1, 2, 3, 4};
    private static final double PERCENT = 100;

    private final PrintStream out;
    private final int replications;
    private final double hours;

    private PolicyComparisonMain(PrintStream out, int replications, double hours) {
        this.out = out;
        this.replications = replications;
        this.hours = hours;
    }

    /** Takes the number of replications, the hours of each and the loads; by default 10, 24 and 1 2 3 4. */
    public static void main(String[] args) {
        int replications = args.length > 0 ? Integer.parseInt(args[0]) : REPLICATIONS;
        double hours = args.length > 1 ? Double.parseDouble(args[1]) : HOURS;
        double[] loads = args.length > 2
                ? Arrays.stream(args).skip(2).mapToDouble(Double::parseDouble).toArray()
                : LOADS;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PolicyComparisonMain comparison = new PolicyComparisonMain(out, replications, hours);
        for (double load : loads) {
            comparison.print(load);
        }
    }

    private void print(double load) {
        out.printf("%nLoad %.0f×, %d replications of %.0f h%n%n", load, replications, hours);
        out.println(
                "| policy | mean, min | against phone | 90 % below | grades I and II | unqualified | twice | called off |");
        out.println("|---|---|---|---|---|---|---|---|");
        Map<Way, Outcome[]> outcomes = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            Outcome[] runs = new Outcome[replications];
            for (int run = 0; run < replications; run++) {
                runs[run] = way.run(run + 1L, hours, load);
            }
            outcomes.put(way, runs);
            row(way, runs, outcomes.get(Way.PHONE));
        }
    }

    private void row(Way way, Outcome[] runs, Outcome[] phone) {
        Estimate mean = Estimate.of(means(runs));
        Estimate less = Estimate.less(means(runs), means(phone));
        out.printf(
                "| %s | %.2f ± %.2f | %s | %.1f | %.1f | %d | %d | %d |%n",
                way.title(),
                mean.mean(),
                mean.half(),
                way == Way.PHONE ? "" : String.format("%+.1f ± %.1f %%", PERCENT * less.mean(), PERCENT * less.half()),
                Arrays.stream(runs).mapToDouble(Outcome::p90Minutes).average().orElse(0),
                Arrays.stream(runs).mapToDouble(Outcome::graveMinutes).average().orElse(0),
                Arrays.stream(runs).mapToInt(Outcome::unqualified).sum(),
                Arrays.stream(runs).mapToInt(Outcome::twice).sum(),
                Arrays.stream(runs).mapToInt(Outcome::reassigned).sum());
    }

    private static double[] means(Outcome[] runs) {
        return Arrays.stream(runs).mapToDouble(Outcome::meanMinutes).toArray();
    }
}
