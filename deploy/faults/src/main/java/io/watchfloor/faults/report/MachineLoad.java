package io.watchfloor.faults.report;

import java.lang.management.ManagementFactory;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;

/** How busy the machine was, this run and all others together: a figure is worth nothing without it. */
public final class MachineLoad {
    private final DoubleSummaryStatistics averages = new DoubleSummaryStatistics();

    /** Looks now. */
    public void look() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load >= 0) {
            averages.accept(load);
        }
    }

    /** In words. */
    public String text() {
        int cores = Runtime.getRuntime().availableProcessors();
        return averages.getCount() == 0
                ? cores + " cores"
                : String.format(
                        Locale.ROOT,
                        "%d cores, load average %.1f (%.1f to %.1f)",
                        cores,
                        averages.getAverage(),
                        averages.getMin(),
                        averages.getMax());
    }
}
