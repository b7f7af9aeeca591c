package io.watchfloor.gateway.plan;

import static io.watchfloor.gateway.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettledSuggestionsTest {
    private final SettledSuggestions settled = new SettledSuggestions();

    @Test
    void shouldTakeWhatHasStoodForAWhileAndNotSoonAgain() {
        assertThat(take(0, "P-1")).isFalse();
        assertThat(take(2, "P-1")).isFalse();
        assertThat(take(3, "P-1")).isTrue();
        assertThat(take(4, "P-1")).isFalse();
        assertThat(take(32, "P-1")).isFalse();
        assertThat(take(33, "P-1")).isTrue();
    }

    @Test
    void shouldBeginAnewWithOtherPeople() {
        assertThat(take(0, "P-1")).isFalse();
        assertThat(take(2, "P-2")).isFalse();
        assertThat(take(4, "P-2")).isFalse();
        assertThat(take(5, "P-2")).isTrue();
    }

    @Test
    void shouldBeginAnewWithWhatWasNotSuggestedMeanwhile() {
        assertThat(take(0, "P-1")).isFalse();
        settled.retain(Set.of("I-1", "I-2"));
        assertThat(take(3, "P-1")).isTrue();
        settled.retain(Set.of("I-2"));
        assertThat(take(600, "P-1")).isFalse();
        assertThat(take(603, "P-1")).isTrue();
        settled.forget("I-1");
        assertThat(take(700, "P-1")).isFalse();
    }

    private boolean take(int second, String... personIds) {
        return settled.take("I-1", List.of(personIds), NOON.plusSeconds(second));
    }
}
