package io.watchfloor.text.similar;

import java.util.Arrays;

/**
 * What a text, or several of one event together, says, in at most a kilobyte of plain arrays: hashed words and pairs of
 * characters with how much each tells, and the numbers that tell houses, blocks and floors apart.
 *
 * @param features hashes, ascending as unsigned numbers
 * @param weights of the features, greater than 0; of one text they have length one together, of several they add up
 * @param marks numbers with their unit ("3号楼"), ascending as unsigned numbers; see {@link NumberMarks}
 * @param han texts mainly in Chinese characters
 * @param latin texts mainly in Latin letters
 */
@SuppressWarnings(
        "ArrayRecordComponent") // never changed, and small in the state store; likeness, not equality, is asked for
public record TextSketch(short[] features, float[] weights, short[] marks, int han, int latin) {
    /** Of no text at all. */
    public static final TextSketch EMPTY = new TextSketch(new short[0], new float[0], new short[0], 0, 0);

    /** Features that a sum keeps; the lightest are dropped. */
    static final int MOST_FEATURES = 128;

    static final int MOST_MARKS = 12;
    private static final float GONE = 1e-4f;

    /** The sketch of both together. */
    public TextSketch plus(TextSketch other) {
        return merged(other, 1);
    }

    /** The sketch without one that was added before; what had been dropped since does not come back. */
    public TextSketch minus(TextSketch other) {
        return merged(other, -1);
    }

    /** How alike this text is to those of the other sketch. */
    public Likeness to(TextSketch other) {
        boolean comparable = (han > 0 && other.han > 0) || (latin > 0 && other.latin > 0);
        boolean sameMark = shareMark(marks, other.marks);
        boolean otherMark = !sameMark && differInMark(marks, other.marks);
        boolean nextMark = otherMark && areNext(marks, other.marks);
        if (!comparable || features.length == 0 || other.features.length == 0) {
            return new Likeness(false, 0, 0, sameMark, otherMark, nextMark);
        }
        double dot = 0;
        double covered = 0;
        int i = 0;
        int j = 0;
        while (i < features.length && j < other.features.length) {
            int a = features[i] & 0xFFFF;
            int b = other.features[j] & 0xFFFF;
            if (a == b) {
                dot += weights[i] * other.weights[j];
                covered += weights[i] * weights[i];
                i++;
                j++;
            } else if (a < b) {
                i++;
            } else {
                j++;
            }
        }
        double mine = square(weights);
        double cosine = dot / Math.sqrt(mine * square(other.weights));
        return new Likeness(true, Math.min(1, cosine), Math.min(1, covered / mine), sameMark, otherMark, nextMark);
    }

    private static double square(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight * weight;
        }
        return sum;
    }

    private static boolean shareMark(short[] a, short[] b) {
        for (short mark : a) {
            for (short other : b) {
                if (mark == other) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean differInMark(short[] a, short[] b) {
        for (short mark : a) {
            for (short other : b) {
                if (NumberMarks.unitOf(mark) == NumberMarks.unitOf(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The unit stands above the number: those of one unit next to each other differ by one. */
    private static boolean areNext(short[] a, short[] b) {
        for (short mark : a) {
            for (short other : b) {
                if (Math.abs((mark & 0xFFFF) - (other & 0xFFFF)) == 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private TextSketch merged(TextSketch other, int sign) {
        short[] nextFeatures = new short[features.length + other.features.length];
        float[] nextWeights = new float[nextFeatures.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < features.length || j < other.features.length) {
            int a = i < features.length ? features[i] & 0xFFFF : Integer.MAX_VALUE;
            int b = j < other.features.length ? other.features[j] & 0xFFFF : Integer.MAX_VALUE;
            float weight = 0;
            if (a <= b) {
                weight += weights[i++];
            }
            if (b <= a) {
                weight += sign * other.weights[j++];
            }
            if (weight > GONE) {
                nextFeatures[size] = (short) Math.min(a, b);
                nextWeights[size++] = weight;
            }
        }
        short[] nextMarks = sign > 0 ? united(marks, other.marks) : marks;
        return heaviest(nextFeatures, nextWeights, size)
                .with(nextMarks, Math.max(0, han + sign * other.han), Math.max(0, latin + sign * other.latin));
    }

    private TextSketch with(short[] marksNow, int hanNow, int latinNow) {
        return new TextSketch(features, weights, marksNow, hanNow, latinNow);
    }

    /** Of equally light ones at the border, those with the greater hash go. */
    private static TextSketch heaviest(short[] features, float[] weights, int size) {
        if (size <= MOST_FEATURES) {
            return new TextSketch(Arrays.copyOf(features, size), Arrays.copyOf(weights, size), EMPTY.marks, 0, 0);
        }
        float[] sorted = Arrays.copyOf(weights, size);
        Arrays.sort(sorted);
        float border = sorted[size - MOST_FEATURES];
        int above = 0;
        for (int i = 0; i < size; i++) {
            above += weights[i] > border ? 1 : 0;
        }
        int atBorder = MOST_FEATURES - above;
        short[] kept = new short[MOST_FEATURES];
        float[] keptWeights = new float[MOST_FEATURES];
        int next = 0;
        for (int i = 0; i < size && next < MOST_FEATURES; i++) {
            if (weights[i] > border || (weights[i] == border && atBorder-- > 0)) {
                kept[next] = features[i];
                keptWeights[next++] = weights[i];
            }
        }
        return new TextSketch(kept, keptWeights, EMPTY.marks, 0, 0);
    }

    private static short[] united(short[] a, short[] b) {
        if (b.length == 0) {
            return a;
        }
        short[] all = Arrays.copyOf(a, a.length + b.length);
        int size = a.length;
        for (short mark : b) {
            boolean known = false;
            for (int i = 0; i < size; i++) {
                known |= all[i] == mark;
            }
            if (!known && size < MOST_MARKS) {
                all[size++] = mark;
            }
        }
        return Arrays.copyOf(all, size);
    }
}
