package io.watchfloor.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final Path HOME = Path.of("/opt/watchfloor");

    @Test
    void shouldFeedItselfOnPort8080BesideTheScriptByDefault() throws StartRefusedException {
        assertThat(parse())
                .isEqualTo(new Options(
                        8080,
                        HOME.resolve("data"),
                        null,
                        new Options.Feed(Options.FeedKind.SIMULATED, null, null, "1"),
                        false,
                        false));
    }

    @Test
    void shouldTakeValuesAsNextWordOrAfterEquals() throws StartRefusedException {
        assertThat(parse("--port", "9000")).isEqualTo(parse("--port=9000"));
    }

    @Test
    void shouldReadRelativeFoldersFromTheWorkingDirectory() throws StartRefusedException {
        Options options = parse("--data", "here/../there", "--district", "mine");

        assertThat(options.data()).isEqualTo(Path.of("there").toAbsolutePath());
        assertThat(options.district()).isEqualTo(Path.of("mine").toAbsolutePath());
    }

    @Test
    void shouldReplayAFileWithItsMapping() throws StartRefusedException {
        Options.Feed feed = parse("--feed", "/calls.csv", "--mapping", "/calls.json", "--speed", "max")
                .feed();

        assertThat(feed)
                .isEqualTo(
                        new Options.Feed(Options.FeedKind.FILE, Path.of("/calls.csv"), Path.of("/calls.json"), "max"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --colour red              | Unknown option --colour; ./run --help lists them.
                    --port                    | --port needs a value; ./run --help lists the options.
                    --port --help             | --port needs a value; ./run --help lists the options.
                    --port eighty             | --port eighty is not a port; give a number from 0 to 65535.
                    --port 65536              | --port 65536 is not a port; give a number from 0 to 65535.
                    --feed calls.csv          | --feed calls.csv needs --mapping FILE, which says what the file's columns mean.
                    --feed sim --speed 2      | --mapping and --speed go with --feed FILE only.
                    --speed 0                 | --speed 0 is not a speed; give a number above 0, or max.
                    --speed fast              | --speed fast is not a speed; give a number above 0, or max.
                    """)
    void shouldRefuseWithOneSentence(String words, String sentence) {
        assertThatThrownBy(() -> parse(words.split(" ")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage(sentence);
    }

    @Test
    void shouldListEveryOptionItUnderstands() {
        String[] languages = Options.usage().split("(?=Usage:)", -1);
        assertThat(languages).hasSize(2);
        assertThat(languages[0]).startsWith("用法");
        for (String usage : languages) {
            assertThat(usage)
                    .contains(
                            "--port", "--data", "--district", "--feed", "--mapping", "--speed", "--verify-audit", "-h");
        }
    }

    private static Options parse(String... words) throws StartRefusedException {
        return Options.parse(List.of(words), HOME);
    }
}
