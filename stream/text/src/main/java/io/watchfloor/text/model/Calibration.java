package io.watchfloor.text.model;

/**
 * Turns scores into probabilities, fitted on texts the model was not trained on. Several scores: softmax of slope · score
 * (temperature scaling; Guo et al. 2017). One score: the logistic function of slope · score + offset (Platt 1999).
 */
public record Calibration(float slope, float offset) {
    /** Scores taken as they are. */
    public static final Calibration NONE = new Calibration(1, 0);

    /** So far below the top score a label is less likely than one in ten million, and not worth the exponential. */
    private static final float NEVER = -16;

    /** The probability of the second of two labels. */
    public double probability(double score) {
        return 1 / (1 + Math.exp(-(slope * score + offset)));
    }

    /** Writes the probabilities of several labels. */
    public void probabilities(float[] scores, int from, float[] into) {
        float top = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < into.length; i++) {
            top = Math.max(top, scores[from + i]);
        }
        double sum = 0;
        for (int i = 0; i < into.length; i++) {
            float below = slope * (scores[from + i] - top);
            into[i] = below < NEVER ? 0 : (float) Math.exp(below);
            sum += into[i];
        }
        for (int i = 0; i < into.length; i++) {
            into[i] = (float) (into[i] / sum);
        }
    }
}
