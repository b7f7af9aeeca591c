package io.watchfloor.pipeline.warn.study;

import io.watchfloor.pipeline.warn.study.PrecursorRun.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How several made-up cities came out, each with its own seed: means and 95 % intervals. */
record Outcomes(List<Outcome> runs) {
    /** Two-sided 95 % of Student's t, by degrees of freedom from one on. */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131
    };

    Outcome mean() {
        return new Outcome(mean(Outcome::warned), mean(Outcome::precision), mean(Outcome::alertsPerWeek));
    }

    /** Warned of / precision, in percent. */
    String shares() {
        return interval(Outcome::warned) + " / " + interval(Outcome::precision);
    }

    private double mean(ToDoubleFunction<Outcome> of) {
        return runs.stream().mapToDouble(of).average().orElse(0);
    }

    private String interval(ToDoubleFunction<Outcome> of) {
        double[] values = runs.stream().mapToDouble(of).toArray();
        double mean = mean(of);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        int freedom = values.length - 1;
        double half = STUDENT[Math.min(STUDENT.length, freedom) - 1] * Math.sqrt(squares / freedom / values.length);
        return String.format(Locale.ROOT, "%.1f ± %.1f", 100 * mean, 100 * half);
    }
}
