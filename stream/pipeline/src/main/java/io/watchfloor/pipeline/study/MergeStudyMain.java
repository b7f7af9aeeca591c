package io.watchfloor.pipeline.study;

import io.watchfloor.pipeline.rule.Clue;
import io.watchfloor.pipeline.rule.SameEvent;
import io.watchfloor.text.place.PlaceFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * {@code fit}: weights for {@link SameEvent} from one vocabulary; {@code report}: how well it merges events of another;
 * {@code teddy <file>}: near-copies among real complaints. See {@code study} beside the README.
 */
@SuppressWarnings("SystemOut") // a command
public final class MergeStudyMain {
    private static final StudyGenerator.Plan PLAN = new StudyGenerator.Plan(320, 0.2, 900, 0.4);
    private static final long[] FIT_SEEDS = {11, 12, 13, 14, 15, 16};
    private static final long[] TUNE_SEEDS = {21, 22, 23};
    private static final long[] REPORT_SEEDS = {101, 102, 103, 104, 105};
    private static final String FITTED_ON = "tune.txt";
    /** The reader knows the words that it is fitted with better than those that will come. */
    private static final double MISREAD = 0.45;

    private static final double RIDGE = 1;

    private MergeStudyMain() {}

    public static void main(String[] args) throws IOException {
        switch (args.length == 0 ? "" : args[0]) {
            case "fit" -> fit();
            case "report" -> report(new SameEvent(), REPORT_SEEDS, "report.txt");
            case "teddy" -> TeddyStudy.run(Path.of(args[1]));
            default -> {
                System.err.println("usage: study fit | report | teddy <file>");
                System.exit(2);
            }
        }
    }

    private static void fit() {
        double[] weights = LogisticFit.fit(examples(FIT_SEEDS, FITTED_ON), RIDGE);
        System.out.println("weights:");
        for (Clue clue : Clue.values()) {
            System.out.printf(Locale.ROOT, "        %.3f, // %s%n", weights[clue.index()], clue);
        }
        for (double threshold = 0.3; threshold < 0.91; threshold += 0.1) {
            System.out.printf(Locale.ROOT, "threshold %.1f%n", threshold);
            report(new SameEvent(weights, threshold), TUNE_SEEDS, FITTED_ON);
        }
        System.out.println("without words:");
        Predicate<Clue> placeTimeType = clue -> switch (clue) {
            case COSINE, COVERED, COSINE_NEAR, NO_WORDS, SAME_NUMBER, OTHER_NUMBER, SAME_PLACE, OTHER_PLACE -> false;
            default -> true;
        };
        double[] fewer = LogisticFit.fit(masked(examples(FIT_SEEDS, FITTED_ON), placeTimeType), RIDGE);
        report(new SameEvent(fewer, 0.5), REPORT_SEEDS, "report.txt");
        System.out.println("all, other vocabulary:");
        report(new SameEvent(weights, 0.45), REPORT_SEEDS, "report.txt");
    }

    private static List<StudyRun.Example> masked(List<StudyRun.Example> examples, Predicate<Clue> kept) {
        List<StudyRun.Example> masked = new ArrayList<>();
        for (StudyRun.Example example : examples) {
            double[] clues = example.clues().clone();
            for (Clue clue : Clue.values()) {
                clues[clue.index()] = kept.test(clue) ? clues[clue.index()] : 0;
            }
            masked.add(new StudyRun.Example(clues, example.same()));
        }
        return masked;
    }

    private static List<StudyRun.Example> examples(long[] seeds, String vocabulary) {
        StudyVocabulary words = StudyVocabulary.read(vocabulary);
        StudyRun run = new StudyRun(placesOf(words), MISREAD);
        List<StudyRun.Example> examples = new ArrayList<>();
        for (long seed : seeds) {
            examples.addAll(run.examples(StudyGenerator.make(words, PLAN, seed)));
        }
        return examples;
    }

    private static void report(SameEvent rule, long[] seeds, String vocabulary) {
        StudyVocabulary words = StudyVocabulary.read(vocabulary);
        StudyRun run = new StudyRun(placesOf(words), vocabulary.equals(FITTED_ON) ? MISREAD : 0);
        System.out.println(
                "| seed | reports | events | precision | recall | F1 | background merged | twin pairs mixed | twins wholly apart |");
        for (long seed : seeds) {
            List<StudyReport> reports = StudyGenerator.make(words, PLAN, seed);
            PairScore score = PairScore.of(reports, run.merge(reports, rule));
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %d | %d | %.3f | %.3f | %.3f | %.1f %% | %.1f %% | %.0f %% |%n",
                    seed,
                    score.reports(),
                    score.events(),
                    score.precision(),
                    score.recall(),
                    score.f1(),
                    100 * score.backgroundMerged(),
                    100 * score.twinsMixed(),
                    100 * score.twinsApart());
        }
    }

    private static PlaceFinder placesOf(StudyVocabulary words) {
        return PlaceFinder.of(new StudyTown(words.lists()).gazetteer());
    }
}
