package io.watchfloor.text.model;

import java.util.Arrays;
import java.util.List;

/**
 * All models that share a feature space, their weights laid side by side: one feature's weights of all models are one short
 * run, so that a text's features are looked up once, whatever the number of models. Four weights of five are zero and not
 * kept. Lookups come first and sums after, so that the waits for memory overlap.
 *
 * <p>Immutable; one instance serves all threads.
 */
public final class ModelBank {
    private static final int MOST_HEADS = Byte.MAX_VALUE;
    private static final int MOST_ENTRIES = 1 << 23;
    private static final int STEP = 0xFF;
    private static final int WORD_BITS = 6;

    private final FeatureSpace space;
    private final List<LinearModel> models;
    private final int heads;
    /** Known buckets in words of 64, each followed by the number of rows before it: one cache line serves both. */
    private final long[] directory;

    /** Per row where its entries start, and in the low byte its step of inverse document frequency. */
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
        this.directory = directory(space.known());
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
        long[] found = counter.notes();
        int size = 0;
        float square = 0;
        for (int i = 0; i < counter.size(); i++) {
            int row = row(counter.bucket(i));
            if (row >= 0) {
                int start = starts[row];
                int occurrences = counter.occurrences(i);
                float value = space.value(start & STEP, occurrences);
                square += value * value;
                int length = (starts[row + 1] >>> Byte.SIZE) - (start >>> Byte.SIZE);
                found[size] = (long) Float.floatToRawIntBits(value) << Integer.SIZE
                        | (long) (start >>> Byte.SIZE) << Byte.SIZE
                        | length;
                size += length > 0 ? 1 : 0;
            }
        }
        addAll(found, size, scores);
        float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        for (int head = 0; head < heads; head++) {
            scores[head] = scores[head] * scale * largest[head] + bias[head];
        }
    }

    /** A note is a feature's value, where its entries start and how many they are. */
    private void addAll(long[] notes, int size, float[] scores) {
        for (int i = 0; i < size; i++) {
            float value = Float.intBitsToFloat((int) (notes[i] >>> Integer.SIZE));
            int start = (int) notes[i] >>> Byte.SIZE;
            int end = start + ((int) notes[i] & STEP);
            for (int at = start; at < end; at++) {
                int entry = entries[at];
                scores[entry >> Byte.SIZE] += value * WeightScale.unit((byte) entry);
            }
        }
    }

    private int row(int bucket) {
        int word = (bucket >> WORD_BITS) << 1;
        long known = directory[word];
        long bit = 1L << bucket;
        return (known & bit) == 0 ? -1 : (int) directory[word + 1] + Long.bitCount(known & (bit - 1));
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
            if (size > MOST_ENTRIES) {
                throw new IllegalArgumentException("more than " + MOST_ENTRIES + " weights in one bank");
            }
            starts[row + 1] = size << Byte.SIZE;
        }
        for (int row = 0; row < space.rows(); row++) {
            starts[row] |= space.step(row);
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

    private static long[] directory(long[] known) {
        long[] directory = new long[known.length * 2];
        long rows = 0;
        for (int i = 0; i < known.length; i++) {
            directory[2 * i] = known[i];
            directory[2 * i + 1] = rows;
            rows += Long.bitCount(known[i]);
        }
        return directory;
    }
}
