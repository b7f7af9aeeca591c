package io.watchfloor.drill.simulation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

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
    private final int[] seeds;
    private final double hours;

    private PolicyComparisonMain(PrintStream out, int[] seeds, double hours) {
        this.out = out;
        this.seeds = seeds;
        this.hours = hours;
    }

    /**
     * Takes the number of replications or the seeds ({@code 101-110}), the hours of each and the loads; by default 10, 24
     * and 1 2 3 4.
     */
    public static void main(String[] args) {
        int[] seeds = seeds(args.length > 0 ? args[0] : "1-" + REPLICATIONS);
        double hours = args.length > 1 ? Double.parseDouble(args[1]) : HOURS;
        double[] loads = args.length > 2
                ? Arrays.stream(args).skip(2).mapToDouble(Double::parseDouble).toArray()
                : LOADS;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PolicyComparisonMain comparison = new PolicyComparisonMain(out, seeds, hours);
        for (double load : loads) {
            comparison.print(load);
        }
    }

    private static int[] seeds(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? IntStream.rangeClosed(1, Integer.parseInt(text)).toArray()
                : IntStream.rangeClosed(
                                Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)))
                        .toArray();
    }

    private void print(double load) {
        out.printf(
                "%nLoad %.0f×, %d replications of %.0f h, seeds %d to %d%n%n",
                load, seeds.length, hours, seeds[0], seeds[seeds.length - 1]);
        out.println(
                "| policy | mean, min | against phone | against records | 90 % below | grades I and II | unqualified |"
                        + " twice | called off | moved |");
        out.println("|---|---|---|---|---|---|---|---|---|---|");
        Map<Way, Outcome[]> outcomes = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            Outcome[] runs = Arrays.stream(seeds)
                    .mapToObj(seed -> way.run(seed, hours, load))
                    .toArray(Outcome[]::new);
            outcomes.put(way, runs);
            row(way, runs, outcomes);
        }
    }

    private void row(Way way, Outcome[] runs, Map<Way, Outcome[]> outcomes) {
        Estimate mean = Estimate.of(means(runs));
        out.printf(
                "| %s | %.2f ± %.2f | %s | %s | %.1f | %.1f | %d | %d | %d | %d |%n",
                way.title(),
                mean.mean(),
                mean.half(),
                against(runs, outcomes.get(Way.PHONE)),
                against(runs, outcomes.get(Way.RECORDS)),
                Arrays.stream(runs).mapToDouble(Outcome::p90Minutes).average().orElse(0),
                Arrays.stream(runs).mapToDouble(Outcome::graveMinutes).average().orElse(0),
                Arrays.stream(runs).mapToInt(Outcome::unqualified).sum(),
                Arrays.stream(runs).mapToInt(Outcome::twice).sum(),
                Arrays.stream(runs).mapToInt(Outcome::reassigned).sum(),
                Arrays.stream(runs).mapToInt(Outcome::moves).sum());
    }

    /** The difference in per cent, the same days by pairs. */
    private static String against(Outcome[] runs, Outcome[] others) {
        if (others == null || others == runs) {
            return "";
        }
        Estimate less = Estimate.less(means(runs), means(others));
        return String.format("%+.1f ± %.1f %%", PERCENT * less.mean(), PERCENT * less.half());
    }

    private static double[] means(Outcome[] runs) {
        return Arrays.stream(runs).mapToDouble(Outcome::meanMinutes).toArray();
    }
}
