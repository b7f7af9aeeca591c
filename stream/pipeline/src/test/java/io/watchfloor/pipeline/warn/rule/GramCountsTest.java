package io.watchfloor.pipeline.warn.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GramCountsTest {
    private static final int LIMIT = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldCountAsAPlainMapOfSoManyDoes(long seed) {
        Random random = new Random(seed);
        List<Gram> grams = new ArrayList<>();
        for (int i = 0; i < 2 * LIMIT; i++) {
            grams.add(new Gram(Character.toString(0x4E00 + random.nextInt(500)) + (char) (0x4E00 + i)));
        }
        GramCounts counts = new GramCounts(LIMIT);
        Map<String, Integer> plain = new HashMap<>();

        for (int i = 0; i < 5_000; i++) {
            Gram gram = grams.get(random.nextInt(grams.size()));
            int times = 1 + random.nextInt(3);
            boolean isNew = !plain.containsKey(gram.text()) && plain.size() < LIMIT;
            if (isNew || plain.containsKey(gram.text())) {
                plain.merge(gram.text(), times, Integer::sum);
            }
            assertThat(counts.add(gram, times)).isEqualTo(isNew);
            assertThat(counts.hasRoom()).isEqualTo(plain.size() < LIMIT);
        }

        assertThat(plain).hasSize(LIMIT);
        assertThat(counts.byText()).isEqualTo(plain);
        assertThat(grams)
                .allSatisfy(gram -> assertThat(counts.get(gram)).isEqualTo(plain.getOrDefault(gram.text(), 0)));
    }

    @Test
    void shouldTellGramsApartThatShareAPlace() {
        Gram one = new Gram("Aa");
        Gram other = new Gram("BB"); // of the same hash
        GramCounts counts = new GramCounts(LIMIT);

        counts.add(one, 3);

        assertThat(one.slot(8)).isEqualTo(other.slot(8));
        assertThat(counts.get(one)).isEqualTo(3);
        assertThat(counts.get(other)).isZero();
    }
}
