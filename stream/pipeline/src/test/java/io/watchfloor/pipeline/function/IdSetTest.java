package io.watchfloor.pipeline.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Ids;
import org.junit.jupiter.api.Test;

class IdSetTest {
    private static final int LIMIT = 20_000;

    private final IdSet ids = new IdSet(LIMIT);

    @Test
    void shouldKnowExactlyWhatWasAddedHoweverMuchItGrew() {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(ids.knows(id(i))).isFalse();
            assertThat(ids.add(id(i))).isTrue();
        }

        for (int i = 0; i < LIMIT; i++) {
            assertThat(ids.knows(id(i))).isTrue();
            assertThat(ids.knows(id(LIMIT + i))).isFalse();
        }
    }

    @Test
    void shouldSayThatItIsFullOnlyToWhatIsNew() {
        for (int i = 0; i < LIMIT; i++) {
            ids.add(id(i));
        }

        assertThat(ids.add(id(0))).isTrue();
        assertThat(ids.add(id(LIMIT))).isFalse();
        assertThat(ids.knows(id(LIMIT))).isFalse();
    }

    private static String id(int i) {
        return Ids.report("live", "test", "" + i);
    }
}
