package io.watchfloor.pipeline.duty.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bag of durations that can be merged, that forgets single values and keeps quantiles to within one per cent: counts in
 * buckets whose bounds grow by two per cent. From a tenth of a second to a year that is at most 1,000 buckets, however
 * many values there are.
 *
 * @param counts by bucket
 * @param total how many
 * @param within how many of them met their target
 */
public record Durations(Map<Integer, Integer> counts, int total, int within) {
    private static final double GROWTH = 1.02;
    private static final double LOG_GROWTH = Math.log(GROWTH);
    private static final double LEAST_SECONDS = 0.1;
    private static final long MOST_MILLIS = 365L * 24 * 3_600 * 1_000;

    /** None yet. */
    public static Durations none() {
        return new Durations(new HashMap<>(), 0, 0);
    }

    /** With one more, or with {@code -1} one less of those that were added before. */
    public Durations plus(long millis, boolean withinTarget, int weight) {
        Map<Integer, Integer> next = new HashMap<>(counts);
        next.merge(bucketOf(millis), weight, Durations::sum);
        return new Durations(next, total + weight, within + (withinTarget ? weight : 0));
    }

    /** With all of the other's. */
    public Durations plus(Durations other) {
        Map<Integer, Integer> next = new HashMap<>(counts);
        other.counts().forEach((bucket, count) -> next.merge(bucket, count, Durations::sum));
        return new Durations(next, total + other.total(), within + other.within());
    }

    /** Seconds that this share of them does not exceed (nearest rank); 0 when there are none. */
    public double quantileSeconds(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (Map.Entry<Integer, Integer> bucket : new TreeMap<>(counts).entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return secondsOf(bucket.getKey());
            }
        }
        return 0;
    }

    private static int bucketOf(long millis) {
        double seconds = Math.min(millis, MOST_MILLIS) / 1_000.0;
        return seconds <= LEAST_SECONDS ? 0 : (int) Math.ceil(Math.log(seconds / LEAST_SECONDS) / LOG_GROWTH);
    }

    /** The bucket's middle, to a tenth of a second. */
    private static double secondsOf(int bucket) {
        double middle = bucket == 0 ? 0 : LEAST_SECONDS * Math.pow(GROWTH, bucket - 0.5);
        return Math.round(middle * 10) / 10.0;
    }

    /** Null, which removes the bucket, when none are left. */
    private static Integer sum(Integer a, Integer b) {
        int sum = a + b;
        return sum == 0 ? null : sum;
    }
}
