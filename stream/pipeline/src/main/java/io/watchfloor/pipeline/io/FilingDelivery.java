package io.watchfloor.pipeline.io;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.pipeline.function.Observation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Files a batch: of each incident only its highest version, of reports all. While the picture lags it files at a tenth of
 * its speed, see {@link GivingWay}.
 *
 * <p>What fails because the graph is away is repeated. What fails in another way is repeated a few times, then entry by
 * entry; an entry that still fails while the graph answers others goes to {@code deadletter} and is counted, so that one
 * bad entry does not hold up all the rest.
 */
final class FilingDelivery implements Delivery<Observation> {
    private static final Logger LOG = LoggerFactory.getLogger(FilingDelivery.class);
    private static final int ATTEMPTS_BEFORE_SPLITTING = 3;

    private final FilingAccess.Opened access;
    private final RedisClient redis;
    private final DeadLetters deadLetters;
    private final Counter refused;
    private final GivingWay givingWay;
    private long tookNanos;
    private boolean prepared;
    private int refusals;

    FilingDelivery(
            FilingAccess.Opened access,
            RedisClient redis,
            DeadLetters deadLetters,
            GivingWay givingWay,
            MetricGroup metrics) {
        this.access = access;
        this.redis = redis;
        this.deadLetters = deadLetters;
        this.givingWay = givingWay;
        this.refused = metrics.addGroup("watchfloor").counter("deadLetters");
    }

    @Override
    public void deliver(List<Observation> batch) throws UndeliverableException {
        long started = System.nanoTime();
        try {
            prepareOnce();
            fileTogether(batch);
            refusals = 0;
        } catch (GraphUnavailableException e) {
            throw new UndeliverableException(e.getMessage(), e);
        } catch (RuntimeException e) {
            if (!prepared || ++refusals < ATTEMPTS_BEFORE_SPLITTING) {
                throw new UndeliverableException("refused: " + e, e);
            }
            LOG.error("The graph refuses a batch of {}; filing it one by one", batch.size(), e);
            fileOneByOne(batch);
            refusals = 0;
        }
        tookNanos = System.nanoTime() - started;
    }

    @Override
    public Duration rest() {
        return givingWay.restAfter(Duration.ofNanos(tookNanos));
    }

    private void prepareOnce() {
        if (!prepared) {
            access.prepare();
            prepared = true;
        }
    }

    private void fileTogether(List<Observation> batch) {
        Map<String, ObservedIncident> newest = new LinkedHashMap<>();
        List<FiledReport> reports = new ArrayList<>(batch.size());
        for (Observation observation : batch) {
            if (observation.incident() != null) {
                newest.merge(
                        observation.incident().id(),
                        observation.incident(),
                        (a, b) -> a.version() >= b.version() ? a : b);
            }
            if (observation.filed() != null) {
                reports.add(observation.filed());
            }
        }
        access.filing().file(List.copyOf(newest.values()), reports);
    }

    private void fileOneByOne(List<Observation> batch) throws UndeliverableException {
        for (Observation observation : batch) {
            try {
                fileTogether(List.of(observation));
            } catch (GraphUnavailableException e) {
                throw new UndeliverableException(e.getMessage(), e);
            } catch (RuntimeException e) {
                keep(observation, e);
            }
        }
    }

    private void keep(Observation observation, RuntimeException why) throws UndeliverableException {
        Object message = observation.incident() != null ? observation.incident() : observation.filed();
        byte[] raw = MessageCodec.encode(message).getBytes(StandardCharsets.UTF_8);
        LOG.error("The graph refuses an entry; kept as a dead letter", why);
        try {
            ReportProblem problem = new ReportProblem("not-fileable", null, String.valueOf(why.getMessage()));
            deadLetters.keep(redis, Base64.getEncoder().encodeToString(raw), problem, null);
            refused.inc();
        } catch (JedisException e) {
            throw new UndeliverableException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        access.close();
        redis.close();
    }
}
