package io.watchfloor.text.trainer;

import io.watchfloor.text.model.FeatureSpace;
import io.watchfloor.text.model.LinearModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Labels texts that nobody labelled with what a model says of them, where it is sure: real complaints use words that no grammar
 * has, beside words that it has (self-training; Yarowsky 1995).
 */
final class SelfTeacher {
    /** By so much the best score has to lead. */
    private static final float CLEAR_LEAD = 0.5f;

    /** So many texts of a type are taken at most, the surest first: the frequent types would drown the others. */
    private static final int MOST_PER_TYPE = 150;

    private record Candidate(Example example, float lead) {}

    private SelfTeacher() {}

    static List<Example> label(List<String> texts, FeatureSpace space, LinearModel model) {
        Scorer scorer = new Scorer(space, List.of(model));
        List<Candidate> candidates = new ArrayList<>();
        for (String text : texts) {
            float[] scores = scorer.scores(text);
            int best = best(scores, -1);
            float lead = scores[best] - scores[best(scores, best)];
            if (lead >= CLEAR_LEAD && !isOther(model, best)) {
                candidates.add(new Candidate(new Example(text, best), lead));
            }
        }
        candidates.sort(Comparator.comparingDouble(c -> -c.lead()));
        int[] taken = new int[model.labels().size()];
        return candidates.stream()
                .map(Candidate::example)
                .filter(e -> taken[e.label()]++ < MOST_PER_TYPE)
                .toList();
    }

    private static boolean isOther(LinearModel model, int label) {
        return label == model.labels().size() - 1;
    }

    private static int best(float[] scores, int except) {
        int best = except == 0 ? 1 : 0;
        for (int i = 0; i < scores.length; i++) {
            best = i != except && scores[i] > scores[best] ? i : best;
        }
        return best;
    }
}
