package io.watchfloor.pipeline;

import io.watchfloor.contract.Channels;
import io.watchfloor.pipeline.duty.DutyPipeline;
import io.watchfloor.pipeline.io.RedisAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.apache.flink.metrics.reporter.Scheduled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Tells the gateways that the pipeline lives and how far behind it is: a Redis hash that expires by itself. It reads the
 * jobs' own lag gauges, so that a job that does not run has no lag there, instead of a good-looking one.
 */
public final class HeartbeatReporter implements MetricReporter, Scheduled {
    /** How often Flink calls; a heartbeat is missed after ten of them. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    static final String REDIS = "redis";
    static final String WORLD = "world";
    static final String CHECKPOINT_LIMIT = "checkpoint.limit";
    private static final Duration EXPIRY = Duration.ofSeconds(10);
    private static final String LAG_GAUGE = "lagMillis";
    private static final String MERGED_GAUGE = "reportsMerged";
    private static final String CHECKPOINT_GAUGE = "lastCompletedCheckpointId";
    private static final List<String> LOSS_COUNTERS = List.of("gaps", "resets");
    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatReporter.class);

    private final Clock clock;
    private final Map<Gauge<?>, String> lagsByJob = new ConcurrentHashMap<>();
    private final Set<Gauge<?>> merged = ConcurrentHashMap.newKeySet();
    private final Map<Counter, String> losses = new ConcurrentHashMap<>();
    private final Map<Gauge<?>, CheckpointAge> checkpoints = new ConcurrentHashMap<>();
    private long checkpointLimitMillis;
    private String key;
    private RedisClient redis;
    private boolean failed;

    HeartbeatReporter(Clock clock) {
        this.clock = clock;
    }

    /** Made by Flink from the configuration. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new HeartbeatReporter(Clock.systemUTC());
        }
    }

    /** The hash's key. */
    public static String keyOf(String world) {
        return Channels.heartbeat(world);
    }

    @Override
    public void open(MetricConfig config) {
        key = keyOf(config.getString(WORLD, null));
        checkpointLimitMillis = config.getLong(CHECKPOINT_LIMIT, Long.MAX_VALUE);
        redis = new RedisAddress(URI.create(config.getString(REDIS, null))).open();
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        String job = group.getAllVariables().get("<job_name>");
        if (LAG_GAUGE.equals(name) && job != null && metric instanceof Gauge<?> gauge) {
            lagsByJob.put(gauge, job);
        } else if (MERGED_GAUGE.equals(name) && metric instanceof Gauge<?> gauge) {
            merged.add(gauge);
        } else if (CHECKPOINT_GAUGE.equals(name) && metric instanceof Gauge<?> gauge) {
            checkpoints.put(gauge, new CheckpointAge(clock.millis()));
        } else if (LOSS_COUNTERS.contains(name) && metric instanceof Counter counter) {
            losses.put(counter, name);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        if (metric instanceof Gauge<?> gauge) {
            lagsByJob.remove(gauge);
            merged.remove(gauge);
            checkpoints.remove(gauge);
        } else if (metric instanceof Counter counter) {
            losses.remove(counter);
        }
    }

    @Override
    public void report() {
        try (AbstractTransaction transaction = redis.multi()) {
            transaction.del(key);
            transaction.hset(key, fields());
            transaction.pexpire(key, EXPIRY.toMillis());
            transaction.exec();
            failed = false;
        } catch (JedisException e) {
            if (!failed) {
                LOG.warn("No heartbeat: Redis does not answer ({})", e.getMessage());
            }
            failed = true;
        }
    }

    /** The hash: {@code at}, each job's lag while it runs, and what it has counted. */
    Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("at", clock.instant().toString());
        lagOf(PicturePipeline.NAME).ifPresent(lag -> fields.put("lagMillis", String.valueOf(lag)));
        lagOf(FilingPipeline.NAME).ifPresent(lag -> fields.put("filingLagMillis", String.valueOf(lag)));
        lagOf(DutyPipeline.NAME).ifPresent(lag -> fields.put("dutyLagMillis", String.valueOf(lag)));
        if (!merged.isEmpty()) {
            fields.put("merged", String.valueOf(sumOf(merged.stream())));
        }
        for (String name : LOSS_COUNTERS) {
            fields.put(name, String.valueOf(countOf(name)));
        }
        long now = clock.millis();
        checkpoints.entrySet().stream()
                .mapToLong(job -> job.getValue().lookAt(job.getKey().getValue(), now))
                .max()
                .ifPresent(age -> fields.put("checkpointAgeMillis", String.valueOf(age)));
        fields.put("checkpointLimitMillis", String.valueOf(checkpointLimitMillis));
        return fields;
    }

    private static long sumOf(Stream<Gauge<?>> gauges) {
        return gauges.mapToLong(gauge -> ((Number) gauge.getValue()).longValue())
                .sum();
    }

    private long countOf(String name) {
        return losses.entrySet().stream()
                .filter(counter -> counter.getValue().equals(name))
                .mapToLong(counter -> counter.getKey().getCount())
                .sum();
    }

    /** For how long a job's newest checkpoint has been its newest. */
    private static final class CheckpointAge {
        private Object newest;
        private long sinceMillis;

        CheckpointAge(long nowMillis) {
            sinceMillis = nowMillis;
        }

        long lookAt(Object id, long nowMillis) {
            if (!id.equals(newest)) {
                newest = id;
                sinceMillis = nowMillis;
            }
            return Math.max(0, nowMillis - sinceMillis);
        }
    }

    /** The worst of its sources and sinks. */
    private OptionalLong lagOf(String job) {
        return lagsByJob.entrySet().stream()
                .filter(gauge -> gauge.getValue().equals(job))
                .mapToLong(gauge -> ((Number) gauge.getKey().getValue()).longValue())
                .max();
    }

    @Override
    public void close() {
        redis.close();
    }
}
