package io.watchfloor.text.model;

import java.util.List;
import java.util.Locale;

/** Calibrated probabilities over fixed labels; they add up to one, or there are no labels at all. */
public final class Probabilities {
    private static final Probabilities NONE = new Probabilities(List.of(), new float[0]);

    private final List<String> labels;
    private final float[] values;

    Probabilities(List<String> labels, float[] values) {
        this.labels = labels;
        this.values = values;
    }

    /** Nothing is known, for instance because no model reads the text's language. */
    public static Probabilities none() {
        return NONE;
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return values.length == 0;
    }

    /** The labels, in the order of the model. */
    public List<String> labels() {
        return labels;
    }

    /** The probability of a label; zero for one the model does not know. */
    public double of(String label) {
        int i = labels.indexOf(label);
        return i < 0 ? 0 : values[i];
    }

    /** The probability of the label at a position of {@link #labels()}. */
    public double at(int position) {
        return values[position];
    }

    /**
     * The likeliest label.
     *
     * @throws IllegalStateException when nothing is known
     */
    public String top() {
        if (isEmpty()) {
            throw new IllegalStateException("no probabilities: nothing was read");
        }
        return labels.get(topPosition());
    }

    /** The probability of the likeliest label; zero when nothing is known. */
    public double topProbability() {
        return isEmpty() ? 0 : values[topPosition()];
    }

    private int topPosition() {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(labels.get(i))
                    .append(String.format(Locale.ROOT, " %.3f", values[i]));
        }
        return text.append('}').toString();
    }
}
