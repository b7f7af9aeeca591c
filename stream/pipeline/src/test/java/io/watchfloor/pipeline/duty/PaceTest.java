package io.watchfloor.pipeline.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void shouldLetABurstThroughAndGiveEverybodyElseATurnOfTheirOwn() {
        Pace pace = new Pace(200);
        long now = 1_000_000;
        int taken = 0;
        Set<Long> turns = new TreeSet<>();
        for (int i = 0; i < 1_000; i++) {
            if (pace.take(now)) {
                taken++;
            } else {
                turns.add(pace.nextMillis(now));
            }
        }

        assertThat(taken).isBetween(200, 202);
        assertThat(turns).hasSize(1_000 - taken).allMatch(turn -> turn > now);
        for (long turn : turns) {
            assertThat(pace.take(turn)).as("at %d", turn - now).isTrue();
        }
    }
}
