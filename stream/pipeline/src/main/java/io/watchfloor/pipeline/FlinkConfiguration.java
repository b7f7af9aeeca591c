package io.watchfloor.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.state.rocksdb.sstmerge.RocksDBManualCompactionOptions;

/** How Flink is run: small, on disk, never giving up. */
final class FlinkConfiguration {
    /** Checkpoints that Flink keeps, and that trimming leaves a way back to. */
    static final int RETAINED_CHECKPOINTS = 3;

    /** Not used: RocksDB has a budget of its own. */
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(1);
    /** One for all of this process, since both jobs share it and one of them has no keyed state. */
    private static final MemorySize ROCKSDB = MemorySize.ofMebiBytes(96);

    /** How often small files of state are put together, where there are as many as {@link #SMALL_FILES} in a row. */
    private static final Duration GATHERING_INTERVAL = Duration.ofMinutes(1);

    private static final int SMALL_FILES = 4;
    private static final MemorySize SMALL_FILE = MemorySize.ofMebiBytes(1);

    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(16);
    /**
     * How long a record may wait in a half-full buffer. A thread per edge wakes up so often, busy or not: at 1 ms they
     * took a twelfth of the processor time under load.
     */
    private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(5);

    /** A checkpoint older than so many intervals, and than this, is an alarm. */
    private static final int CHECKPOINTS_MISSED = 4;

    private static final Duration LEAST_CHECKPOINT_LIMIT = Duration.ofSeconds(30);

    /**
     * State up to this lies in a checkpoint's metadata. Timers are written while the task waits, and a disk that is full
     * would then fail the task instead of the checkpoint: those of some thousand open incidents are within it.
     */
    private static final MemorySize SMALL_STATE = MemorySize.ofMebiBytes(1).divide(4);

    private static final Duration WATERMARK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CHECKPOINT_TIMEOUT = Duration.ofSeconds(30);

    private FlinkConfiguration() {}

    static Configuration of(PipelineSettings settings, Path workFolder) {
        Configuration flink = new Configuration();
        flink.set(CoreOptions.TMP_DIRS, workFolder.toString());
        flink.set(RestOptions.BIND_PORT, "0");
        flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        flink.set(RestOptions.ADDRESS, "127.0.0.1");
        flink.set(JobManagerOptions.BIND_HOST, "127.0.0.1"); // the blob server's, too
        flink.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
        jobs(flink, settings);
        state(flink, settings);
        reporters(flink, settings);
        return flink;
    }

    private static void jobs(Configuration flink, PipelineSettings settings) {
        flink.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
        flink.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofMillis(200));
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(15));
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, Integer.MAX_VALUE);
    }

    private static void state(Configuration flink, PipelineSettings settings) {
        flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        flink.set(RocksDBOptions.USE_MANAGED_MEMORY, false); // else it wins over the next
        flink.set(RocksDBOptions.FIX_PER_TM_MEMORY_SIZE, ROCKSDB);
        // there are as many as open incidents; in RocksDB each costs a write, a read and a removal
        flink.set(RocksDBOptions.TIMER_SERVICE_FACTORY, EmbeddedRocksDBStateBackend.PriorityQueueStateType.HEAP);
        flink.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true); // most ids asked for are new
        // keys that rise with time never meet in a compaction of RocksDB's own: each minute would leave a file
        flink.set(RocksDBManualCompactionOptions.MIN_INTERVAL, GATHERING_INTERVAL);
        flink.set(RocksDBManualCompactionOptions.MIN_FILES_TO_COMPACT, SMALL_FILES);
        flink.set(RocksDBManualCompactionOptions.MAX_FILE_SIZE_TO_COMPACT, SMALL_FILE);
        flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        flink.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, SMALL_STATE);
        flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED_CHECKPOINTS);
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        flink.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, CHECKPOINT_TIMEOUT);
        // a graph or a disk that is away costs checkpoints, never the job
        flink.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    }

    private static void reporters(Configuration flink, PipelineSettings settings) {
        boolean prometheus = settings.metricsPort() > 0;
        flink.setString("metrics.reporters", prometheus ? "heartbeat,prometheus" : "heartbeat");
        flink.setString("metrics.reporter.heartbeat.factory.class", HeartbeatReporter.Factory.class.getName());
        flink.setString("metrics.reporter.heartbeat.interval", HeartbeatReporter.INTERVAL.toMillis() + " ms");
        flink.setString(
                "metrics.reporter.heartbeat." + HeartbeatReporter.REDIS,
                settings.redis().toString());
        flink.setString("metrics.reporter.heartbeat." + HeartbeatReporter.WORLD, settings.world());
        long limitMillis = Math.max(
                LEAST_CHECKPOINT_LIMIT.toMillis(),
                CHECKPOINTS_MISSED * settings.checkpointInterval().toMillis());
        flink.setString(
                "metrics.reporter.heartbeat." + HeartbeatReporter.CHECKPOINT_LIMIT, String.valueOf(limitMillis));
        if (prometheus) {
            flink.setString(
                    "metrics.reporter.prometheus.factory.class",
                    "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
            flink.setString("metrics.reporter.prometheus.port", String.valueOf(settings.metricsPort()));
        }
    }
}
