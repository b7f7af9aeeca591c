package io.watchfloor.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GivingWayTest {
    private static final Duration WORK = Duration.ofMillis(50);

    private boolean pictureLags;
    private long nanos;
    private int questions;
    private final GivingWay givingWay = new GivingWay(
            () -> {
                questions++;
                return pictureLags;
            },
            () -> nanos);

    @Test
    void shouldNotRestWhileThePictureKeepsUp() {
        assertThat(givingWay.restAfter(WORK)).isZero();
    }

    @Test
    void shouldRestInProportionToWorkWhileThePictureLags() {
        pictureLags = true;

        assertThat(givingWay.restAfter(WORK)).isEqualTo(WORK.multipliedBy(GivingWay.REST_PER_WORK));
        assertThat(givingWay.restAfter(Duration.ofMinutes(1))).isEqualTo(GivingWay.LONGEST_REST);
    }

    @Test
    void shouldGoOnOnceThePictureHasCaughtUp() {
        pictureLags = true;
        givingWay.restAfter(WORK);
        pictureLags = false;
        nanos += GivingWay.ASKED_EVERY.toNanos();

        assertThat(givingWay.restAfter(WORK)).isZero();
    }

    @Test
    void shouldAskOnceASecondHoweverSmallTheBatches() {
        for (int i = 0; i < 10; i++) {
            givingWay.restAfter(WORK);
            nanos += GivingWay.ASKED_EVERY.toNanos() / 5;
        }

        assertThat(questions).isEqualTo(2);
    }

    @Test
    void shouldKnowWhenRedisIsHalfFull() {
        assertThat(GivingWay.hasRoom(memory(499, 1_000))).isTrue();
        assertThat(GivingWay.hasRoom(memory(500, 1_000))).isFalse();
    }

    @Test
    void shouldTakeAGigabyteForTheMostWhereRedisKnowsNoLimit() {
        assertThat(GivingWay.hasRoom(memory(500 << 20, 0))).isTrue();
        assertThat(GivingWay.hasRoom(memory(513 << 20, 0))).isFalse();
    }

    private static String memory(long usedBytes, long mostBytes) {
        return "# Memory\r\nused_memory:%d\r\nused_memory_human:1\r\nmaxmemory:%d\r\nmaxmemory_human:1\r\n"
                .formatted(usedBytes, mostBytes);
    }
}
