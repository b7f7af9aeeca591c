package io.watchfloor.text.model;

import java.util.List;

/**
 * One trained linear model: per head (one for two labels, else one per label) a byte per feature row, the largest weight, a
 * bias, and the calibration that turns scores into probabilities. Holds no text, only hashed weights.
 *
 * <p>Immutable; one instance serves all threads.
 */
public final class LinearModel {
    private final String name;
    private final List<String> labels;
    private final long spaceFingerprint;
    private final byte[][] weights;
    private final float[] largest;
    private final float[] bias;
    private final Calibration calibration;

    /**
     * Puts a model together.
     *
     * @param weights per head and feature row, see {@link WeightScale}
     * @param largest per head the weight that the byte 127 stands for
     */
    public LinearModel(
            String name,
            List<String> labels,
            long spaceFingerprint,
            byte[][] weights,
            float[] largest,
            float[] bias,
            Calibration calibration) {
        if (weights.length == 0 || weights.length != largest.length || weights.length != bias.length) {
            throw new IllegalArgumentException("model " + name + ": heads do not agree");
        }
        this.name = name;
        this.labels = List.copyOf(labels);
        this.spaceFingerprint = spaceFingerprint;
        this.weights = deepCopy(weights);
        this.largest = largest.clone();
        this.bias = bias.clone();
        this.calibration = calibration;
    }

    /** The model's name, as in its file name. */
    public String name() {
        return name;
    }

    /** What the model answers with; for two labels the second is the one the score speaks for. */
    public List<String> labels() {
        return labels;
    }

    /** How many scores the model gives. */
    public int heads() {
        return weights.length;
    }

    /** How scores become probabilities. */
    public Calibration calibration() {
        return calibration;
    }

    /** The same weights with another calibration. */
    public LinearModel calibrated(Calibration other) {
        return new LinearModel(name, labels, spaceFingerprint, weights, largest, bias, other);
    }

    long spaceFingerprint() {
        return spaceFingerprint;
    }

    int rows() {
        return weights[0].length;
    }

    byte weight(int head, int row) {
        return weights[head][row];
    }

    /** The weight that the byte 127 stands for. */
    public float largest(int head) {
        return largest[head];
    }

    /** What a head answers to a text without known features. */
    public float bias(int head) {
        return bias[head];
    }

    /** The bytes of one head, one per feature row. */
    public byte[] weights(int head) {
        return weights[head].clone();
    }

    private static byte[][] deepCopy(byte[][] weights) {
        byte[][] copy = new byte[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            copy[i] = weights[i].clone();
        }
        return copy;
    }
}
