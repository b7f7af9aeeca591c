package io.watchfloor.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeverTrimmingTest {
    @Test
    void shouldNeverTrimForASecondReader() {
        Trimming trimming = new Trimming(TrimPolicy.never(), Clock.systemUTC());

        for (long checkpoint = 1; checkpoint <= 10; checkpoint++) {
            trimming.onCheckpoint(checkpoint, List.of(new StreamSplit("picture:live", checkpoint + "-0")));
            trimming.onComplete(checkpoint);
            assertThat(trimming.takeDue(stream -> Long.MAX_VALUE)).isEmpty();
        }
    }
}
