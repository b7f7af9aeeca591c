package io.watchfloor.text.trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What the model of types of one language learns from: sentences made of the grammar, labelled texts, and texts of corpora
 * that are about no type at all.
 *
 * @param made drawn from the grammar
 * @param labelled by hand or by officers
 * @param heldOut labelled texts that are not learnt from: the calibration is fitted on them
 */
record TypeLessons(List<Example> made, List<Example> labelled, List<Example> heldOut) {
    /** A text that somebody wrote and labelled counts as so many made ones. */
    private static final int LABELLED_COPIES = 3;

    static final TypeLessons NONE = new TypeLessons(List.of(), List.of(), List.of());

    /** Both languages. */
    record Pair(TypeLessons chinese, TypeLessons english) {
        static final Pair NONE = new Pair(TypeLessons.NONE, TypeLessons.NONE);

        /**
         * Draws from a folder of grammars ({@code zh.txt}, {@code en.txt}).
         *
         * @param grammars null: nothing is made up
         */
        static Pair of(Path grammars, int perType, long seed, TypeLabels labels, TypeLabels heldOut)
                throws IOException {
            List<Example> chinese = grammars == null
                    ? List.of()
                    : new SentenceMaker(Grammar.read(grammars.resolve("zh.txt")), false, seed).make(perType);
            List<Example> english = grammars == null
                    ? List.of()
                    : new SentenceMaker(Grammar.read(grammars.resolve("en.txt")), true, seed).make(perType);
            return new Pair(
                    new TypeLessons(chinese, labels.chinese(), heldOut.chinese()),
                    new TypeLessons(english, labels.english(), heldOut.english()));
        }
    }

    /** Everything to learn from, these texts of no type included, shuffled. */
    List<Example> all(List<Example> others, long seed) {
        List<Example> all = new ArrayList<>(made);
        for (int i = 0; i < LABELLED_COPIES; i++) {
            all.addAll(labelled);
        }
        all.addAll(others);
        Collections.shuffle(all, new Random(seed));
        return all;
    }
}
