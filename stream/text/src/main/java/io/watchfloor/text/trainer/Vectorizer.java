package io.watchfloor.text.trainer;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import io.watchfloor.text.model.FeatureCounter;
import io.watchfloor.text.model.FeatureSpace;
import io.watchfloor.text.model.TextNormalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Texts as LIBLINEAR takes them: one feature per row of the space, length one, and a constant feature last. */
final class Vectorizer {
    /** The constant feature; small, so that the bias is held back like the other weights. */
    static final double CONSTANT = 0.3;

    private final FeatureSpace space;
    private final TextNormalizer normalizer = new TextNormalizer();
    private final FeatureCounter counter;

    Vectorizer(FeatureSpace space) {
        this.space = space;
        this.counter = new FeatureCounter(space.shape());
    }

    Feature[][] vectors(List<Example> examples) {
        return examples.stream().map(e -> vector(e.text())).toArray(Feature[][]::new);
    }

    private Feature[] vector(String text) {
        normalizer.normalize(text);
        counter.count(normalizer.chars(), normalizer.length());
        FeatureNode[] nodes = new FeatureNode[counter.size()];
        int known = 0;
        double square = 0;
        for (int i = 0; i < counter.size(); i++) {
            int row = space.row(counter.bucket(i));
            if (row >= 0) {
                float value = space.rowValue(row, counter.occurrences(i));
                nodes[known++] = new FeatureNode(row + 1, value);
                square += value * value;
            }
        }
        double scale = square == 0 ? 0 : 1 / Math.sqrt(square);
        Feature[] vector = Arrays.copyOf(nodes, known + 1, Feature[].class);
        for (int i = 0; i < known; i++) {
            vector[i].setValue(vector[i].getValue() * scale);
        }
        vector[known] = new FeatureNode(space.rows() + 1, CONSTANT);
        Arrays.sort(vector, Comparator.comparingInt(Feature::getIndex));
        return vector;
    }
}
