package io.watchfloor.text.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "三号楼电梯坏了, ZH",
        "KTV太吵了我们睡不着, ZH",
        "The lift is broken, EN",
        "the lift 电梯 is broken 坏了 please help, MIXED",
        "12345 !!!, UNKNOWN",
        "'', UNKNOWN"
    })
    void shouldTellTheLanguageByItsLetters(String text, TextLanguage expected) {
        TextNormalizer normalizer = new TextNormalizer();
        normalizer.normalize(text);

        assertThat(TextLanguage.of(normalizer.chars(), normalizer.length())).isEqualTo(expected);
    }
}
