package io.watchfloor.text.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RepostsTest {
    private static final int TRIALS = 1_000;

    private final Reposts reposts = new Reposts();

    @Test
    void shouldGiveACopyTheSameBands() {
        assertThat(reposts.bands("解放大道上两辆车撞了，堵得很厉害")).containsExactly(reposts.bands("解放大道上两辆车撞了，堵得很厉害！"));
    }

    @Test
    void shouldFindEditsAndNotOthers() {
        Random random = new Random(1);
        int edits = 0;
        int others = 0;
        for (int i = 0; i < TRIALS; i++) {
            String text = text(random, 60);
            edits += meet(text, edited(text, random)) ? 1 : 0;
            others += meet(text, text(random, 60)) ? 1 : 0;
        }

        assertThat(edits).isGreaterThan(TRIALS * 95 / 100);
        assertThat(others).isLessThan(TRIALS / 100);
    }

    @Test
    void shouldTellNothingOfAFewCharacters() {
        assertThat(reposts.bands("着火了")).isEmpty();
        assertThat(reposts.bands("")).isEmpty();
    }

    private boolean meet(String one, String other) {
        int[] a = reposts.bands(one);
        int[] b = reposts.bands(other);
        for (int i = 0; i < a.length; i++) {
            if (a[i] == b[i]) {
                return true;
            }
        }
        return false;
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (0x4E00 + random.nextInt(2_000)));
        }
        return text.toString();
    }

    /** One character in ten is another. */
    private static String edited(String text, Random random) {
        StringBuilder edited = new StringBuilder(text);
        for (int i = 0; i < text.length() / 10; i++) {
            edited.setCharAt(random.nextInt(text.length()), (char) (0x4E00 + random.nextInt(2_000)));
        }
        return edited.toString();
    }
}
