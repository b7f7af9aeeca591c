package io.watchfloor.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Problem;
import io.watchfloor.contract.ReportProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the gateway refuses is told in both languages. */
class KnownProblemTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");
    private static final Pattern REASON = Pattern.compile(
            "(?:new ReportProblem|fault|poison|refused|problem|timeFault)\\(\\s*(?:null, )?\"([a-z0-9-]+)\"");

    @ParameterizedTest
    @EnumSource
    void shouldHaveWordsInBothLanguages(KnownProblem known) {
        assertBoth(known.words());
    }

    @Test
    void shouldHaveNoWordsForWhatThereIsNot() {
        Set<String> names = Arrays.stream(KnownProblem.values()).map(Enum::name).collect(Collectors.toSet());
        Sentences sentences = Sentences.read("problems");
        assertThat(sentences.englishKeys()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(sentences.chineseKeys()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void shouldHaveWordsInBothLanguagesForEveryFault() {
        Sentences sentences = Faults.sentences();
        assertThat(sentences.chineseKeys()).containsExactlyInAnyOrderElementsOf(sentences.englishKeys());
        sentences.englishKeys().forEach(key -> assertBoth(sentences.of(key)));
    }

    /** Reasons are strings of whoever finds the fault; they are looked for where those are. */
    @Test
    void shouldKnowEveryReasonThatAReportIsRefusedFor() throws IOException {
        Set<String> reasons = new TreeSet<>();
        for (Path sources : List.of(Path.of("src/main/java"), Path.of("../stream/pipeline/src/main/java"))) {
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    REASON.matcher(Files.readString(file))
                            .results()
                            .map((MatchResult found) -> found.group(1))
                            .forEach(reasons::add);
                }
            }
        }
        assertThat(reasons).hasSizeGreaterThan(20).allMatch(Faults::isKnown);
    }

    @Test
    void shouldFillInWhatItIsAbout() {
        Problem problem = KnownProblem.AREA_UNKNOWN.in("zh", Map.of("area", "A-9"));

        assertThat(problem.type()).isEqualTo("urn:watchfloor:problem:area-unknown");
        assertThat(problem.title()).isEqualTo("Area unknown");
        assertThat(problem.detail()).isEqualTo("辖区内没有编号为 A-9 的片区。");
        assertThat(problem.errors()).containsExactly(new ReportProblem("unknown-value", "areaId", "辖区内没有编号为 A-9 的片区。"));
    }

    @Test
    void shouldTellAFaultOfAFeedByItsReason() {
        ReportProblem fault = new ReportProblem("missing", "text", "text is missing.");

        assertThat(Faults.in("en", fault)).isEqualTo(fault);
        assertThat(Faults.in("zh", fault)).isEqualTo(new ReportProblem("missing", "text", "缺少 text。"));
    }

    private static void assertBoth(Words words) {
        assertThat(words.en()).isNotBlank().doesNotMatch("(?s).*\\p{IsHan}.*");
        assertThat(words.zh()).matches("(?s).*\\p{IsHan}.*");
        assertThat(ENGLISH_SENTENCE.matcher(words.zh()).find()).as(words.zh()).isFalse();
        assertThat(placesOf(words.zh())).isEqualTo(placesOf(words.en()));
    }

    private static Set<String> placesOf(String words) {
        return PLACE.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
