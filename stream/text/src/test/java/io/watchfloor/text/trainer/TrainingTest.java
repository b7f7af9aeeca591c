package io.watchfloor.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.text.model.Labels;
import io.watchfloor.text.model.TextLanguage;
import io.watchfloor.text.model.TextModels;
import io.watchfloor.text.model.TextReading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    @TempDir
    static Path data;

    @TempDir
    Path scratch;

    private static ModelSet models;

    @BeforeAll
    static void train() throws IOException {
        MadeUpData.write(data);
        models = new Study(data).trainAll(TypeLessons.Pair.NONE);
    }

    @Test
    void shouldLearnFromATinyCorpusEndToEnd() throws IOException {
        Map<String, byte[]> files = models.files();
        TextModels reading = TextModels.load(name -> open(files, name));

        TextReading complaint = reading.read("小区门口夜里施工，路灯也不亮");
        TextReading review = reading.read("外卖很快，好吃，满意");
        TextReading tweet = reading.read("flood and fire near the bridge, rescue on the way");

        assertThat(complaint.language()).isEqualTo(TextLanguage.ZH);
        assertThat(complaint.category().top()).isEqualTo("城乡建设");
        assertThat(complaint.disaster()).isEmpty();
        assertThat(review.polarity()).isPositive();
        assertThat(review.polarityConfidence()).isBetween(0.5, 1.0);
        assertThat(reading.read("气死我了，可恶").anger()).isGreaterThan(0.3);
        assertThat(reading.read("害怕，吓人").fear()).isGreaterThan(0.3);
        assertThat(tweet.disaster().orElseThrow()).isGreaterThan(0.5);
        assertThat(tweet.emotion().isEmpty()).isTrue();
    }

    private static InputStream open(Map<String, byte[]> files, String name) throws IOException {
        if (!files.containsKey(name)) {
            throw new NoSuchFileException(name);
        }
        return new ByteArrayInputStream(files.get(name));
    }

    @Test
    void shouldWriteTheSameBytesFromTheSameDataAndSeed() throws IOException {
        Map<String, byte[]> again =
                new Study(data).trainAll(TypeLessons.Pair.NONE).files();

        models.files()
                .forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void shouldLearnTypesFromOwnLabelsAndCorrections() throws IOException {
        Path table = scratch.resolve("own.csv");
        Path corrections = scratch.resolve("labels.ndjson");
        StringBuilder rows = new StringBuilder("text,type\n");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            rows.append("小区夜里施工路灯").append("一二三四五六七八九十".charAt(i % 10)).append("天地人".charAt(i / 10));
            rows.append(",noise\n");
            lines.append("{\"text\":\"学校老师补课操场").append((char) ('甲' + i)).append("\",\"toType\":\"education\"}\n");
            lines.append("{\"text\":\"医院挂号疫苗").append((char) ('一' + i)).append("\",\"toType\":\"health-service\"}\n");
        }
        Files.writeString(table, rows);
        Files.writeString(corrections, lines + "{\"text\":\"x\",\"toType\":\"ufo\"}\n");

        ModelSet withTypes = new Study(data)
                .trainAll(
                        TypeLessons.Pair.of(null, 0, 1, TypeLabels.read(List.of(table, corrections)), TypeLabels.NONE));
        Map<String, byte[]> files = withTypes.files();
        TextReading reading = TextModels.load(name -> open(files, name)).read("学校老师又补课，操场不开");

        assertThat(withTypes.englishTypes()).isEmpty();
        assertThat(reading.types().top()).isEqualTo("education");
        assertThat(reading.category().isEmpty()).isFalse();
    }

    @Test
    void shouldReadHeldOutTextsOfItsOwnKind() throws IOException {
        List<Finding> findings = new Study(data).measure();

        assertThat(findings).hasSize(8);
        assertThat(findings)
                .filteredOn(TrainingTest::keepsItsTrainingTexts)
                .allSatisfy(
                        f -> assertThat(f.confusion().accuracy()).as(f.title()).isGreaterThan(0.9));
    }

    @Test
    void shouldMeasureAFileItHasNeverSeen() throws IOException {
        models.write(scratch.resolve("models"));
        Path foreign = scratch.resolve("foreign.csv");
        Files.writeString(foreign, "body,answer\n外卖难吃太慢,0\n外卖好吃满意,1\n外卖好吃,maybe\n");

        String printed = run(
                0,
                "evaluate",
                "--models",
                scratch.resolve("models").toString(),
                "--file",
                foreign.toString(),
                "--text",
                "body",
                "--label",
                "answer",
                "--task",
                "polarity");

        assertThat(printed)
                .contains("| foreign.csv | 2 | 2 | 100.0 | 100.0 | all rows but 1 without text or known label |")
                .contains("| foreign.csv | positive | 1 | 100.0 | 100.0 | 100.0 |");
    }

    @Test
    void shouldGuessColumnsAndSetApartWhatWasLearnt() throws IOException {
        models.write(scratch.resolve("models"));

        String printed = run(
                0,
                "evaluate",
                "--data",
                data.toString(),
                "--models",
                scratch.resolve("models").toString(),
                "--file",
                data.resolve(CorpusSource.TAKEAWAY.file()).toString(),
                "--task",
                "polarity");

        assertThat(printed).contains("texts not in training");
    }

    @Test
    void shouldWriteAModelCardWithoutTexts() throws IOException {
        Study study = new Study(data);
        String card = ModelCard.of(
                new ModelCard.Facts(LocalDate.of(2026, 1, 2), study, study.measure(), models.files(), 123_456, 45_678));

        assertThat(card)
                .contains("2026-01-02", "none stated", "ChnSentiCorp hotel", "123,456", "91.4 / 91.2", Labels.ANGRY)
                .doesNotContain(data.toString())
                .doesNotContain("好吃");
    }

    @Test
    void shouldSayInOneSentenceWhatIsWrong() throws IOException {
        assertThat(run(2)).contains("train");
        assertThat(run(2, "train", "--seed", "1")).contains("--seed");
        assertThat(run(2, "evaluate", "--data", scratch.resolve("nowhere").toString()))
                .contains("no folder");
        assertThat(run(2, "evaluate", "--file", "x.csv", "--task", "mood")).contains("polarity");
        assertThat(run(2, "evaluate", "--data", scratch.toString())).contains("There is no file");
    }

    /** In so small a corpus nearly every complaint is a twin of a raw one, and taken out. */
    private static boolean keepsItsTrainingTexts(Finding finding) {
        return !finding.confusion().labels().equals(Labels.CATEGORIES);
    }

    private static String run(int expectedExit, String... args) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            assertThat(TextTrainerMain.run(args, out, out)).isEqualTo(expectedExit);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
