package io.watchfloor.text.trainer;

import io.watchfloor.text.model.TextNormalizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads corpora and drops exact duplicates: texts that are the same but for spaces, signs and digits. */
final class CorpusReader {
    private final TextNormalizer normalizer = new TextNormalizer();

    /** Reads one of the known corpora below a data folder; only evaluation files keep their duplicates. */
    Corpus read(CorpusSource source, Path dataFolder) throws IOException {
        List<Row> rows = TableReader.read(dataFolder.resolve(source.file())).stream()
                .filter(source.rows())
                .toList();
        List<Example> examples = examples(rows, source.columns(), source.task());
        boolean asTheyAre = CorpusSource.EVALUATION_ONLY.contains(source);
        return new Corpus(source, asTheyAre ? examples : withoutDuplicates(examples));
    }

    /** The rows whose label the task knows. */
    List<Example> examples(List<Row> rows, Columns columns, Task task) {
        List<Example> examples = new ArrayList<>();
        for (Row row : rows) {
            int label = task.labelOf(row.value(columns.label()));
            String text = row.text(columns.text());
            if (label >= 0 && !text.isBlank()) {
                examples.add(new Example(text, label));
            }
        }
        return examples;
    }

    /** Keeps the first of texts with the same key. */
    List<Example> withoutDuplicates(List<Example> examples) {
        Set<String> seen = new HashSet<>();
        return examples.stream().filter(e -> seen.add(key(e.text()))).toList();
    }

    /** Keeps texts whose key is not among the given ones. */
    List<Example> without(List<Example> examples, Set<String> keys) {
        return examples.stream().filter(e -> !keys.contains(key(e.text()))).toList();
    }

    /** The keys of texts. */
    Set<String> keys(List<Example> examples) {
        Set<String> keys = new HashSet<>();
        examples.forEach(e -> keys.add(key(e.text())));
        return keys;
    }

    /** What two copies of a text share: its normalised letters and digits; the normalised text when it has none. */
    String key(String text) {
        String normal = normalizer.normalized(text);
        StringBuilder key = new StringBuilder(normal.length());
        normal.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.isEmpty() ? normal : key.toString();
    }
}
