package io.watchfloor.text.similar;

import java.util.Arrays;

/**
 * Finds copies and edits of a text among many without comparing it to each: MinHash over its features, eight bands of
 * two. Two texts that share a share {@code s} of their features have a band in common with probability {@code 1 − (1 −
 * s²)⁸}: 0.90 at a half, 0.99 at two thirds, 0.08 at a tenth. One instance per thread.
 */
public final class Reposts {
    static final int BANDS = 8;
    private static final int ROWS = 2;
    /** A shorter text is the same as too many others. */
    private static final int FEWEST_FEATURES = 6;

    private final TextFeatures features = new TextFeatures();
    private final int[] least = new int[BANDS * ROWS];

    /** One number per band; empty when the text is too short to tell anything. */
    public int[] bands(String text) {
        features.read(TextSketcher.fold(text));
        if (features.size() < FEWEST_FEATURES) {
            return new int[0];
        }
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int i = 0; i < features.size(); i++) {
            int hash = features.hash(i);
            for (int row = 0; row < least.length; row++) {
                least[row] = Math.min(least[row], TextFeatures.scramble(hash + row * 0x9E3779B9));
            }
        }
        int[] bands = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            bands[band] = TextFeatures.scramble(least[band * ROWS] * 31 + least[band * ROWS + 1] + band);
        }
        return bands;
    }
}
