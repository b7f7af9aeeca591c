package io.watchfloor.text.similar;

import java.util.Arrays;
import java.util.Locale;

/** Makes sketches of texts. One instance per thread: it keeps its tables. */
public final class TextSketcher {
    /** Features kept of one text, those that tell most. */
    private static final int MOST_FEATURES = 64;

    private final FeatureWeights weights;
    private final TextFeatures features = new TextFeatures();
    private long[] sorted = new long[256];

    public TextSketcher() {
        this(FeatureWeights.shipped());
    }

    TextSketcher(FeatureWeights weights) {
        this.weights = weights;
    }

    /** The sketch of a text, which may be empty. */
    public TextSketch sketch(String text) {
        return sketch(text, "");
    }

    /**
     * The sketch of a text, which may be empty, without some of its words: where something is says little about what it
     * is, and neighbours share it. Numbers in those words still count.
     */
    public TextSketch sketch(String text, String without) {
        String lowerCase = fold(text);
        features.read(without.isEmpty() ? lowerCase : lowerCase.replace(fold(without), " "));
        short[] marks = NumberMarks.in(lowerCase);
        int distinct = weigh();
        int kept = Math.min(distinct, MOST_FEATURES);
        Arrays.sort(sorted, 0, distinct); // ascending by weight, of equals by bucket
        long[] top = Arrays.copyOfRange(sorted, distinct - kept, distinct);
        for (int i = 0; i < kept; i++) {
            top[i] = (top[i] & 0xFFFF) << 32 | top[i] >>> 16;
        }
        Arrays.sort(top);
        double square = 0;
        for (long feature : top) {
            float weight = Float.intBitsToFloat((int) feature);
            square += weight * weight;
        }
        double length = Math.sqrt(square);
        short[] buckets = new short[kept];
        float[] shares = new float[kept];
        for (int i = 0; i < kept; i++) {
            buckets[i] = (short) (top[i] >>> 32);
            shares[i] = (float) (Float.intBitsToFloat((int) top[i]) / length);
        }
        return new TextSketch(buckets, shares, marks, features.isHan() ? 1 : 0, features.isLatin() ? 1 : 0);
    }

    /** The sketch of a text without some of its words, with the numbers of the address it came with; that may be null. */
    public TextSketch sketch(String text, String without, String address) {
        TextSketch sketch = sketch(text, without);
        return address == null ? sketch : sketch.at(NumberMarks.in(fold(address)));
    }

    /** The distinct features with a weight, each as its weight's bits above its bucket. */
    private int weigh() {
        int size = features.size();
        if (sorted.length < size) {
            sorted = new long[size * 2];
        }
        for (int i = 0; i < size; i++) {
            sorted[i] = TextFeatures.bucket(features.hash(i));
        }
        Arrays.sort(sorted, 0, size);
        int distinct = 0;
        int i = 0;
        while (i < size) {
            long bucket = sorted[i];
            int times = 0;
            while (i < size && sorted[i] == bucket) {
                times++;
                i++;
            }
            float weight = weights.of((int) bucket) * (times == 1 ? 1 : (float) (1 + StrictMath.log(times)));
            if (weight > 0) {
                sorted[distinct++] = (long) Float.floatToIntBits(weight) << 16 | bucket;
            }
        }
        return distinct;
    }

    /** Lower case, full-width forms as their usual ones. */
    static String fold(String text) {
        String start = text.length() > TextFeatures.LONGEST ? text.substring(0, TextFeatures.LONGEST) : text;
        char[] chars = start.toLowerCase(Locale.ROOT).toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= 0xFF01 && chars[i] <= 0xFF5E) {
                chars[i] = Character.toLowerCase((char) (chars[i] - 0xFEE0));
            }
        }
        return new String(chars);
    }
}
