package io.watchfloor.text.trainer;

import de.bwaldvogel.liblinear.Feature;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.text.model.Calibration;
import io.watchfloor.text.model.FeatureSpace;
import io.watchfloor.text.model.Labels;
import io.watchfloor.text.model.LinearModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Learns the whole set of models from labelled corpora. Each model is learnt twice: from nine tenths, to fit its calibration
 * on the tenth it has not seen, and then from all.
 */
final class SetTrainer {
    private static final int CALIBRATION_PARTS = 10;
    private static final int FEWEST_CHINESE_TEXTS = 5;
    private static final int FEWEST_ENGLISH_TEXTS = 2;
    private static final int FEWEST_TYPE_LABELS = 50;

    /** So many posts about nothing in particular teach what no type is. */
    private static final int OTHER_TEXTS = 300;

    private final Map<CorpusSource, List<Example>> corpora;
    private final TypeLessons.Pair lessons;
    private final long seed;

    /** Learns from the training sources; all of them must be there. */
    SetTrainer(Map<CorpusSource, List<Example>> corpora, TypeLessons.Pair lessons, long seed) {
        this.corpora = corpora;
        this.lessons = lessons;
        this.seed = seed;
    }

    ModelSet train() {
        List<List<Example>> chineseCorpora = present(List.of(
                corpora.get(CorpusSource.TEDDY),
                corpora.get(CorpusSource.TAKEAWAY),
                corpora.get(CorpusSource.HOTEL),
                corpora.get(CorpusSource.GOODS),
                corpora.get(CorpusSource.EMOTION),
                lessons.chinese().made()));
        List<List<Example>> englishCorpora = present(
                List.of(corpora.get(CorpusSource.TWEETS), lessons.english().made()));
        FeatureSpace chinese = SpaceFitter.fit(SpaceFitter.CHINESE, chineseCorpora, FEWEST_CHINESE_TEXTS);
        FeatureSpace english = SpaceFitter.fit(SpaceFitter.ENGLISH, englishCorpora, FEWEST_ENGLISH_TEXTS);
        LinearModel domain = single(chinese, "domain", domainLabels(), domainExamples(), Recipe.DOMAIN);
        return new ModelSet(
                chinese,
                english,
                single(chinese, "category", Labels.CATEGORIES, corpora.get(CorpusSource.TEDDY), Recipe.CATEGORY),
                polarity(chinese, domain),
                domain,
                single(chinese, "emotion", Labels.EMOTIONS, corpora.get(CorpusSource.EMOTION), Recipe.EMOTION),
                single(english, "disaster", Labels.DISASTERS, corpora.get(CorpusSource.TWEETS), Recipe.DISASTER),
                types(chinese, "type-zh", lessons.chinese(), corpora.get(CorpusSource.TEDDY), calmPosts()),
                types(english, "type-en", lessons.english(), List.of(), calmTweets()));
    }

    private static List<List<Example>> present(List<List<Example>> corpora) {
        return corpora.stream().filter(corpus -> !corpus.isEmpty()).toList();
    }

    /** Empty when there are too few texts to learn from. */
    private Optional<LinearModel> types(
            FeatureSpace space, String name, TypeLessons lessons, List<Example> unlabelled, List<Example> others) {
        List<Example> known = lessons.all(others, seed);
        if (known.size() - others.size() < FEWEST_TYPE_LABELS) {
            return Optional.empty();
        }
        LinearModel first = learn(space, name, TypeLabels.TYPES, known, Recipe.TYPE);
        List<Example> more = new ArrayList<>(known);
        more.addAll(SelfTeacher.label(unlabelled.stream().map(Example::text).toList(), space, first));
        LinearModel second =
                more.size() == known.size() ? first : learn(space, name, TypeLabels.TYPES, more, Recipe.TYPE);
        List<Example> heldOut = lessons.heldOut().isEmpty() ? lessons.labelled() : lessons.heldOut();
        float[][] scores = new Scorer(space, List.of(second)).scores(heldOut);
        return Optional.of(second.calibrated(CalibrationFitter.temperature(scores, answers(heldOut))));
    }

