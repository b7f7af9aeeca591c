package io.watchfloor.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Weights per incident type, in the catalogue's order, gathered while one text is read, and the words behind them. */
final class TypeEvidence {
    /** However many pairs of words agree, together they say no more than two telling ones. */
    private static final float MOST_OF_PAIRS = 8;

    private record Word(int type, String words) {}

    private final float[] weights;
    private float[] pairWeights;
    private final List<Word> words = new ArrayList<>();

    TypeEvidence(int types) {
        weights = new float[types];
    }

    void add(int type, float weight, String phrase) {
        weights[type] += weight;
        words.add(new Word(type, phrase));
    }

    void addPair(int type, float weight, String first, String second) {
        if (pairWeights == null) {
            pairWeights = new float[weights.length];
        }
        float counted = Math.min(weight, MOST_OF_PAIRS - pairWeights[type]);
        pairWeights[type] += counted;
        weights[type] += counted;
        words.add(new Word(type, first));
        words.add(new Word(type, second));
    }

    float weight(int type) {
        return weights[type];
    }

    /** The words that spoke for a type, each once. */
    List<String> wordsFor(int type) {
        List<String> found = new ArrayList<>();
        for (Word word : words) {
            if (word.type() == type && !found.contains(word.words())) {
                found.add(word.words());
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return Arrays.toString(weights);
    }
}
