package io.watchfloor.text.trainer;

import io.watchfloor.text.model.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a model can be asked, and the words that corpora use for the answers. */
enum Task {
    CATEGORY,
    POLARITY,
    EMOTION,
    DISASTER;

    private static final Map<String, String> SIDES =
            Map.of("0", Labels.NEGATIVE, "-1", Labels.NEGATIVE, "1", Labels.POSITIVE);
    private static final Map<String, String> TYPING_ERRORS = Map.of("neural", Labels.NEUTRAL);
    private static final Map<String, String> TOLD = Map.of("0", Labels.OTHER, "1", Labels.DISASTER);

    List<String> labels() {
        return switch (this) {
            case CATEGORY -> Labels.CATEGORIES;
            case POLARITY -> Labels.POLARITIES;
            case EMOTION -> Labels.EMOTIONS;
            case DISASTER -> Labels.DISASTERS;
        };
    }

    /** The position of a corpus's label in {@link #labels()}; −1 for a label this task does not know. */
    int labelOf(String written) {
        String trimmed = written.strip();
        return labels().indexOf(aliases().getOrDefault(trimmed, trimmed));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Task> find(String wireName) {
        return Arrays.stream(values())
                .filter(t -> t.wireName().equals(wireName))
                .findFirst();
    }

    private Map<String, String> aliases() {
        return switch (this) {
            case CATEGORY -> Map.of();
            case POLARITY -> SIDES;
            case EMOTION -> TYPING_ERRORS;
            case DISASTER -> TOLD;
        };
    }
}