    private List<Example> calmPosts() {
        return others(
                corpora.get(CorpusSource.EMOTION),
                Labels.EMOTIONS.indexOf(Labels.HAPPY),
                Labels.EMOTIONS.indexOf(Labels.NEUTRAL));
    }

    private List<Example> calmTweets() {
        int calm = Labels.DISASTERS.indexOf(Labels.OTHER);
        return others(corpora.get(CorpusSource.TWEETS), calm, calm);
    }

    private static List<Example> others(List<Example> examples, int label, int orLabel) {
        int other = TypeLabels.TYPES.indexOf(IncidentTypes.OTHER);
        return examples.stream()
                .filter(e -> e.label() == label || e.label() == orLabel)
                .limit(OTHER_TEXTS)
                .map(e -> new Example(e.text(), other))
                .toList();
    }

    private LinearModel single(
            FeatureSpace space, String name, List<String> labels, List<Example> examples, Recipe recipe) {
        Split split = Split.of(examples, CALIBRATION_PARTS, seed);
        LinearModel trial = learn(space, name, labels, split.training(), recipe);
        Scorer scorer = new Scorer(space, List.of(trial));
        float[][] scores = scorer.scores(split.heldOut());
        int[] answers = answers(split.heldOut());
        Calibration calibration = labels.size() == 2
                ? CalibrationFitter.platt(firstOf(scores), answers)
                : CalibrationFitter.temperature(scores, answers);
        return learn(space, name, labels, examples, recipe).calibrated(calibration);
    }

    private LinearModel polarity(FeatureSpace space, LinearModel domain) {
        List<List<Example>> domains = polarityDomains();
        List<List<Example>> training = new ArrayList<>();
        List<Example> heldOut = new ArrayList<>();
        for (List<Example> examples : domains) {
            Split split = Split.of(examples, CALIBRATION_PARTS, seed);
            training.add(split.training());
            heldOut.addAll(split.heldOut());
        }
        LinearModel trial = polarityHeads(space, training);
        float[] scores = new Scorer(space, List.of(trial, domain)).mixedScores(heldOut, trial, domain);
        Calibration calibration = CalibrationFitter.platt(scores, answers(heldOut));
        return polarityHeads(space, domains).calibrated(calibration);
    }

    private LinearModel polarityHeads(FeatureSpace space, List<List<Example>> domains) {
        List<LinearModel> parts = new ArrayList<>();
        List<Example> all = new ArrayList<>();
        domains.forEach(all::addAll);
        Collections.shuffle(all, new Random(seed));
        parts.add(learn(space, "polarity", Labels.POLARITIES, all, Recipe.POLARITY_GENERAL));
        for (List<Example> examples : domains) {
            parts.add(learn(space, "polarity", Labels.POLARITIES, examples, Recipe.POLARITY_EXPERT));
        }
        return new LinearTrainer(space, seed).join("polarity", Labels.POLARITIES, parts);
    }

    private LinearModel learn(
            FeatureSpace space, String name, List<String> labels, List<Example> examples, Recipe recipe) {
        Feature[][] vectors = new Vectorizer(space).vectors(examples);
        return new LinearTrainer(space, seed).train(name, labels, vectors, answers(examples), recipe);
    }

    private List<List<Example>> polarityDomains() {
        List<List<Example>> domains = new ArrayList<>();
        for (CorpusSource source : CorpusSource.POLARITY_DOMAINS) {
            List<Example> examples = corpora.get(source);
            domains.add(source == CorpusSource.EMOTION ? EmotionPolarity.of(examples) : examples);
        }
        return domains;
    }

    private static List<String> domainLabels() {
        return CorpusSource.POLARITY_DOMAINS.stream()
                .map(s -> s.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<Example> domainExamples() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < CorpusSource.POLARITY_DOMAINS.size(); i++) {
            for (Example example : corpora.get(CorpusSource.POLARITY_DOMAINS.get(i))) {
                examples.add(new Example(example.text(), i));
            }
        }
        Collections.shuffle(examples, new Random(seed));
        return examples;
    }

    private static float[] firstOf(float[][] scores) {
        float[] first = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
            first[i] = scores[i][0];
        }
        return first;
    }

    private static int[] answers(List<Example> examples) {
        return examples.stream().mapToInt(Example::label).toArray();
    }
}
