package io.watchfloor.gateway.health;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.gateway.redis.RedisReplies;
import io.watchfloor.gateway.redis.StreamId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every part, every second, whether it answers. Belongs to one event loop. */
public final class HealthWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
    private static final List<String> PARTS = List.of("redis", "graph", "pipeline");

    /** How long a part may take until it answers for the first time: on a busy machine a graph starts in half a minute. */
    private static final long FIRST_ANSWER_SECONDS = 40;

    private final RedisLink link;
    private final WorkerExecutor workers;
    private final BooleanSupplier graphAnswers;
    private final Supplier<List<Health.Feed>> feeds;
    private final String world;
    private final Map<String, Long> heardNanos = new HashMap<>();
    private String lastBeat = "";
    private boolean redisUp;
    private boolean graphUp;
    private boolean askingGraph;
    private Heartbeat heartbeat;
    private long deadLetters;
    private StreamId newestPicture = StreamId.ZERO;

    /**
     * Nothing is known to answer yet, nor silent: all parts may be starting.
     *
     * @param graphAnswers asks the graph; may block
     * @param feeds what each feed sent
     */
    public HealthWatch(
            RedisLink link,
            WorkerExecutor workers,
            BooleanSupplier graphAnswers,
            Supplier<List<Health.Feed>> feeds,
            String world,
            GatewayMetrics metrics) {
        this.link = link;
        this.workers = workers;
        this.graphAnswers = graphAnswers;
        this.feeds = feeds;
        this.world = world;
        for (String part : PARTS) {
            heardNanos.put(part, System.nanoTime() + TimeUnit.SECONDS.toNanos(FIRST_ANSWER_SECONDS));
            metrics.gauge("watchfloor.part.up", "part", part, () -> isUp(part) ? 1 : 0);
        }
    }

    /** Asks every part; done when Redis has answered, or has not. */
    public Future<Void> look() {
        askGraph();
        return ask(Request.cmd(Command.XLEN).arg(Channels.DEAD_LETTER))
                .compose(length -> {
                    deadLetters = length.toLong();
                    return readHeartbeat();
                })
                .compose(seen -> ask(Request.cmd(Command.XREVRANGE)
                        .arg(Channels.picture(world))
                        .arg("+")
                        .arg("-")
                        .arg("COUNT")
                        .arg(1)))
                .onSuccess(newest -> {
                    newestPicture = newest.size() == 0
                            ? StreamId.ZERO
                            : StreamId.parse(newest.get(0).get(0).toString());
                    note("redis", redisUp, true);
                    redisUp = true;
                })
                .onFailure(failure -> {
                    note("redis", redisUp, false);
                    redisUp = false;
                    heartbeat = null;
                })
                .mapEmpty();
    }

    /** How well the parts are. */
    public Health health() {
        return new Health(
                List.of(
                        new Health.Part("redis", redisUp, 0),
                        new Health.Part(
                                "graph", graphUp, heartbeat == null ? 0 : Math.max(0, heartbeat.filingLagMillis())),
                        new Health.Part("pipeline", heartbeat != null, heartbeat == null ? 0 : heartbeat.lagMillis())),
                feeds.get(),
                deadLetters);
    }

    /** Whether the part with this name answered when it was last asked. */
    public boolean isUp(String part) {
        return switch (part) {
            case "redis" -> redisUp;
            case "graph" -> graphUp;
            case "pipeline" -> heartbeat != null;
            default -> throw new IllegalArgumentException("no part is named " + part);
        };
    }

    /**
     * For how long each part has said nothing new: counted from its last answer, not from when one was given up; from a while
     * after the start for one that has not answered yet.
     */
    public Map<String, Long> silentMillis() {
        Map<String, Long> silent = new TreeMap<>();
        heardNanos.forEach((part, nanos) ->
                silent.put(part, Math.max(0, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos))));
        return silent;
    }

    /** What the pipeline said last; empty while it is silent. */
    public Optional<Heartbeat> heartbeat() {
        return Optional.ofNullable(heartbeat);
    }

    /** Where the picture stream ends; before every entry when it is empty. Only of use while Redis is up. */
    public StreamId newestPicture() {
        return newestPicture;
    }

    private Future<Void> readHeartbeat() {
        String key = Heartbeat.key(world);
        return ask(Request.cmd(Command.GET).arg(key))
                .map(value -> value == null ? null : value.toString())
                .recover(failure -> RedisReplies.isErrorReply(failure)
                        ? ask(Request.cmd(Command.HGETALL).arg(key)).map(HealthWatch::hashAsJson)
                        : Future.failedFuture(failure))
                .map(json -> {
                    boolean before = heartbeat != null;
                    heartbeat = json == null ? null : Heartbeat.read(json).orElse(null);
                    note("pipeline", before, heartbeat != null);
                    listenTo(heartbeat);
                    return null;
                });
    }

    private void listenTo(Heartbeat beat) {
        if (beat != null && !beat.at().equals(lastBeat)) {
            lastBeat = beat.at();
            heard("pipeline");
        }
    }

    /** Every answer shows that Redis is there, however long all of them together take. */
    private Future<Response> ask(Request request) {
        return link.send(request).onSuccess(answer -> heard("redis"));
    }

    /** A hash as RESP2 gives it: names and values in turn. */
    private static String hashAsJson(Response hash) {
        ObjectNode json = Json.mapper().createObjectNode();
        for (int i = 0; i + 1 < hash.size(); i += 2) {
            json.put(hash.get(i).toString(), hash.get(i + 1).toString());
        }
        return json.isEmpty() ? null : json.toString();
    }

    private void askGraph() {
        if (askingGraph) {
            return;
        }
        askingGraph = true;
        workers.executeBlocking(graphAnswers::getAsBoolean, false).onComplete(answer -> {
            askingGraph = false;
            boolean now = answer.succeeded() && answer.result();
            note("graph", graphUp, now);
            graphUp = now;
            if (now) {
                heard("graph");
            }
        });
    }

    private void heard(String part) {
        heardNanos.put(part, System.nanoTime());
    }

    private static void note(String part, boolean before, boolean now) {
        if (before != now) {
            LOG.info("{} is {}", part, now ? "up" : "down");
        }
    }
}
