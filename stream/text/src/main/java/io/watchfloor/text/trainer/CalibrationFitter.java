package io.watchfloor.text.trainer;

import io.watchfloor.text.model.Calibration;
import java.util.function.ToDoubleFunction;

/** Fits calibrations by the likelihood of held-out answers, with plain, repeatable searches. */
final class CalibrationFitter {
    private static final double SMALLEST = 1e-9;
    private static final double LOWEST_SLOPE = 0.05;
    private static final double HIGHEST_SLOPE = 20;
    private static final double WIDEST_OFFSET = 3;
    private static final int GOLDEN_STEPS = 40;
    private static final int ROUNDS = 6;
    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;

    private CalibrationFitter() {}

    /** The softmax slope for several labels. */
    static Calibration temperature(float[][] scores, int[] answers) {
        return new Calibration((float) StrictMath.exp(slope(s -> loss(scores, answers, s))), 0);
    }

    /** Slope and offset for one score. */
    static Calibration platt(float[] scores, int[] answers) {
        double logSlope = 0;
        double offset = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double fixedOffset = offset;
            logSlope = slope(s -> loss(scores, answers, s, fixedOffset));
            double fixedSlope = StrictMath.exp(logSlope);
            offset = minimum(o -> loss(scores, answers, fixedSlope, o), -WIDEST_OFFSET, WIDEST_OFFSET);
        }
        return new Calibration((float) StrictMath.exp(logSlope), (float) offset);
    }

    private static double slope(ToDoubleFunction<Double> lossOfSlope) {
        return minimum(
                logSlope -> lossOfSlope.applyAsDouble(StrictMath.exp(logSlope)),
                StrictMath.log(LOWEST_SLOPE),
                StrictMath.log(HIGHEST_SLOPE));
    }

    /** Golden-section search for the minimum of a function with one valley. */
    private static double minimum(ToDoubleFunction<Double> function, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < GOLDEN_STEPS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (function.applyAsDouble(left) < function.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }

    private static double loss(float[][] scores, int[] answers, double slope) {
        Calibration calibration = new Calibration((float) slope, 0);
        double loss = 0;
        for (int i = 0; i < answers.length; i++) {
            float[] probabilities = new float[scores[i].length];
            calibration.probabilities(scores[i], 0, probabilities);
            loss -= StrictMath.log(Math.max(SMALLEST, probabilities[answers[i]]));
        }
        return loss;
    }

    private static double loss(float[] scores, int[] answers, double slope, double offset) {
        Calibration calibration = new Calibration((float) slope, (float) offset);
        double loss = 0;
        for (int i = 0; i < answers.length; i++) {
            double second = calibration.probability(scores[i]);
            loss -= StrictMath.log(Math.max(SMALLEST, answers[i] == 1 ? second : 1 - second));
        }
        return loss;
    }
}
