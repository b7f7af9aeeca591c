package io.watchfloor.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceMakerTest {
    @TempDir
    Path folder;

    @Test
    void shouldDrawChoicesAndSharedLists() throws IOException {
        Grammar grammar = grammar("[=who]\n(he|she)\n[fire]\n<who> saw (fire|(thick|black) smoke|)\n");

        assertThat(grammar.names()).containsExactly("fire");
        for (int seed = 0; seed < 30; seed++) {
            assertThat(grammar.draw("fire", 0, new Random(seed)))
                    .matches("(he|she) saw (fire|thick smoke|black smoke|)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a (b|c", "a b)", "a <nobody>"})
    void shouldSayWhichPatternIsWrong(String pattern) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> grammar("[fire]\n" + pattern + "\n"))
                .withMessageContaining(pattern);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void shouldMakeTheSameSentencesOfEveryTypeAgain(String language) throws IOException {
        Grammar grammar = Grammar.read(Path.of("grammar", language + ".txt"));

        List<Example> made = new SentenceMaker(grammar, language.equals("en"), 7).make(3);

        assertThat(grammar.names()).containsExactlyInAnyOrderElementsOf(TypeLabels.TYPES);
        assertThat(made).hasSize(3 * TypeLabels.TYPES.size()).noneMatch(e -> e.text()
                .matches(".*[()<>|].*"));
        assertThat(new SentenceMaker(grammar, language.equals("en"), 7).make(3)).isEqualTo(made);
    }

    private Grammar grammar(String lines) throws IOException {
        return Grammar.read(Files.writeString(folder.resolve("g.txt"), lines));
    }
}
