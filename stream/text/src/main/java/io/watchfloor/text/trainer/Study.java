package io.watchfloor.text.trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The corpora of one data folder, cleaned and split, and what can be measured with them. Nothing that is measured on is ever
 * learnt from: a fifth of each corpus is held out, evaluation files are only measured on, and texts that stand in both are
 * taken out of training.
 */
final class Study {
    /** The seed of every split and of training. */
    static final long SEED = 20_200_611L;

    private static final int PARTS = 5;
    private static final int FOLDS = 5;
    private static final int SAMPLE = 1_000;

    private final CorpusReader reader = new CorpusReader();
    private final Map<CorpusSource, List<Example>> corpora = new EnumMap<>(CorpusSource.class);

    /** Reads all known corpora of a folder. */
    Study(Path dataFolder) throws IOException {
        Set<String> emotionEvaluation = new HashSet<>();
        for (CorpusSource source : CorpusSource.values()) {
            corpora.put(source, reader.read(source, dataFolder).examples());
        }
        emotionEvaluation.addAll(reader.keys(corpora.get(CorpusSource.EMOTION_USUAL)));
        emotionEvaluation.addAll(reader.keys(corpora.get(CorpusSource.EMOTION_VIRUS)));
        corpora.computeIfPresent(CorpusSource.EMOTION, (s, e) -> reader.without(e, emotionEvaluation));
    }

    /** How many examples a corpus has after cleaning. */
    int size(CorpusSource source) {
        return corpora.get(source).size();
    }

    /** The models to ship: learnt from everything but the evaluation files. */
    ModelSet trainAll(TypeLessons.Pair lessons) {
        return new SetTrainer(corpora, lessons, SEED).train();
    }

    /** Learns from four fifths and measures on the rest and on the evaluation files. */
    List<Finding> measure() {
        Map<CorpusSource, List<Example>> training = part(Split::training);
        List<Example> raw = corpora.get(CorpusSource.TEDDY_RAW);
        training.computeIfPresent(CorpusSource.TEDDY, (s, e) -> new TwinFilter(raw).withoutTwins(e));
        Map<CorpusSource, List<Example>> heldOut = part(Split::heldOut);
        Measure measure = new Measure(new SetTrainer(training, TypeLessons.Pair.NONE, SEED).train());
        List<Finding> findings = new ArrayList<>();
        for (CorpusSource source : CorpusSource.values()) {
            if (CorpusSource.EVALUATION_ONLY.contains(source)) {
                findings.add(finding(measure, source, "evaluation file", corpora.get(source)));
            } else if (CorpusSource.SPLIT.contains(source)) {
                findings.add(finding(measure, source, "held-out fifth", heldOut.get(source)));
            }
        }
        return findings;
    }

    /**
     * Cross-validates within the training parts, so that recipes can be chosen without looking at what is measured on.
     *
     * @param folds how many of the five folds to run
     */
    List<Finding> crossValidate(int folds) {
        Map<CorpusSource, List<Example>> training = part(Split::training);
        Map<CorpusSource, Confusion> sums = new EnumMap<>(CorpusSource.class);
        for (int fold = 0; fold < Math.min(folds, FOLDS); fold++) {
            Map<CorpusSource, List<Example>> learnt = new EnumMap<>(CorpusSource.class);
            Map<CorpusSource, List<Example>> asked = new EnumMap<>(CorpusSource.class);
            for (Map.Entry<CorpusSource, List<Example>> entry : training.entrySet()) {
                Split split = Split.fold(entry.getValue(), fold, FOLDS);
                learnt.put(entry.getKey(), split.training());
                asked.put(entry.getKey(), split.heldOut());
            }
            Measure measure = new Measure(new SetTrainer(learnt, TypeLessons.Pair.NONE, SEED).train());
            asked.forEach((source, examples) -> sums.computeIfAbsent(
                            source, s -> new Confusion(s.task().labels()))
                    .addAll(measure.of(source.task(), examples)));
        }
        return sums.entrySet().stream()
                .map(e -> new Finding(e.getKey().title(), "cross-validation", e.getValue()))
                .toList();
    }

    /** Texts of several kinds to measure speed on. */
    List<String> sampleTexts() {
        return Stream.of(CorpusSource.TAKEAWAY, CorpusSource.EMOTION, CorpusSource.TEDDY)
                .flatMap(source -> corpora.get(source).stream().limit(SAMPLE))
                .map(Example::text)
                .toList();
    }

    /** The keys of the texts the shipped models learnt a task from. */
    Set<String> learntKeys(Task task) {
        Set<String> keys = new HashSet<>();
        for (CorpusSource source : CorpusSource.training()) {
            if (source.task() == task) {
                keys.addAll(reader.keys(corpora.get(source)));
            }
        }
        return keys;
    }

    private static Finding finding(Measure measure, CorpusSource source, String note, List<Example> examples) {
        return new Finding(source.title(), note, measure.of(source.task(), examples));
    }

    private Map<CorpusSource, List<Example>> part(Function<Split, List<Example>> side) {
        Map<CorpusSource, List<Example>> parts = new EnumMap<>(CorpusSource.class);
        for (CorpusSource source : CorpusSource.training()) {
            List<Example> examples = corpora.get(source);
            parts.put(
                    source,
                    CorpusSource.SPLIT.contains(source) ? side.apply(Split.of(examples, PARTS, SEED)) : examples);
        }
        return parts;
    }
}
