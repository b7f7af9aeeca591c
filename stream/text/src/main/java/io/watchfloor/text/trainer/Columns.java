package io.watchfloor.text.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a table hold the text and the label.
 *
 * @param text joined by a space when there are several
 */
record Columns(List<String> text, String label) {
    private static final List<List<String>> KNOWN_TEXTS = List.of(
            List.of("留言主题", "留言详情"),
            List.of("留言详情"),
            List.of("seg"),
            List.of("review"),
            List.of("content"),
            List.of("text"),
            List.of("sentence"),
            List.of("comment"),
            List.of("tweet"),
            List.of("body"),
            List.of("message"),
            List.of("内容"),
            List.of("文本"),
            List.of("评论"),
            List.of("留言主题"));
    private static final List<List<String>> KNOWN_LABELS = List.of(
            List.of("一级分类"),
            List.of("一级标签"),
            List.of("label"),
            List.of("labels"),
            List.of("target"),
            List.of("sentiment"),
            List.of("polarity"),
            List.of("emotion"),
            List.of("category"),
            List.of("class"),
            List.of("标签"),
            List.of("类别"),
            List.of("分类"));

    /**
     * The columns named by the caller, else the usual ones among those a table has, however they are capitalised.
     *
     * @throws BadInputException when one is neither named nor found
     */
    static Columns guess(Set<String> present, Optional<List<String>> namedText, Optional<String> namedLabel) {
        List<String> text = namedText
                .or(() -> firstOf(KNOWN_TEXTS, present))
                .orElseThrow(() -> new BadInputException("name the text column with --text: the file has " + present));
        String label = namedLabel
                .or(() -> firstOf(KNOWN_LABELS, present).map(names -> names.get(0)))
                .orElseThrow(
                        () -> new BadInputException("name the label column with --label: the file has " + present));
        return new Columns(text, label);
    }

    /** Column names out of one string that joins them with a plus. */
    static List<String> names(String joined) {
        return List.of(joined.split("\\+"));
    }

    private static Optional<List<String>> firstOf(List<List<String>> known, Set<String> present) {
        return known.stream()
                .map(names -> written(names, present))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The names as the table writes them; empty when it has not all of them. */
    private static Optional<List<String>> written(List<String> names, Set<String> present) {
        List<String> written = new ArrayList<>();
        for (String name : names) {
            present.stream().filter(name::equalsIgnoreCase).findFirst().ifPresent(written::add);
        }
        return written.size() == names.size() ? Optional.of(written) : Optional.empty();
    }
}
