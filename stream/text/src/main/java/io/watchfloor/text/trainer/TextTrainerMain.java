package io.watchfloor.text.trainer;

import de.bwaldvogel.liblinear.Linear;
import io.watchfloor.text.ReportReader;
import io.watchfloor.text.model.TextModels;
import io.watchfloor.text.place.PlaceFinder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The trainer's command line: {@code train}, {@code evaluate} and {@code cross-validate}, see MODELS.md. Ends with 2 and one
 * sentence when it was called wrongly or a file cannot be read.
 */
public final class TextTrainerMain {
    private static final String DATA = "--data";
    private static final String MODELS = "--models";
    private static final String CARD = "--card";
    private static final String FILE = "--file";
    private static final String TEXT = "--text";
    private static final String LABEL = "--label";
    private static final String TASK = "--task";
    private static final String FOLDS = "--folds";
    private static final String NAMES = "--names";
    private static final String LABELS = "--labels";
    private static final String HELD_OUT = "--held-out";
    private static final String GRAMMAR = "--grammar";
    private static final String MISTAKES = "--mistakes";
    private static final Map<String, Set<String>> COMMANDS = Map.of(
            "train", Set.of(DATA, MODELS, CARD, GRAMMAR, LABELS, HELD_OUT),
            "evaluate", Set.of(DATA, MODELS, FILE, TEXT, LABEL, TASK),
            "speed", Set.of(DATA, NAMES),
            "own-labels", Set.of(FILE, MODELS, MISTAKES, GRAMMAR, LABELS),
            "cross-validate", Set.of(DATA, FOLDS));
    private static final int MADE_PER_TYPE = 300;
    private static final int SHORT_TEXT = 25;
    private static final int LONG_TEXT = 130;

    private final Arguments arguments;
    private final PrintStream out;

    private TextTrainerMain(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    /** Runs one command. */
    public static void main(String[] args) {
        Linear.disableDebugOutput();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            new TextTrainerMain(Arguments.parse(args, COMMANDS), out).run();
            return 0;
        } catch (BadInputException e) {
            err.println(e.getMessage());
        } catch (NoSuchFileException e) {
            err.println("There is no file " + e.getFile());
        } catch (IOException e) {
            err.println("A file cannot be read or written: " + e.getMessage());
        }
        return 2;
    }

    private void run() throws IOException {
        switch (arguments.command()) {
            case "train" -> train();
            case "evaluate" -> evaluate();
            case "own-labels" -> ownLabels();
            case "speed" -> speed();
            default -> crossValidate();
        }
    }

    private void train() throws IOException {
        Path folder = Path.of(arguments.get(MODELS));
        Path card = Path.of(arguments.get(CARD));
        Study study = new Study(dataFolder());
        List<Finding> findings = study.measure();
        out.println(MarkdownTable.of(findings));
        ModelSet models = study.trainAll(lessons());
        models.write(folder);
        TextModels reading = TextModels.load(name -> Files.newInputStream(folder.resolve(name)));
        List<String> texts = study.sampleTexts();
        ModelCard.Facts facts = new ModelCard.Facts(
                LocalDate.now(ZoneOffset.UTC),
                study,
                findings,
                models.files(),
                SpeedTrial.textsPerCpuSecond(reading, texts, SHORT_TEXT),
                SpeedTrial.textsPerCpuSecond(reading, texts, LONG_TEXT));
        Files.writeString(card, ModelCard.of(facts));
        out.println("Models written to " + folder + ", card to " + card);
    }

    private void evaluate() throws IOException {
        if (arguments.find(FILE).isEmpty()) {
            print(new Study(dataFolder()).measure());
            return;
        }
        Task task = Task.find(arguments.get(TASK))
                .orElseThrow(() -> new BadInputException("--task is one of category, polarity, emotion, disaster"));
        ForeignFile file =
                new ForeignFile(Path.of(arguments.get(FILE)), task, arguments.find(TEXT), arguments.find(LABEL));
        Set<String> learnt = arguments.find(DATA).isPresent() ? new Study(dataFolder()).learntKeys(task) : Set.of();
        print(file.measure(ModelSet.read(modelSource()), learnt));
    }

