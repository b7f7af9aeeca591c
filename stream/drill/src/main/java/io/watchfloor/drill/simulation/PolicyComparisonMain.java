package io.watchfloor.drill.simulation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Set<Way> ways;

    private PolicyComparisonMain(PrintStream out, int[] seeds, double hours, Set<Way> ways) {
        this.out = out;
        this.seeds = seeds;
        this.hours = hours;
        this.ways = ways;
    }

    /**
     * Takes the number of replications or the seeds ({@code 101-110}), the hours of each, the loads, and names of {@link Way}s
     * ({@code PHONE RECORDS JOINT}); by default 10, 24, 1 2 3 4 and all.
     */
    public static void main(String[] args) {
        int[] seeds = seeds(args.length > 0 ? args[0] : "1-" + REPLICATIONS);
        double hours = args.length > 1 ? Double.parseDouble(args[1]) : HOURS;
        List<String> rest = Arrays.stream(args).skip(2).toList();
        List<String> named =
                rest.stream().filter(word -> Character.isLetter(word.charAt(0))).toList();
        double[] given = rest.stream()
                .filter(word -> !named.contains(word))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] loads = given.length == 0 ? LOADS : given;
        Set<Way> ways = EnumSet.noneOf(Way.class);
        named.forEach(name -> ways.add(Way.valueOf(name)));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PolicyComparisonMain comparison =
                new PolicyComparisonMain(out, seeds, hours, ways.isEmpty() ? EnumSet.allOf(Way.class) : ways);
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
        for (Way way : ways) {
            Outcome[] runs = Arrays.stream(seeds)
                    .mapToObj(seed -> way.run(seed, hours, load))
                    .toArray(Outcome[]::new);
            outcomes.put(way, runs);
            row(way, runs, outcomes);
        }
        out.println();
        outcomes.forEach((way, runs) -> out.println(way + " day by day: " + days(runs)));
    }

    private void row(Way way, Outcome[] runs, Map<Way, Outcome[]> outcomes) {
        Estimate mean = Estimate.of(means(runs));
        out.printf(
                "| %s | %s | %s | %s | %.1f | %.1f | %d | %d | %d | %d |%n",
                way.title(),
                String.format("%.2f", mean.mean()) + interval("%.2f", mean.half()),
                against(runs, outcomes.get(Way.PHONE)),
                against(runs, outcomes.get(Way.RECORDS)),
                Arrays.stream(runs).mapToDouble(Outcome::p90Minutes).average().orElse(0),
                Arrays.stream(runs).mapToDouble(Outcome::graveMinutes).average().orElse(0),
                Arrays.stream(runs).mapToInt(Outcome::unqualified).sum(),
                Arrays.stream(runs).mapToInt(Outcome::twice).sum(),
                Arrays.stream(runs).mapToInt(Outcome::reassigned).sum(),
                Arrays.stream(runs).mapToInt(Outcome::moves).sum());
    }

    private static String days(Outcome[] runs) {
        return Arrays.stream(runs)
                .map(run -> String.format("%.2f", run.meanMinutes()))
                .collect(Collectors.joining(" "));
    }

    /** The difference in per cent, the same days by pairs. */
    private static String against(Outcome[] runs, Outcome[] others) {
        if (others == null || others == runs) {
            return "";
        }
        Estimate less = Estimate.less(means(runs), means(others));
        return String.format("%+.1f", PERCENT * less.mean()) + interval("%.1f", PERCENT * less.half()) + " %";
    }

    /** Half an interval; one day alone tells none. */
    private static String interval(String format, double half) {
        return Double.isNaN(half) ? "" : " ± " + String.format(format, half);
    }

    private static double[] means(Outcome[] runs) {
        return Arrays.stream(runs).mapToDouble(Outcome::meanMinutes).toArray();
    }
}
