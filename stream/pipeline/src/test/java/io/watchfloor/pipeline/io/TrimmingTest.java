package io.watchfloor.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

class TrimmingTest {
    private static final long NOW_MILLIS = 10_000_000;
    private static final long MINUTE_MILLIS = 60_000;
    private static final String STREAM = "picture:live";
    private static final TrimPolicy AN_HOUR = TrimPolicy.below(1).keeping(STREAM, Duration.ofHours(1), 1_000);

    @Test
    void shouldNeverTrimForASecondReader() {
        Trimming trimming = trimming(TrimPolicy.never());

        for (long checkpoint = 1; checkpoint <= 10; checkpoint++) {
            complete(trimming, checkpoint, checkpoint);
            assertThat(trimming.takeDue(stream -> Long.MAX_VALUE)).isEmpty();
        }
    }

    @Test
    void shouldKeepWhatIsYoungThoughItWasRead() {
        Trimming trimming = trimming(AN_HOUR);
        complete(trimming, 1, NOW_MILLIS);

        assertThat(trimming.takeDue(stream -> 1_000))
                .containsEntry(STREAM, new StreamEntryID(NOW_MILLIS - 60 * MINUTE_MILLIS, 0));
    }

    @Test
    void shouldKeepLessTheMoreThereIs() {
        Trimming trimming = trimming(AN_HOUR);
        complete(trimming, 1, NOW_MILLIS);

        assertThat(trimming.takeDue(stream -> 4_000))
                .containsEntry(STREAM, new StreamEntryID(NOW_MILLIS - 15 * MINUTE_MILLIS, 0));
    }

    @Test
    void shouldKeepWhatACheckpointNeedsHoweverMuchItIs() {
        Trimming trimming = trimming(AN_HOUR);
        complete(trimming, 1, NOW_MILLIS - 30 * MINUTE_MILLIS);

        assertThat(trimming.takeDue(stream -> 1_000_000))
                .containsEntry(STREAM, new StreamEntryID(NOW_MILLIS - 30 * MINUTE_MILLIS, 0));
    }

    private static Trimming trimming(TrimPolicy policy) {
        return new Trimming(policy, Clock.fixed(Instant.ofEpochMilli(NOW_MILLIS), ZoneOffset.UTC));
    }

    private static void complete(Trimming trimming, long checkpoint, long offsetMillis) {
        trimming.onCheckpoint(checkpoint, List.of(new StreamSplit(STREAM, offsetMillis + "-0")));
        trimming.onComplete(checkpoint);
    }
}
