package io.watchfloor.text.trainer;

import io.watchfloor.text.model.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads polarity out of emotion labels: joy is positive; anger, sadness and fear are negative; the others say neither. */
final class EmotionPolarity {
    private static final Map<String, String> SIDES = Map.of(
            Labels.HAPPY, Labels.POSITIVE,
            Labels.ANGRY, Labels.NEGATIVE,
            Labels.SAD, Labels.NEGATIVE,
            Labels.FEAR, Labels.NEGATIVE);

    private EmotionPolarity() {}

    /** The examples that have a side, labelled with it. */
    static List<Example> of(List<Example> emotions) {
        List<Example> sided = new ArrayList<>();
        for (Example example : emotions) {
            String side = SIDES.get(Labels.EMOTIONS.get(example.label()));
            if (side != null) {
                sided.add(new Example(example.text(), Labels.POLARITIES.indexOf(side)));
            }
        }
        return sided;
    }
}
