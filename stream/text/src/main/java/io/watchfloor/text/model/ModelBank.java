package io.watchfloor.text.model;

import java.util.Arrays;
import java.util.List;

/**
 * All models that share a feature space, their weights laid side by side: one feature's weights of all models are one short
 * run of bytes, so that a text's features are looked up once, whatever the number of models.
 *
 * <p>Immutable; one instance serves all threads.
 */
public final class ModelBank {
    private final FeatureSpace space;
    private final List<LinearModel> models;
    private final int heads;
    private final byte[] rows;
    private final float[] largest;
    private final float[] bias;

    /**
     * Lays models side by side.
     *
     * @throws IllegalArgumentException when a model was trained in another space
     */
    public ModelBank(FeatureSpace space, List<LinearModel> models) {
        this.space = space;
        this.models = List.copyOf(models);
        this.heads = models.stream().mapToInt(LinearModel::heads).sum();
        this.rows = new byte[space.rows() * heads];
        this.largest = new float[heads];
        this.bias = new float[heads];
        long fingerprint = space.fingerprint();
        int offset = 0;
        for (LinearModel model : models) {
            if (model.spaceFingerprint() != fingerprint || model.rows() != space.rows()) {
                throw new IllegalArgumentException(
                        "model " + model.name() + " was trained with other features than the ones given");
            }
            place(model, offset);
            offset += model.heads();
        }
    }

    /** The features the models share. */
    public FeatureSpace space() {
        return space;
    }

    /** How many scores a text gets. */
    public int heads() {
        return heads;
    }

    /** Where a model's scores begin. */
    public int offsetOf(LinearModel model) {
        int offset = 0;
        for (LinearModel each : models) {
            if (each == model) {
                return offset;
            }
            offset += each.heads();
        }
        throw new IllegalArgumentException("not in this bank: " + model.name());
    }

    /**
     * Scores the counted features of one text with every model.
     *
     * @param scores receives {@link #heads()} scores
     */
    public void score(FeatureCounter counter, float[] scores) {
        Arrays.fill(scores, 0, heads, 0);
        float square = 0;
        for (int i = 0; i < counter.size(); i++) {
            int row = space.row(counter.bucket(i));
            if (row >= 0) {
                float value = space.value(row, counter.occurrences(i));
                square += value * value;
                addRow(row * heads, value, scores);
            }
        }
        float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        for (int head = 0; head < heads; head++) {
            scores[head] = scores[head] * scale * largest[head] + bias[head];
        }
    }

    private void addRow(int from, float value, float[] scores) {
        for (int head = 0; head < heads; head++) {
            scores[head] += value * WeightScale.unit(rows[from + head]);
        }
    }

    private void place(LinearModel model, int offset) {
        for (int head = 0; head < model.heads(); head++) {
            largest[offset + head] = model.largest(head);
            bias[offset + head] = model.bias(head);
            for (int row = 0; row < space.rows(); row++) {
                rows[row * heads + offset + head] = model.weight(head, row);
            }
        }
    }
}
