package io.watchfloor.text.model;

import java.util.Arrays;
import java.util.List;

/**
 * All models that share a feature space, their weights laid side by side: one feature's weights of all models are one short
 * run, so that a text's features are looked up once, whatever the number of models. Four weights of five are zero and not
 * kept.
 *
 * <p>Immutable; one instance serves all threads.
 */
public final class ModelBank {
    private static final int MOST_HEADS = Byte.MAX_VALUE;

    private final FeatureSpace space;
    private final List<LinearModel> models;
    private final int heads;
    private final int[] starts;
    private final short[] entries;
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
        if (heads > MOST_HEADS) {
            throw new IllegalArgumentException("a bank takes %d heads, not %d".formatted(MOST_HEADS, heads));
        }
        this.starts = new int[space.rows() + 1];
        this.largest = new float[heads];
        this.bias = new float[heads];
        long fingerprint = space.fingerprint();
        int offset = 0;
        for (LinearModel model : models) {
            if (model.spaceFingerprint() != fingerprint || model.rows() != space.rows()) {
                throw new IllegalArgumentException(
                        "model " + model.name() + " was trained with other features than the ones given");
            }
            for (int head = 0; head < model.heads(); head++) {
                largest[offset + head] = model.largest(head);
                bias[offset + head] = model.bias(head);
            }
            offset += model.heads();
        }
        this.entries = placeEntries();
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
                addRow(row, value, scores);
            }
        }
        float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        for (int head = 0; head < heads; head++) {
            scores[head] = scores[head] * scale * largest[head] + bias[head];
        }
    }

    private void addRow(int row, float value, float[] scores) {
        int end = starts[row + 1];
        for (int i = starts[row]; i < end; i++) {
            int entry = entries[i];
            scores[entry >> Byte.SIZE] += value * WeightScale.unit((byte) entry);
        }
    }

    /** Each entry is a head in the upper byte and its weight in the lower one. */
    private short[] placeEntries() {
        short[] placed = new short[1 << 10];
        int size = 0;
        for (int row = 0; row < space.rows(); row++) {
            if (size + heads > placed.length) {
                placed = Arrays.copyOf(placed, placed.length * 2 + heads);
            }
            size = placeRow(row, placed, size);
            starts[row + 1] = size;
        }
        return Arrays.copyOf(placed, size);
    }

    private int placeRow(int row, short[] placed, int from) {
        int size = from;
        int offset = 0;
        for (LinearModel model : models) {
            for (int head = 0; head < model.heads(); head++) {
                byte weight = model.weight(head, row);
                if (weight != 0) {
                    placed[size++] = (short) ((offset + head) << Byte.SIZE | (weight & 0xFF));
                }
            }
            offset += model.heads();
        }
        return size;
    }
}
