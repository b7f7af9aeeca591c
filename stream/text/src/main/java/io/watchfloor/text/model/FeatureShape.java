package io.watchfloor.text.model;

/**
 * Which n-grams a family of models looks at and how many buckets they are hashed into. It is written into every model
 * file: a model only fits the shape it was trained with.
 *
 * @param bits the buckets are two to this power
 * @param shortest characters of the shortest n-gram
 * @param longest characters of the longest n-gram
 * @param words whether words and pairs of neighbouring words count too
 */
public record FeatureShape(int bits, int shortest, int longest, boolean words) {
    /** How many bits the hash itself has. */
    static final int HASH_BITS = 32;

    public FeatureShape {
        if (bits < 4 || bits > 24 || shortest < 1 || longest < shortest || longest > 8) {
            throw new IllegalArgumentException(
                    "no such features: bits %d, n-grams %d to %d".formatted(bits, shortest, longest));
        }
    }

    /** How many buckets there are. */
    public int buckets() {
        return 1 << bits;
    }
}
