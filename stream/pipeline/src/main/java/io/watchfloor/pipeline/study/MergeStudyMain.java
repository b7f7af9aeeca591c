package io.watchfloor.pipeline.study;

import io.watchfloor.pipeline.rule.Clue;
import io.watchfloor.pipeline.rule.SameEvent;
import io.watchfloor.text.place.PlaceFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * {@code fit}: weights for {@link SameEvent} from one vocabulary; {@code report}: how well it merges events of another;
 * {@code other}: of a third, in a town that reports otherwise; {@code types}: whether emergencies stand as such in both;
 * {@code teddy <file>}: near-copies among real complaints. See {@code study} beside the README.
 */
@SuppressWarnings("SystemOut") // a command
public final class MergeStudyMain {
    private static final StudyGenerator.Plan PLAN = new StudyGenerator.Plan(320, 0.2, 900, 0.4);
    private static final long[] FIT_SEEDS = {31, 32, 33, 34, 35, 36};
    private static final long[] TUNE_SEEDS = {41, 42, 43};
    private static final long[] REPORT_SEEDS = {201, 202, 203, 204, 205};
    private static final String FITTED_ON = "tune.txt";
    /** Shares of the words it tells types by that the reader is made to forget: it knows them better than those to come. */
    private static final double[] FORGOTTEN = {0.2, 0.4};

    private static final double FORGOTTEN_IN_TUNING = 0.3;
    private static final double ENOUGH = 0.35;

    private static final double RIDGE = 1;

    private MergeStudyMain() {}

    public static void main(String[] args) throws IOException {
        switch (args.length == 0 ? "" : args[0]) {
            case "fit" -> fit();
            case "report" -> reportShipped("report.txt", StudyNoise.USUAL);
            case "other" -> reportShipped("other.txt", StudyNoise.OTHER);
            case "types" -> reportTypes();
            case "teddy" -> TeddyStudy.run(Path.of(args[1]));
            default -> {
                System.err.println("usage: study fit | report | other | types | teddy <file>");
                System.exit(2);
            }
        }
    }

    private static void fit() {
        double[] weights = fitted(clue -> true);
        System.out.println("weights:");
        for (Clue clue : Clue.values()) {
            System.out.printf(Locale.ROOT, "        %.3f, // %s%n", weights[clue.index()], clue);
        }
        for (double enough = 0.30; enough < 0.51; enough += 0.05) {
            System.out.printf(Locale.ROOT, "enough of many %.2f%n", enough);
            report(new SameEvent(weights, enough), TUNE_SEEDS, FITTED_ON, PLAN);
        }
        System.out.println("the other vocabulary:");
        report(new SameEvent(weights, ENOUGH), REPORT_SEEDS, "report.txt", PLAN);
        System.out.println("without words:");
        report(new SameEvent(fitted(MergeStudyMain::isOfPlaceTimeOrType), ENOUGH), REPORT_SEEDS, "report.txt", PLAN);
    }

    private static boolean isOfPlaceTimeOrType(Clue clue) {
        return switch (clue) {
            case COSINE, COSINE_NEAR, COVERED, NO_WORDS -> false;
            case COVERED_REPORTS, FEW_WORDS, COSINE_FEW, COVERED_FEW, COSINE_DEVICES -> false;
            case SAME_NUMBER, SAME_DOOR, OTHER_NUMBER, OTHER_DOOR, NEXT_DOOR, OTHER_HOUSE, HOUSES_APART -> false;
            case SAME_PLACE, SAME_STREET, OTHER_PLACE, SAME_ADDRESS, NAME_NEARER -> false;
            default -> true;
        };
    }

    /** A town that weights are fitted on, and who reads its reports. */
    private record FitTown(List<StudyReport> reports, StudyRun run) {}

    /**
     * Of each seed two: one whose callers all tell at length and whose twins have different stories, and one where some say
     * hardly anything and twins of each kind are.
     */
    private static List<FitTown> fitTowns() {
        StudyVocabulary words = StudyVocabulary.read(FITTED_ON);
        List<FitTown> towns = new ArrayList<>();
        for (long seed : FIT_SEEDS) {
            StudyNoise noise = seed % 2 == 0 ? StudyNoise.ROUGH : StudyNoise.USUAL;
            int forgetful = (int) (seed - FIT_SEEDS[0]) / 2 % 2;
            StudyGenerator.Plan callers = PLAN.with(noise.withCallers()).withTwins(TwinKind.values());
            towns.add(new FitTown(
                    StudyGenerator.make(words, PLAN.with(noise), seed),
                    new StudyRun(placesOf(words), FORGOTTEN[forgetful])));
            towns.add(new FitTown(
                    StudyGenerator.make(words, callers, seed + 100),
                    new StudyRun(placesOf(words), FORGOTTEN[1 - forgetful])));
        }
        return towns;
    }

