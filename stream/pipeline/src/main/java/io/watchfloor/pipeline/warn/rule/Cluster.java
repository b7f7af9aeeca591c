package io.watchfloor.pipeline.warn.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports that resemble each other and fit no topic. Bounded: the most frequent {@value #MOST_GRAMS} grams, the newest
 * {@value #MOST_TIMES} times, the newest report ids.
 *
 * @param id of the alert it may become
 * @param size reports in it
 * @param grams in how many of them each gram stands
 * @param times when they came, oldest first
 * @param reportIds the newest, newest last
 * @param negatives how many complain
 */
public record Cluster(
        String id, int size, Map<String, Integer> grams, List<Long> times, List<String> reportIds, int negatives) {
    static final int MOST_GRAMS = 150;
    static final int MOST_TIMES = 300;

    static Cluster of(String id, Sighting first, Set<String> grams, long clockMillis) {
        return new Cluster(id, 0, Map.of(), List.of(), List.of(), 0).with(first, grams, clockMillis);
    }

    /** With one more. */
    Cluster with(Sighting next, Set<String> own, long clockMillis) {
        Map<String, Integer> all = new HashMap<>(grams);
        own.forEach(gram -> all.merge(gram, 1, Integer::sum));
        return new Cluster(
                id,
                size + 1,
                all.size() > MOST_GRAMS ? mostFrequent(all, own) : all,
                newest(times, clockMillis, MOST_TIMES),
                newest(reportIds, next.reportId(), Series.MOST_EVIDENCE),
                negatives + (next.isNegative() ? 1 : 0));
    }

    long lastMillis() {
        return times.get(times.size() - 1);
    }

    int since(long millis) {
        int first = Collections.binarySearch(times, millis);
        while (first > 0 && times.get(first - 1) == millis) {
            first--;
        }
        return times.size() - (first < 0 ? -first - 1 : first);
    }

    private static Map<String, Integer> mostFrequent(Map<String, Integer> all, Set<String> newest) {
        Map<String, Integer> kept = new HashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> newest.contains(entry.getKey()) ? 0 : 1)
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_GRAMS)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    private static <T> List<T> newest(List<T> before, T next, int most) {
        List<T> after = new ArrayList<>(before.subList(Math.max(0, before.size() - most + 1), before.size()));
        after.add(next);
        return after;
    }
}
