package io.watchfloor.text.similar;

import java.util.Arrays;

/**
 * What a text, or several of one event together, says, in at most a kilobyte of plain arrays: hashed words and pairs of
 * characters with how much each tells, and the numbers that tell houses, blocks and floors apart.
 *
 * @param features hashes, ascending as unsigned numbers
 * @param weights of the features, greater than 0; of one text they have length one together, of several they add up
 * @param marks numbers with their unit ("3号楼"), as often as a text names them; see {@link NumberMarks}
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

    static final int MOST_MARKS = 16;
    private static final float GONE = 1e-4f;

    /** The sketch of both together. */
    public TextSketch plus(TextSketch other) {
        return merged(other, 1);
    }

    /** The sketch without one that was added before; what had been dropped since does not come back, numbers stay. */
    public TextSketch minus(TextSketch other) {
        return merged(other, -1);
    }

    /** How alike this text is to those of the other sketch. */
    public Likeness to(TextSketch other) {
        boolean comparable = (han > 0 && other.han > 0) || (latin > 0 && other.latin > 0);
        int units = NumberMarks.decisive(marks, other.marks);
        boolean marked = units != 0;
        double sameMark = marked ? NumberMarks.share(marks, other.marks, units) : 0;
        int apart = marked ? NumberMarks.apart(marks, other.marks, units) : 0;
        if (!comparable || features.length == 0 || other.features.length == 0) {
            return new Likeness(false, 0, 0, marked, sameMark, apart);
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
        double cosine = dot / Math.sqrt(mine * square(other.weights) * ofMyScript(other));
        return new Likeness(true, Math.min(1, cosine), Math.min(1, covered / mine), marked, sameMark, apart);
    }

    /**
     * What of the other's length is of this one's script: the words of another can have none in common, and do not make
     * the rest less alike.
     */
    private double ofMyScript(TextSketch other) {
        if ((han > 0 && latin > 0) || other.han == 0 || other.latin == 0) {
            return 1;
        }
        double own = han > 0 ? other.han : other.latin;
        double rest = han > 0 ? other.latin : other.han;
        return own * own / (own * own + rest * rest);
    }

    private static double square(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight * weight;
        }
        return sum;
    }

    /** The same sketch, of a text that comes with an address: its numbers count like those of the words. */
    TextSketch at(short[] addressMarks) {
        return with(added(marks, NumberMarks.without(addressMarks, marks)), han, latin);
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
        short[] nextMarks = sign > 0 ? added(marks, other.marks) : marks;
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

    /** Both, one after the other: what several say counts more than what one does. The first stay. */
    private static short[] added(short[] a, short[] b) {
        int more = Math.min(b.length, MOST_MARKS - a.length);
        if (more <= 0) {
            return a;
        }
        short[] all = Arrays.copyOf(a, a.length + more);
        System.arraycopy(b, 0, all, a.length, more);
        return all;
    }
}
