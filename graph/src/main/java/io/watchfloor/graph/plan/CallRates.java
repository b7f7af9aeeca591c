package io.watchfloor.graph.plan;

import io.watchfloor.graph.district.District;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each type is to be expected in each cell in the hour to come, from what happened in the last day. A day has less
 * than one incident for most cells and types, so that what is near counts as well:
 *
 * <ul>
 *   <li>Where: each incident counts in the cells around it ({@link CellKernel}).
 *   <li>What: a type that was seldom seen is expected where incidents happen at all, one that was seen often where it was.
 *   <li>When: as many as in the last two hours and in the same hours of the day before, with the mean of the day counting
 *       as one hour more.
 * </ul>
 */
public final class CallRates {
    /** Older than this is not looked at. */
    public static final Duration LOOKED_BACK = Duration.ofHours(24);

    private static final Duration LATELY = Duration.ofHours(2);

    /** After so many of a type half of what is expected of it follows its own places. */
    private static final double SEEN_OFTEN = 50;

    /** So much of everything may happen anywhere. */
    private static final double EVEN_SHARE = 0.05;

    /**
     * One incident that happened.
     *
     * @param cellId the cell it lies in
     */
    public record Seen(String type, String cellId, Instant at) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, double[]> perHour = new TreeMap<>();

    private CallRates() {}

    /**
     * Works the rates out.
     *
     * @param seen in any order; what is older than {@link #LOOKED_BACK}, or in no cell of the district, is left out
     */
    public static CallRates of(Collection<Seen> seen, District district, Instant now) {
        CallRates rates = new CallRates();
        List<District.Cell> cells = district.cells();
        for (int cell = 0; cell < cells.size(); cell++) {
            rates.numbers.put(cells.get(cell).id(), cell);
        }
        List<Seen> counted = seen.stream()
                .filter(one -> rates.numbers.containsKey(one.cellId())
                        && !one.at().isAfter(now)
                        && one.at().isAfter(now.minus(LOOKED_BACK)))
                .toList();
        if (!counted.isEmpty()) {
            rates.fill(counted, cells, now);
        }
        return rates;
    }

    /** The types that happened, in the order of their codes. */
    public List<String> types() {
        return List.copyOf(perHour.keySet());
    }

    /** How often the type is expected in the cell in an hour; 0 for what never happened. */
    public double perHour(String cellId, String type) {
        Integer cell = numbers.get(cellId);
        double[] ofType = perHour.get(type);
        return cell == null || ofType == null ? 0 : ofType[cell];
    }

    private void fill(List<Seen> counted, List<District.Cell> cells, Instant now) {
        Map<String, double[]> countByType = new TreeMap<>();
        for (Seen one : counted) {
            countByType.computeIfAbsent(one.type(), absent -> new double[cells.size()])[numbers.get(one.cellId())]++;
        }
        double[] counts = new double[cells.size()];
        countByType.values().forEach(ofType -> add(counts, ofType, 1));
        CellKernel kernel = CellKernel.of(cells, counts);
        double[] where = kernel.shares(counts);
        double perHourOfAll = perHour(counted, now);
        countByType.forEach((type, ofType) -> {
            double count = Arrays.stream(ofType).sum();
            double own = count / (count + SEEN_OFTEN);
            double[] shares = new double[cells.size()];
            add(shares, where, 1 - own);
            add(shares, kernel.shares(ofType), own);
            double rate = perHourOfAll * count / counted.size();
            perHour.put(
                    type,
                    Arrays.stream(shares)
                            .map(share -> rate * ((1 - EVEN_SHARE) * share + EVEN_SHARE / cells.size()))
                            .toArray());
        });
    }

    /** Of all types in all cells. */
    private static double perHour(List<Seen> counted, Instant now) {
        Instant earliest =
                counted.stream().map(Seen::at).min(Instant::compareTo).orElse(now);
        double hours = Math.max(1, hours(earliest, now));
        double ofDay = counted.size() / hours;
        double lately = Math.min(hours, hours(now.minus(LATELY), now));
        long seenLately = count(counted, now.minus(LATELY), now);
        Instant yesterday = now.minus(LOOKED_BACK);
        // What is looked back on may begin in the middle of these hours.
        double then = Math.max(0, hours - hours(yesterday.plus(LATELY), now));
        long seenThen = count(counted, yesterday, yesterday.plus(LATELY));
        return (seenLately + seenThen + ofDay) / (lately + then + 1);
    }

    private static long count(List<Seen> counted, Instant from, Instant to) {
        return counted.stream()
                .filter(one -> one.at().isAfter(from) && !one.at().isAfter(to))
                .count();
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / 3_600.0;
    }

    private static void add(double[] sum, double[] more, double weight) {
        for (int cell = 0; cell < sum.length; cell++) {
            sum[cell] += weight * more[cell];
        }
    }
}
