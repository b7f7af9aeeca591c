package io.watchfloor.text.trainer;

import java.util.List;

/** Labelled texts of one source, in the order of their file. */
record Corpus(CorpusSource source, List<Example> examples) {
    Corpus {
        examples = List.copyOf(examples);
    }

    Corpus with(List<Example> others) {
        return new Corpus(source, others);
    }
}
