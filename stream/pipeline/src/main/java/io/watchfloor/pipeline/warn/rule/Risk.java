package io.watchfloor.pipeline.warn.rule;

import java.util.List;

/**
 * The probability that an incident follows within a day: logistic over what is known about a rise. The weights were
 * fitted on simulated incidents with precursors, {@code stream/pipeline/warn-study fit}; seeds and date stand in
 * {@code WARNING.md}.
 */
public final class Risk {
    /** What each weight is for. */
    public static final List<String> FEATURES = List.of(
            "bias",
            "cellTail",
            "clusterGain",
            "areaTail",
            "negativeShare",
            "heat",
            "deviceTail",
            "logRatio",
            "logCount",
            "acceleration",
            "spread");

    /** Of the shipped fit. */
    public static final Risk SHIPPED =
            new Risk(new double[] {-4.0, 0.35, 0.25, 0.0, 1.5, 1.0, 0.35, 0.2, 0.4, 0.2, 0.0});

    private final double[] weights;

    public Risk(double[] weights) {
        if (weights.length != FEATURES.size()) {
            throw new IllegalArgumentException(FEATURES.size() + " weights, not " + weights.length);
        }
        this.weights = weights.clone();
    }

    /** From 0 to 1. */
    public double probability(List<Double> features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features.get(i);
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }
}