    private TypeLessons.Pair lessons() throws IOException {
        Path grammars = arguments.find(GRAMMAR).map(Path::of).orElse(null);
        return TypeLessons.Pair.of(grammars, MADE_PER_TYPE, Study.SEED, labels(LABELS), labels(HELD_OUT));
    }

    private TypeLabels labels(String option) throws IOException {
        List<Path> files = arguments
                .find(option)
                .map(joined -> Stream.of(joined.split(",", -1)).map(Path::of).toList())
                .orElse(List.of());
        return TypeLabels.read(files);
    }

    private void speed() throws IOException {
        List<String> texts = new Study(dataFolder()).sampleTexts();
        PlaceFinder places = arguments.find(NAMES).isPresent()
                ? MadeUpDistrict.finder(Path.of(arguments.get(NAMES)))
                : PlaceFinder.none();
        ReportReader reader = ReportReader.trained();
        for (int length : new int[] {SHORT_TEXT, LONG_TEXT}) {
            double models = SpeedTrial.textsPerCpuSecond(TextModels.load(), texts, length);
            double all = SpeedTrial.textsPerCpuSecond(
                    text -> reader.read(OwnLabels.report(text), places).typeConfidence(), texts, length);
            out.printf(
                    "%d characters: models alone %,.0f, the whole reader %,.0f texts per CPU second%n",
                    length, models, all);
        }
    }

    private void ownLabels() throws IOException {
        OwnLabels all = new OwnLabels(Path.of(arguments.get(FILE)));
        OwnLabels labels = all.without(learnt());
        if (labels.rows().size() < all.rows().size()) {
            out.printf(
                    "%d of %d texts nearly stand in what was learnt and are left out.%n",
                    all.rows().size() - labels.rows().size(), all.rows().size());
        }
        ReportReader reader = reader();
        print(labels.measure(reader));
        out.println(labels.reliability(reader).table());
        if (arguments.find(MISTAKES).isPresent()) {
            Files.writeString(Path.of(arguments.get(MISTAKES)), labels.mistakes(reader));
        }
    }

    /** What the models of types learnt, as far as it is named. */
    private NearCopies learnt() throws IOException {
        TypeLessons.Pair lessons = lessons();
        NearCopies learnt = new NearCopies();
        for (TypeLessons language : List.of(lessons.chinese(), lessons.english())) {
            language.made().forEach(example -> learnt.add(example.text()));
            language.labelled().forEach(example -> learnt.add(example.text()));
        }
        return learnt;
    }

    private ReportReader reader() throws IOException {
        return arguments.find(MODELS).isPresent()
                ? ReportReader.of(TextModels.load(modelSource()))
                : ReportReader.trained();
    }

    private void crossValidate() throws IOException {
        int folds = arguments.find(FOLDS).map(TextTrainerMain::number).orElse(1);
        out.println(MarkdownTable.of(new Study(dataFolder()).crossValidate(folds)));
    }

    private void print(List<Finding> findings) {
        out.println(MarkdownTable.of(findings));
        out.println(MarkdownTable.perLabel(findings));
    }

    private Path dataFolder() {
        Path folder = Path.of(arguments.get(DATA));
        if (!Files.isDirectory(folder)) {
            throw new BadInputException("--data is no folder: " + folder);
        }
        return folder;
    }

    private TextModels.Source modelSource() {
        Optional<Path> folder = arguments.find(MODELS).map(Path::of);
        return folder.isPresent() ? name -> Files.newInputStream(folder.get().resolve(name)) : TextTrainerMain::shipped;
    }

    private static InputStream shipped(String name) throws IOException {
        InputStream in = TextModels.class.getResourceAsStream(name);
        if (in == null) {
            throw new NoSuchFileException(name);
        }
        return in;
    }

    private static int number(String written) {
        try {
            return Integer.parseInt(written);
        } catch (NumberFormatException e) {
            throw new BadInputException("--folds is a number, not " + written);
        }
    }
}
