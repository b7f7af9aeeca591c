package io.watchfloor.text.trainer;

import java.util.List;
import java.util.Locale;

/** Findings as Markdown tables; shares are in percent. */
final class MarkdownTable {
    private MarkdownTable() {}

    /** One line per set of texts. */
    static String of(List<Finding> findings) {
        StringBuilder table = new StringBuilder("| texts | task's labels | n | accuracy | macro-F1 | measured on |\n")
                .append("|---|---|---|---|---|---|\n");
        for (Finding finding : findings) {
            Confusion confusion = finding.confusion();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %,d | %.1f | %.1f | %s |%n",
                    finding.title(),
                    confusion.labels().size(),
                    confusion.total(),
                    100 * confusion.accuracy(),
                    100 * confusion.macroF1(),
                    finding.note()));
        }
        return withUnixLines(table);
    }

    /** One line per label of each set. */
    static String perLabel(List<Finding> findings) {
        StringBuilder table = new StringBuilder("| texts | label | n | precision | recall | F1 |\n")
                .append("|---|---|---|---|---|---|\n");
        for (Finding finding : findings) {
            Confusion confusion = finding.confusion();
            for (int label = 0; label < confusion.labels().size(); label++) {
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %,d | %.1f | %.1f | %.1f |%n",
                        finding.title(),
                        confusion.labels().get(label),
                        confusion.support(label),
                        100 * confusion.precision(label),
                        100 * confusion.recall(label),
                        100 * confusion.f1(label)));
            }
        }
        return withUnixLines(table);
    }

    private static String withUnixLines(StringBuilder table) {
        return table.toString().replace(System.lineSeparator(), "\n");
    }
}
