package io.watchfloor.pipeline.duty.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.contract.EscalationStage;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.MeasureStep;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTargetsFileTest {
    @Test
    void shouldShipATargetWithItsNormForEverything() {
        TimeTargets shipped = TimeTargetsFile.shipped();

        for (Grade grade : Grade.values()) {
            for (EscalationStage stage : EscalationStage.values()) {
                assertThat(shipped.of(stage, grade).norm()).isNotBlank();
            }
            for (MeasureStep step : MeasureStep.values()) {
                assertThat(shipped.of(step, grade).within()).isPositive();
            }
            assertThat(shipped.ladder(grade).topRung()).isBetween(1, 2);
        }
        assertThat(shipped.of(EscalationStage.DISPATCH, Grade.I))
                .isEqualTo(new Target(Duration.ofSeconds(60), "NFPA 1225 (2022)"));
        assertThat(shipped.of(EscalationStage.ARRIVE, Grade.I).within()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void shouldAskNoGraverGradeToWaitLonger() {
        TimeTargets shipped = TimeTargetsFile.shipped();

        List<Grade> grades = List.of(Grade.values());
        for (int i = 1; i < grades.size(); i++) {
            Grade grave = grades.get(i - 1);
            Grade lesser = grades.get(i);
            for (EscalationStage stage : EscalationStage.values()) {
                assertThat(shipped.of(stage, grave).within())
                        .isLessThanOrEqualTo(shipped.of(stage, lesser).within());
            }
            assertThat(shipped.ladder(grave).every())
                    .isLessThanOrEqualTo(shipped.ladder(lesser).every());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "PT15S"                     | "fast"           | stages.ACKNOWLEDGE.I.within must be a duration such as PT60S
            "PT15S"                     | "PT0S"           | stages.ACKNOWLEDGE.I.within must be a duration such as PT60S
            "PT15S"                     | "PT900H"         | stages.ACKNOWLEDGE.I.within must be a duration such as PT60S
            "PT15S"                     | 15               | stages.ACKNOWLEDGE.I.within must be a duration such as PT60S
            "NENA-STA-020 (2020)"       | " "              | stages.ACKNOWLEDGE.I.norm must name who says so
            "topRung": 2                | "topRung": 3     | ladders.I.topRung must be 1 (shift leader) or 2 (director), not 3
            "topRung": 2                | "rung": 2        | ladders.I must not have rung
            "ACKNOWLEDGE"               | "ACK"            | stages must not have ACK
            "stages"                    | "steps0"         | it must not have steps0
            {"within": "PT15S",         | {                | stages.ACKNOWLEDGE.I must have within
            """)
    void shouldSayWhereItIsWrongAndWhatIsAllowed(String shipped, String wrong, String sentence) throws IOException {
        assertThatThrownBy(() -> TimeTargetsFile.parse(text().replaceFirst(Pattern.quote(shipped), wrong)))
                .isInstanceOf(TimeTargetsFile.WrongTargetsException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void shouldRefuseWhatIsNoJsonOrNoFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("targets.json");
        assertThatThrownBy(() -> TimeTargetsFile.read(file)).hasMessageContaining("must be a JSON file");
        Files.writeString(file, "{");
        assertThatThrownBy(() -> TimeTargetsFile.read(file)).hasMessageContaining("must be JSON");
        Files.writeString(file, "[]");
        assertThatThrownBy(() -> TimeTargetsFile.read(file)).hasMessageContaining("it must be an object");
    }

    @Test
    void shouldTakeAnotherFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("targets.json");
        Files.writeString(file, text().replaceFirst("PT15S", "PT20S"));

        assertThat(TimeTargetsFile.read(file)
                        .of(EscalationStage.ACKNOWLEDGE, Grade.I)
                        .within())
                .isEqualTo(Duration.ofSeconds(20));
    }

    private static String text() throws IOException {
        try (InputStream in = TimeTargetsFile.class.getResourceAsStream("time-targets.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
