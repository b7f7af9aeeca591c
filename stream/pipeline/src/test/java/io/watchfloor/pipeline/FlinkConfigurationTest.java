package io.watchfloor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.sstmerge.RocksDBManualCompactionOptions;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // closing is declared by Flink
class FlinkConfigurationTest {
    private static final int MINUTES = 60;
    private static final int FEW_FILES = 20;

    @TempDir
    private Path folder;

    @Test
    void shouldKeepFewFilesOfStateWhoseKeysRiseWithTime() throws Exception {
        Configuration flink = FlinkConfiguration.of(PipelineSettings.parse(Map.of()), folder);
        assertThat(flink.get(RocksDBManualCompactionOptions.MIN_INTERVAL)).isPositive();
        flink.set(RocksDBManualCompactionOptions.MIN_INTERVAL, Duration.ofMillis(20));
        EmbeddedRocksDBStateBackend state =
                new EmbeddedRocksDBStateBackend().configure(flink, getClass().getClassLoader());
        state.setDbStoragePath(folder.toString());
        try (var operator = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new KeepMinutes()), minute -> "live", Types.STRING)) {
            operator.setStateBackend(state);
            operator.setup();
            operator.open();
            for (long minute = 1; minute <= MINUTES; minute++) {
                operator.processElement(minute, minute);
                operator.snapshot(minute, minute); // each writes what is new into a file
            }

            // a file may go while they are counted
            await().atMost(Duration.ofMinutes(1))
                    .ignoreException(UncheckedIOException.class)
                    .until(() -> filesOfState() <= FEW_FILES);
            operator.processElement(0L, 0);
            assertThat(operator.extractOutputValues()).last().isEqualTo(MINUTES + 1L);
        }
    }

    private long filesOfState() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sst")).count();
        }
    }

    /** Keeps every minute, and says how many it keeps. */
    private static final class KeepMinutes extends KeyedProcessFunction<String, Long, Long> {
        private static final long serialVersionUID = 1L;

        private transient MapState<Long, Long> minutes;

        @Override
        public void open(OpenContext context) {
            minutes = getRuntimeContext().getMapState(new MapStateDescriptor<>("minutes", Types.LONG, Types.LONG));
        }

        @Override
        public void processElement(Long minute, Context context, Collector<Long> out) throws Exception {
            minutes.put(minute, minute);
            long kept = 0;
            for (Long ignored : minutes.keys()) {
                kept++;
            }
            out.collect(kept);
        }
    }
}
