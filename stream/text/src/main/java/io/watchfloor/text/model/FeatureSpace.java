package io.watchfloor.text.model;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The features a family of models shares: which buckets are known, each one's row in the weight tables, and how much each
 * tells (inverse document frequency, in 255 steps). N-grams that training met too rarely have no row and do not count.
 *
 * <p>Immutable; one instance serves all threads.
 */
public final class FeatureSpace {
    private static final int WORD_BITS = 6;
    private static final float[] DAMPED_COUNTS = dampedCounts();
    private static final int STEPS = 255;

    private final FeatureShape shape;
    private final long[] known;
    private final int[] rowsBefore;
    private final byte[] steps;
    private final float highest;
    private final float stepSize;

    /**
     * Builds a space.
     *
     * @param known one bit per bucket, set for those that have a row
     * @param steps per row the inverse document frequency, from 0 (stands for 1.0) to 255 (stands for {@code highest})
     * @param highest the largest inverse document frequency
     */
    public FeatureSpace(FeatureShape shape, long[] known, byte[] steps, float highest) {
        this.shape = shape;
        this.known = known.clone();
        this.steps = steps.clone();
        this.highest = highest;
        this.rowsBefore = new int[known.length];
        int rows = 0;
        for (int i = 0; i < known.length; i++) {
            rowsBefore[i] = rows;
            rows += Long.bitCount(known[i]);
        }
        if (rows != steps.length || known.length != Math.max(1, shape.buckets() >> WORD_BITS)) {
            throw new IllegalArgumentException("%d rows, %d frequencies".formatted(rows, steps.length));
        }
        this.stepSize = (highest - 1) / STEPS;
    }

    /** Builds a space from the inverse document frequency of each bucket; zero stands for an unknown bucket. */
    public static FeatureSpace of(FeatureShape shape, float[] inverseDocumentFrequency) {
        float highest = 1;
        int rows = 0;
        for (float value : inverseDocumentFrequency) {
            highest = Math.max(highest, value);
            rows += value > 0 ? 1 : 0;
        }
        long[] known = new long[Math.max(1, shape.buckets() >> WORD_BITS)];
        byte[] steps = new byte[rows];
        int row = 0;
        for (int i = 0; i < inverseDocumentFrequency.length; i++) {
            float value = inverseDocumentFrequency[i];
            if (value > 0) {
                known[i >> WORD_BITS] |= 1L << i;
                steps[row++] = highest == 1 ? 0 : (byte) Math.round((value - 1) / (highest - 1) * STEPS);
            }
        }
        return new FeatureSpace(shape, known, steps, highest);
    }

    /** What is hashed and how. */
    public FeatureShape shape() {
        return shape;
    }

    /** How many known features there are. */
    public int rows() {
        return steps.length;
    }

    /** The row of a bucket, or −1 when training did not know it. */
    public int row(int bucket) {
        long word = known[bucket >> WORD_BITS];
        long bit = 1L << bucket;
        return (word & bit) == 0 ? -1 : rowsBefore[bucket >> WORD_BITS] + Long.bitCount(word & (bit - 1));
    }

    /** The value of a feature before the text's vector is brought to length one: (1 + ln tf) · idf. */
    public float rowValue(int row, int occurrences) {
        return value(step(row), occurrences);
    }

    int step(int row) {
        return steps[row] & STEPS;
    }

    float value(int step, int occurrences) {
        return DAMPED_COUNTS[Math.min(occurrences, DAMPED_COUNTS.length - 1)] * (1 + step * stepSize);
    }

    /** Tells two spaces apart: a model only fits the one it was trained in. */
    public long fingerprint() {
        CRC32 crc = new CRC32();
        crc.update(shape.toString().getBytes(StandardCharsets.UTF_8));
        for (long word : known) {
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                crc.update((int) (word >>> shift) & 0xFF);
            }
        }
        crc.update(steps);
        crc.update(Float.floatToIntBits(highest));
        return crc.getValue();
    }

    long[] known() {
        return known.clone();
    }

    byte[] steps() {
        return steps.clone();
    }

    float highest() {
        return highest;
    }

    private static float[] dampedCounts() {
        float[] damped = new float[256];
        for (int i = 1; i < damped.length; i++) {
            damped[i] = (float) (1 + StrictMath.log(i));
        }
        return damped;
    }
}
