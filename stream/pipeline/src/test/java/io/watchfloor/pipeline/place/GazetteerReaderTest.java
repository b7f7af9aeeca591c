package io.watchfloor.pipeline.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchfloor.contract.place.Gazetteer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GazetteerReaderTest {
    private final Names names = new Names();
    private final GazetteerReader reader = new GazetteerReader(() -> names, Duration.ofMillis(5));
    private final Collected out = new Collected();

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void shouldHandOutEachImportOnce() {
        names.stamp = "first";
        reader.start();
        awaitStamps("first");
        int looks = names.looks;
        await().until(() -> names.looks > looks + 3);
        awaitStamps("first");

        names.stamp = "second";

        awaitStamps("first", "second");
    }

    @Test
    void shouldWaitForAGraphThatIsAwayOrEmpty() {
        names.away = true;
        reader.start();
        await().until(() -> names.looks > 2);
        names.away = false;
        int looks = names.looks;
        await().until(() -> names.looks > looks + 2);
        assertThat(reader.isAvailable()).isNotDone();

        names.stamp = "first";

        awaitStamps("first");
    }

    private void awaitStamps(String... stamps) {
        await().untilAsserted(() -> {
            if (reader.isAvailable().isDone()) {
                reader.pollNext(out);
            }
            assertThat(out.all).extracting(Gazetteer::stamp).containsExactly(stamps);
        });
    }

    private static final class Names implements PlaceAccess.Opened {
        private volatile String stamp = "";
        private volatile boolean away;
        private volatile int looks;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread looks
        public String stamp() {
            looks++;
            if (away) {
                throw new IllegalStateException("away");
            }
            return stamp;
        }

        @Override
        public Gazetteer gazetteer(String wanted) {
            return new Gazetteer(wanted, "UTC", List.of(), List.of());
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static final class Collected implements ReaderOutput<Gazetteer> {
        private final List<Gazetteer> all = new ArrayList<>();

        @Override
        public void collect(Gazetteer gazetteer) {
            all.add(gazetteer);
        }

        @Override
        public void collect(Gazetteer gazetteer, long timestamp) {
            collect(gazetteer);
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            throw new AssertionError("names have no time");
        }

        @Override
        public void markIdle() {
            // of no concern
        }

        @Override
        public void markActive() {
            // of no concern
        }

        @Override
        public SourceOutput<Gazetteer> createOutputForSplit(String splitId) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String splitId) {
            // there are none
        }
    }
}
