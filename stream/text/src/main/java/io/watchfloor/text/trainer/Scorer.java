package io.watchfloor.text.trainer;

import io.watchfloor.text.model.FeatureCounter;
import io.watchfloor.text.model.FeatureSpace;
import io.watchfloor.text.model.LinearModel;
import io.watchfloor.text.model.ModelBank;
import io.watchfloor.text.model.PolarityMixture;
import io.watchfloor.text.model.TextNormalizer;
import java.util.List;

/** Scores examples with packed models, by the same code that reads live texts. */
final class Scorer {
    private final ModelBank bank;
    private final TextNormalizer normalizer = new TextNormalizer();
    private final FeatureCounter counter;

    Scorer(FeatureSpace space, List<LinearModel> models) {
        bank = new ModelBank(space, models);
        counter = new FeatureCounter(space.shape());
    }

    float[] scores(String text) {
        float[] scores = new float[bank.heads()];
        normalizer.normalize(text);
        counter.count(normalizer.chars(), normalizer.length());
        bank.score(counter, scores);
        return scores;
    }

    float[][] scores(List<Example> examples) {
        return examples.stream().map(e -> scores(e.text())).toArray(float[][]::new);
    }

    /** Polarity before calibration, the experts weighed by the domain model. */
    float[] mixedScores(List<Example> examples, LinearModel polarity, LinearModel domain) {
        int general = bank.offsetOf(polarity);
        int domains = bank.offsetOf(domain);
        float[] shares = new float[domain.labels().size()];
        float[] mixed = new float[examples.size()];
        for (int i = 0; i < mixed.length; i++) {
            float[] scores = scores(examples.get(i).text());
            mixed[i] = PolarityMixture.score(scores, general, domains, shares);
        }
        return mixed;
    }
}
