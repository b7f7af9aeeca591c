package io.watchfloor.text.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormalizerTest {
    private final TextNormalizer normalizer = new TextNormalizer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "电梯 坏 了 ， 三 号楼|电梯坏了,三号楼",
                "A3区 12 栋|a0区00栋",
                "ＦＵＬＬ　Ｗｉｄｔｈ！|full width!",
                "Fire   near\tthe School|fire near the school",
                "等了…真的|等了...真的",
                "面积 50㎡|面积00m0",
                "看这里 https://t.co/AbC123 快来|看这里\u0001快来",
                "see HTTP://x.y/z now|see \u0001 now",
                "谢谢@某某_01 回复|谢谢@回复",
                "httpd stopped|httpd stopped"
            })
    void shouldBringTextsIntoOneForm(String text, String expected) {
        assertThat(normalizer.normalized(text)).isEqualTo(expected);
    }

    @Test
    void shouldComposeCombiningMarks() {
        assertThat(normalizer.normalized("cafe\u0301")).isEqualTo("café");
    }

    @Test
    void shouldTakeEveryCharacterThereIs() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            assertThat(normalizer.normalized("水" + (char) c + "管").length()).isPositive();
        }
    }

    @Test
    void shouldReadNoMoreThanTheLongestText() {
        normalizer.normalize("水".repeat(TextNormalizer.LONGEST + 500));

        assertThat(normalizer.length()).isEqualTo(TextNormalizer.LONGEST);
    }

    @Test
    void shouldLeaveNothingOfBlankText() {
        assertThat(normalizer.normalized(" \n\t　")).isEmpty();
    }
}
