package io.watchfloor.text.trainer;

import io.watchfloor.text.model.Labels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a model can be asked, and the words that corpora use for the answers. */
enum Task {
    CATEGORY,
    POLARITY,
    EMOTION,
    DISASTER;

    private static final Map<String, String> SIDES = aliases(
            Labels.NEGATIVE, "0 -1 false neg negative 负面 负向 负 消极 差评",
            Labels.POSITIVE, "1 true pos positive 正面 正向 正 积极 好评");
    private static final Map<String, String> FEELINGS = aliases(
            Labels.ANGRY, "anger 愤怒 生气",
            Labels.FEAR, "fearful afraid 恐惧 害怕",
            Labels.HAPPY, "happiness joy 高兴 快乐 喜悦 积极",
            Labels.NEUTRAL, "neural none 无情绪 中性 平静",
            Labels.SAD, "sadness 悲伤 难过 伤心",
            Labels.SURPRISE, "surprised 惊奇 惊讶");
    private static final Map<String, String> TOLD =
            aliases(Labels.OTHER, "0 false no not", Labels.DISASTER, "1 true yes real");

    /** A number as some tables write it: 1.0. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(-?[0-9]+)\\.0*");

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
        String folded =
                WHOLE_NUMBER.matcher(written.strip().toLowerCase(Locale.ROOT)).replaceFirst("$1");
        return labels().indexOf(aliases().getOrDefault(folded, folded));
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
            case EMOTION -> FEELINGS;
            case DISASTER -> TOLD;
        };
    }

    private static Map<String, String> aliases(String... labelsAndAliases) {
        Map<String, String> aliases = new HashMap<>();
        for (int i = 0; i < labelsAndAliases.length; i += 2) {
            for (String alias : labelsAndAliases[i + 1].split(" ", -1)) {
                aliases.put(alias, labelsAndAliases[i]);
            }
        }
        return aliases;
    }
}
