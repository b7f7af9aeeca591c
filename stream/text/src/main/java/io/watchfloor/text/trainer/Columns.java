package io.watchfloor.text.trainer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a table hold the text and the label.
 *
 * @param text joined by a space when there are several
 */
record Columns(List<String> text, String label) {
    private static final List<List<String>> KNOWN_TEXTS =
            List.of(List.of("留言主题", "留言详情"), List.of("seg"), List.of("review"), List.of("content"), List.of("text"));
    private static final List<String> KNOWN_LABELS = List.of("一级分类", "label", "labels", "target");

    /**
     * The columns named by the caller, else the usual ones among those a table has.
     *
     * @throws BadInputException when one is neither named nor found
     */
    static Columns guess(Set<String> present, Optional<List<String>> namedText, Optional<String> namedLabel) {
        List<String> text = namedText
                .or(() -> KNOWN_TEXTS.stream().filter(present::containsAll).findFirst())
                .orElseThrow(() -> new BadInputException("name the text column with --text: the file has " + present));
        String label = namedLabel
                .or(() -> KNOWN_LABELS.stream().filter(present::contains).findFirst())
                .orElseThrow(
                        () -> new BadInputException("name the label column with --label: the file has " + present));
        return new Columns(text, label);
    }

    /** Column names out of one string that joins them with a plus. */
    static List<String> names(String joined) {
        return List.of(joined.split("\\+"));
    }
}
