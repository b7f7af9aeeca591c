package io.watchfloor.text.trainer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A fixed, seeded split of examples into a part to learn from and a part to measure on. */
record Split(List<Example> training, List<Example> heldOut) {
    /** Shuffles with the seed and holds out the last part of {@code parts}. */
    static Split of(List<Example> examples, int parts, long seed) {
        List<Example> shuffled = shuffled(examples, seed);
        int cut = shuffled.size() - shuffled.size() / parts;
        return new Split(List.copyOf(shuffled.subList(0, cut)), List.copyOf(shuffled.subList(cut, shuffled.size())));
    }

    /** Fold {@code fold} of {@code folds}: every folds-th example is held out. */
    static Split fold(List<Example> examples, int fold, int folds) {
        List<Example> training = new ArrayList<>();
        List<Example> heldOut = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            (i % folds == fold ? heldOut : training).add(examples.get(i));
        }
        return new Split(training, heldOut);
    }

    private static List<Example> shuffled(List<Example> examples, long seed) {
        List<Example> shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
