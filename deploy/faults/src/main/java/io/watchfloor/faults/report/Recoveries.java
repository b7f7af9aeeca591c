package io.watchfloor.faults.report;

import java.util.List;

/** How long recoveries took: from the end of the fault's cause until all that was acknowledged is shown. */
public record Recoveries(List<Long> millis) {
    /** None. */
    public static final Recoveries NONE = new Recoveries(List.of());

    private static final double P99 = 0.99;

    /** In words: the median and the 99th percentile, which is the longest of fewer than a hundred. */
    public String text() {
        if (millis.isEmpty()) {
            return "none measured";
        }
        return millis.size() == 1
                ? millis.get(0) + " ms"
                : millis.size() + ": p50 " + percentile(0.5) + " ms, p99 " + percentile(P99) + " ms";
    }

    /** The nearest rank. */
    public long percentile(double share) {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1));
    }
}
