package io.watchfloor.text.trainer;

import io.watchfloor.text.model.FeatureCounter;
import io.watchfloor.text.model.FeatureShape;
import io.watchfloor.text.model.FeatureSpace;
import io.watchfloor.text.model.TextNormalizer;
import java.util.Collection;
import java.util.List;

/**
 * Chooses the features of a space and their inverse document frequency, ln((1 + n) / (1 + df)) + 1. Every corpus has the
 * same say in the frequencies, however large it is.
 */
final class SpaceFitter {
    /** Characters 1 to 3 for Chinese. */
    static final FeatureShape CHINESE = new FeatureShape(20, 1, 3, false);

    /** Characters 2 to 5, words and pairs of words for English. */
    static final FeatureShape ENGLISH = new FeatureShape(19, 2, 5, true);

    private SpaceFitter() {}

    /**
     * Fits a space.
     *
     * @param fewestTexts a bucket is known when at least this many texts have it
     */
    static FeatureSpace fit(FeatureShape shape, Collection<List<Example>> corpora, int fewestTexts) {
        int[] texts = new int[shape.buckets()];
        double[] shares = new double[shape.buckets()];
        int total = 0;
        for (List<Example> corpus : corpora) {
            int[] inCorpus = documentFrequencies(shape, corpus);
            total += corpus.size();
            for (int i = 0; i < inCorpus.length; i++) {
                texts[i] += inCorpus[i];
                shares[i] += (double) inCorpus[i] / Math.max(1, corpus.size());
            }
        }
        float[] inverse = new float[shape.buckets()];
        for (int i = 0; i < inverse.length; i++) {
            if (texts[i] >= fewestTexts) {
                double frequency = shares[i] / corpora.size() * total;
                inverse[i] = (float) (StrictMath.log((1.0 + total) / (1.0 + frequency)) + 1);
            }
        }
        return FeatureSpace.of(shape, inverse);
    }

    private static int[] documentFrequencies(FeatureShape shape, List<Example> corpus) {
        TextNormalizer normalizer = new TextNormalizer();
        FeatureCounter counter = new FeatureCounter(shape);
        int[] frequencies = new int[shape.buckets()];
        for (Example example : corpus) {
            normalizer.normalize(example.text());
            counter.count(normalizer.chars(), normalizer.length());
            for (int i = 0; i < counter.size(); i++) {
                frequencies[counter.bucket(i)]++;
            }
        }
        return frequencies;
    }
}
