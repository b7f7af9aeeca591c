package io.watchfloor.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchingWriterTest {
    private static final int CAPACITY = 10;
    private static final int BATCH = 4;
    private static final Duration FOR_EVER = Duration.ofMinutes(5);

    private static final SinkWriter.Context LATE = at(0L);
    private static final SinkWriter.Context IN_TIME = at(Long.MAX_VALUE);

    /** A receiver that can be away, or broken. */
    private static final class Receiver implements Delivery<Integer> {
        private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
        private volatile boolean away;
        private volatile boolean broken;

        @Override
        public void deliver(List<Integer> batch) throws UndeliverableException {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            if (away) {
                throw new UndeliverableException("away", null);
            }
            batches.add(batch);
        }

        private List<Integer> delivered() {
            List<Integer> all = new ArrayList<>();
            batches.forEach(all::addAll);
            return all;
        }

        @Override
        public void close() {}
    }

    private final RecordedMetrics metrics = new RecordedMetrics();
    private final Receiver receiver = new Receiver();
    private BatchingWriter<Integer> writer = writer(Duration.ZERO, Duration.ZERO);

    private BatchingWriter<Integer> writer(Duration linger, Duration lateLinger) {
        BatchingWriter.Limits limits = new BatchingWriter.Limits(CAPACITY, BATCH, linger, lateLinger);
        return new BatchingWriter<>("test", limits, receiver, metrics);
    }

    /** Of something that came in then; milliseconds since 1970. */
    private static SinkWriter.Context at(long millis) {
        return new SinkWriter.Context() {
            @Override
            public long currentWatermark() {
                return Long.MIN_VALUE;
            }

            @Override
            public Long timestamp() {
                return millis;
            }
        };
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void shouldDeliverAtOnceWhenIdle() throws Exception {
        writer.write(1, null);

        await().untilAsserted(() -> assertThat(receiver.delivered()).containsExactly(1));
        await().untilAsserted(() -> assertThat(metrics.gauge("lagMillis")).isZero());
    }

    @Test
    void shouldDeliverInOrderAndInBoundedBatches() throws Exception {
        List<Integer> written = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            writer.write(i, null);
            written.add(i);
        }
        writer.flush(false);

        assertThat(receiver.delivered()).isEqualTo(written);
        assertThat(receiver.batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(BATCH));
    }

    @Test
    void shouldKeepEverythingWhileTheReceiverIsAway() throws Exception {
        receiver.away = true;
        writer.write(1, null);
        writer.write(2, null);
        await().until(() -> metrics.count("sinkRetries") >= 2);
        assertThat(metrics.gauge("backlog")).isEqualTo(2);
        assertThat(metrics.gauge("lagMillis")).isPositive();

        receiver.away = false;
        writer.flush(false);

        assertThat(receiver.delivered()).containsExactly(1, 2);
    }

    @Test
    void shouldHoldUpTheStreamWhenItHoldsAllItMay() {
        receiver.away = true;
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeTwiceTheCapacity());
        await().until(() -> metrics.gauge("backlog") == CAPACITY);
        assertThat(writing).isNotDone();

        receiver.away = false;

        await().until(writing::isDone);
        await().untilAsserted(() -> assertThat(receiver.delivered()).hasSize(2 * CAPACITY));
    }

    private void writeTwiceTheCapacity() {
        try {
            for (int i = 0; i < 2 * CAPACITY; i++) {
                writer.write(i, null);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldNotLetACheckpointWaitForCompany() throws Exception {
        writer.close();
        writer = writer(FOR_EVER, FOR_EVER);
        writer.write(1, null);
        writer.write(2, LATE);

        writer.flush(false);

        assertThat(receiver.delivered()).containsExactly(1, 2);
    }

    @Test
    void shouldLetWhatIsLateWaitForAFullBatch() throws Exception {
        writer.close();
        writer = writer(Duration.ZERO, FOR_EVER);
        for (int i = 0; i < 100 * BATCH; i++) {
            writer.write(i, LATE);
        }

        await().until(() -> receiver.batches.size() == 100);
        assertThat(receiver.batches).allSatisfy(batch -> assertThat(batch).hasSize(BATCH));
    }

    @Test
    void shouldDeliverAtOnceWhatIsInTimeAndWhateverWaitsBeforeIt() throws Exception {
        writer.close();
        writer = writer(Duration.ZERO, FOR_EVER);
        writer.write(1, LATE);
        writer.write(2, IN_TIME);

        await().untilAsserted(() -> assertThat(receiver.delivered()).containsExactly(1, 2));
    }

    @Test
    void shouldFailTheJobWhenItIsItselfBroken() throws Exception {
        receiver.broken = true;
        writer.write(1, null);

        assertThatThrownBy(() -> writer.flush(false)).isInstanceOf(IOException.class);
    }
}
