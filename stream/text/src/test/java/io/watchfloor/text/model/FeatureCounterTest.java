package io.watchfloor.text.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureCounterTest {
    private static final FeatureShape CHINESE = new FeatureShape(20, 1, 3, false);
    private static final FeatureShape ENGLISH = new FeatureShape(18, 2, 5, true);

    @Test
    void shouldHashTheSameNgramsToTheSameBucketsForEver() {
        assertThat(buckets(CHINESE, "停水了")).containsExactly(CHINESE_GOLDEN);
        assertThat(buckets(ENGLISH, "no gas")).containsExactly(ENGLISH_GOLDEN);
    }

    @Test
    void shouldCountRepeatedNgramsOnce() {
        FeatureCounter counter = new FeatureCounter(new FeatureShape(20, 1, 1, false));

        counter.count("水水火水".toCharArray(), 4);

        assertThat(counter.size()).isEqualTo(2);
        assertThat(counter.occurrences(0)).isEqualTo(3);
        assertThat(counter.occurrences(1)).isEqualTo(1);
    }

    @Test
    void shouldForgetTheTextBefore() {
        FeatureCounter counter = new FeatureCounter(CHINESE);
        counter.count("一段很长很长的文字".repeat(300).toCharArray(), 2_700);
        counter.count("停水了".toCharArray(), 3);

        assertThat(counter.size()).isEqualTo(6);
    }

    @Test
    void shouldCountWordsAndTheirPairs() {
        FeatureShape wordsOnly = new FeatureShape(20, 8, 8, true);

        assertThat(buckets(wordsOnly, "gas, gas")).hasSize(3);
        assertThat(buckets(wordsOnly, "a b")).doesNotContainAnyElementsOf(buckets(wordsOnly, "c d"));
    }

    @Test
    void shouldRefuseShapesThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FeatureShape(20, 3, 2, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new FeatureShape(30, 1, 2, false));
    }

    private static List<Integer> buckets(FeatureShape shape, String text) {
        FeatureCounter counter = new FeatureCounter(shape);
        counter.count(text.toCharArray(), text.length());
        List<Integer> buckets = new ArrayList<>();
        for (int i = 0; i < counter.size(); i++) {
            buckets.add(counter.bucket(i));
        }
        return buckets;
    }

    private static final Integer[] CHINESE_GOLDEN = {997392, 970853, 510770, 895842, 366721, 810757};
    private static final Integer[] ENGLISH_GOLDEN = {
        6502, 56219, 258064, 168646, 25943, 112548, 105156, 128289, 82392, 127308, 130570, 32688, 207101, 12719, 199521,
        181131, 107306
    };
}
