package io.watchfloor.text.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({"128, 128", "十, 10", "十二, 12", "二十, 20", "一百二十八, 128", "一百零八, 108", "一二八, 128", "两百, 200", "〇, 0"})
    void shouldReadHouseNumbers(String written, int number) {
        assertThat(Numerals.parse(written)).isEqualTo(number);
    }
}