    /** Twice: first on what a rule without errors is asked, then also on what the first one is, its errors included. */
    private static double[] fitted(Predicate<Clue> kept) {
        List<FitTown> towns = fitTowns();
        List<StudyRun.Example> examples = new ArrayList<>();
        double[] weights = null;
        for (int round = 0; round < 2; round++) {
            SameEvent rule = weights == null ? null : new SameEvent(weights, ENOUGH);
            for (FitTown town : towns) {
                examples.addAll(masked(
                        rule == null
                                ? town.run().examples(town.reports())
                                : town.run().examples(town.reports(), rule),
                        kept));
            }
            weights = LogisticFit.fit(examples, RIDGE);
        }
        return weights;
    }

    private static List<StudyRun.Example> masked(List<StudyRun.Example> examples, Predicate<Clue> kept) {
        for (StudyRun.Example example : examples) {
            for (Clue clue : Clue.values()) {
                if (!kept.test(clue)) {
                    example.clues()[clue.index()] = 0;
                }
            }
        }
        return examples;
    }

    /** How the shipped rule merges words it was not fitted on, then the same with every type told. */
    private static void reportShipped(String vocabulary, StudyNoise noise) {
        report(new SameEvent(), REPORT_SEEDS, vocabulary, PLAN.with(noise));
        System.out.println("with every type told:");
        StudyVocabulary words = StudyVocabulary.read(vocabulary);
        StudyRun told = StudyRun.withTypesTold(placesOf(words));
        report(new SameEvent(), REPORT_SEEDS, words, PLAN.with(noise), told);
        StudyGenerator.Plan callers = PLAN.with(noise.withCallers());
        for (TwinKind twins : TwinKind.values()) {
            System.out.println("with brief calls, addresses and known callers; twins: " + twins);
            report(new SameEvent(), REPORT_SEEDS, vocabulary, callers.withTwins(twins));
        }
    }

    /** Of emergencies how many end under a slight type, and of slight events how many under an emergency's. */
    private static void reportTypes() {
        System.out.println("| town | emergencies | hidden | slight events | raised |");
        reportTypes("first", "report.txt", StudyNoise.USUAL);
        reportTypes("first, with callers", "report.txt", StudyNoise.USUAL.withCallers());
        reportTypes("second", "other.txt", StudyNoise.OTHER);
        reportTypes("second, with callers", "other.txt", StudyNoise.OTHER.withCallers());
    }

    private static void reportTypes(String town, String vocabulary, StudyNoise noise) {
        StudyVocabulary words = StudyVocabulary.read(vocabulary);
        StudyRun run = new StudyRun(placesOf(words), 0);
        TypeScore sum = new TypeScore(0, 0, 0, 0);
        for (long seed : REPORT_SEEDS) {
            List<StudyReport> reports = StudyGenerator.make(words, PLAN.with(noise), seed);
            sum = sum.plus(TypeScore.of(reports, run.mergeWithTypes(reports, new SameEvent())));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.1f %% | %,d | %.1f %% |%n",
                town,
                sum.emergencies(),
                100 * sum.hiddenShare(),
                sum.slight(),
                100 * sum.raisedShare());
    }

    private static void report(SameEvent rule, long[] seeds, String vocabulary, StudyGenerator.Plan plan) {
        StudyVocabulary words = StudyVocabulary.read(vocabulary);
        double forgotten = vocabulary.equals(FITTED_ON) ? FORGOTTEN_IN_TUNING : 0;
        report(rule, seeds, words, plan, new StudyRun(placesOf(words), forgotten));
    }

    private static void report(
            SameEvent rule, long[] seeds, StudyVocabulary words, StudyGenerator.Plan plan, StudyRun run) {
        System.out.println("| seed | reports | types right | precision | recall | F1 | background merged |"
                + " pairs of twins mixed | twins wholly apart |");
        double[] sums = new double[7];
        for (long seed : seeds) {
            List<StudyReport> reports = StudyGenerator.make(words, plan, seed);
            PairScore score = PairScore.of(reports, run.merge(reports, rule));
            double[] figures = {
                run.typesRight(reports),
                score.precision(),
                score.recall(),
                score.f1(),
                score.backgroundMerged(),
                score.twinsMixed(),
                score.twinsApart()
            };
            for (int i = 0; i < sums.length; i++) {
                sums[i] += figures[i];
            }
            print(String.valueOf(seed), score.reports(), figures);
        }
        print("mean", 0, Arrays.stream(sums).map(sum -> sum / seeds.length).toArray());
    }

    private static void print(String name, int reports, double[] figures) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f %% | %.3f | %.3f | %.3f | %.1f %% | %.1f %% | %.0f %% |%n",
                name,
                reports == 0 ? "" : String.format(Locale.ROOT, "%,d", reports),
                100 * figures[0],
                figures[1],
                figures[2],
                figures[3],
                100 * figures[4],
                100 * figures[5],
                100 * figures[6]);
    }

    private static PlaceFinder placesOf(StudyVocabulary words) {
        return PlaceFinder.of(new StudyTown(words.lists()).gazetteer());
    }
}
