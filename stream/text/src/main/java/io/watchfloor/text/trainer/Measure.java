package io.watchfloor.text.trainer;

import io.watchfloor.text.model.LinearModel;
import java.util.List;

/** Measures a set of models on labelled examples. */
final class Measure {
    private final ModelSet models;
    private final Scorer english;
    private final Scorer chinese;

    Measure(ModelSet models) {
        this.models = models;
        this.chinese = new Scorer(
                models.chinese(), List.of(models.category(), models.polarity(), models.domain(), models.emotion()));
        this.english = new Scorer(models.english(), List.of(models.disaster()));
    }

    /** Answers every example; the language is taken as known from the task. */
    Confusion of(Task task, List<Example> examples) {
        Confusion confusion = new Confusion(task.labels());
        int[] answers =
                switch (task) {
                    case CATEGORY -> best(examples, 0, models.category());
                    case EMOTION -> best(examples, emotionOffset(), models.emotion());
                    case POLARITY -> polarity(examples);
                    case DISASTER -> disaster(examples);
                };
        for (int i = 0; i < answers.length; i++) {
            confusion.add(examples.get(i).label(), answers[i]);
        }
        return confusion;
    }

    private int emotionOffset() {
        return models.category().heads()
                + models.polarity().heads()
                + models.domain().heads();
    }

    private int[] best(List<Example> examples, int offset, LinearModel model) {
        return examples.stream()
                .mapToInt(e -> {
                    float[] scores = chinese.scores(e.text());
                    int best = 0;
                    for (int i = 1; i < model.heads(); i++) {
                        best = scores[offset + i] > scores[offset + best] ? i : best;
                    }
                    return best;
                })
                .toArray();
    }

    private int[] polarity(List<Example> examples) {
        float[] mixed = chinese.mixedScores(examples, models.polarity(), models.domain());
        int[] answers = new int[mixed.length];
        for (int i = 0; i < mixed.length; i++) {
            answers[i] = models.polarity().calibration().probability(mixed[i]) >= 0.5 ? 1 : 0;
        }
        return answers;
    }

    private int[] disaster(List<Example> examples) {
        return examples.stream()
                .mapToInt(e -> models.disaster().calibration().probability(english.scores(e.text())[0]) >= 0.5 ? 1 : 0)
                .toArray();
    }
}
