package io.watchfloor.pipeline;

import io.watchfloor.contract.Channels;
import io.watchfloor.pipeline.duty.DutyPipeline;
import io.watchfloor.pipeline.io.RedisAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final Duration EXPIRY = Duration.ofSeconds(10);
    private static final String LAG_GAUGE = "lagMillis";
    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatReporter.class);

    private final Clock clock;
    private final Map<Gauge<?>, String> lagsByJob = new ConcurrentHashMap<>();
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
        redis = new RedisAddress(URI.create(config.getString(REDIS, null))).open();
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        String job = group.getAllVariables().get("<job_name>");
        if (LAG_GAUGE.equals(name) && job != null && metric instanceof Gauge<?> gauge) {
            lagsByJob.put(gauge, job);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        if (metric instanceof Gauge<?> gauge) {
            lagsByJob.remove(gauge);
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

    /** The hash: {@code at}, and each job's lag while it runs. */
    Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("at", clock.instant().toString());
        lagOf(PicturePipeline.NAME).ifPresent(lag -> fields.put("lagMillis", String.valueOf(lag)));
        lagOf(FilingPipeline.NAME).ifPresent(lag -> fields.put("filingLagMillis", String.valueOf(lag)));
        lagOf(DutyPipeline.NAME).ifPresent(lag -> fields.put("dutyLagMillis", String.valueOf(lag)));
        return fields;
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
