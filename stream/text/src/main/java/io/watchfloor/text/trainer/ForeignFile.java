package io.watchfloor.text.trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures models on a labelled file they have never met. */
final class ForeignFile {
    private final Path file;
    private final Task task;
    private final List<Row> rows;
    private final Columns columns;

    /**
     * Reads the file.
     *
     * @param text column names joined by {@code +}; guessed when absent, like the label
     * @throws BadInputException when the columns are not there
     */
    ForeignFile(Path file, Task task, Optional<String> text, Optional<String> label) throws IOException {
        this.file = file;
        this.task = task;
        this.rows = TableReader.read(file);
        if (rows.isEmpty()) {
            throw new BadInputException(file.getFileName() + " has no rows");
        }
        this.columns = columns(text, label);
    }

    /**
     * Measures; texts that training knew are counted apart.
     *
     * @param learnt keys of the training texts; empty when they are not known
     */
    List<Finding> measure(ModelSet models, Set<String> learnt) {
        CorpusReader reader = new CorpusReader();
        List<Example> all = reader.examples(rows, columns, task);
        Measure measure = new Measure(models);
        String name = file.getFileName().toString();
        int unused = rows.size() - all.size();
        String note = unused == 0 ? "all rows" : "all rows but %,d without text or known label".formatted(unused);
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(name, note, measure.of(task, all)));
        List<Example> unseen = reader.without(all, learnt);
        if (unseen.size() < all.size()) {
            findings.add(new Finding(name, "texts not in training", measure.of(task, unseen)));
        }
        return findings;
    }

    private Columns columns(Optional<String> text, Optional<String> label) {
        Set<String> present = new LinkedHashSet<>(rows.get(0).values().keySet());
        Columns wanted = Columns.guess(present, text.map(Columns::names), label);
        if (!present.containsAll(wanted.text()) || !present.contains(wanted.label())) {
            throw new BadInputException("%s has the columns %s, not %s".formatted(file.getFileName(), present, wanted));
        }
        return wanted;
    }
}
