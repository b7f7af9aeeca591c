package io.watchfloor.text.trainer;

import io.watchfloor.text.model.TextModels;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How many texts one thread reads per second of its processor time, all models together. */
final class SpeedTrial {
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration TRIAL = Duration.ofSeconds(4);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private SpeedTrial() {}

    /**
     * Measures.
     *
     * @param length every text is cut or joined to this many characters
     */
    static double textsPerCpuSecond(TextModels models, List<String> texts, int length) {
        return textsPerCpuSecond(text -> models.read(text).polarity(), texts, length);
    }

    /** Measures whatever reads a text and makes a number of it. */
    static double textsPerCpuSecond(ToDoubleFunction<String> reading, List<String> texts, int length) {
        List<String> sized = ofLength(texts, length);
        run(reading, sized, WARM_UP);
        return run(reading, sized, TRIAL);
    }

    private static double run(ToDoubleFunction<String> reading, List<String> texts, Duration duration) {
        long start = cpuNanos();
        long read = 0;
        double sink = 0;
        while (cpuNanos() - start < duration.toNanos()) {
            for (String text : texts) {
                sink += reading.applyAsDouble(text);
            }
            read += texts.size();
        }
        double perSecond = read * (double) NANOS_PER_SECOND / (cpuNanos() - start);
        return Double.isNaN(sink) ? Double.NaN : perSecond;
    }

    private static List<String> ofLength(List<String> texts, int length) {
        List<String> sized = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            joined.append(text);
            if (joined.length() >= length) {
                sized.add(joined.substring(0, length));
                joined.setLength(0);
            }
        }
        return sized;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
