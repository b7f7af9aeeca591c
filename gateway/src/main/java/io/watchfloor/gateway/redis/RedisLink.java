package io.watchfloor.gateway.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One connection to Redis: opened when first used, opened again after it broke, and dropped when an answer is overdue,
 * because what waits behind that answer would be overdue too. To be used from one event loop.
 *
 * <p>A failed future means that the outcome is unknown: Redis may have done it.
 */
public final class RedisLink {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final int MAX_COMMANDS_WAITING = 4_096;

    private final Vertx vertx;
    private final URI address;
    private final Duration timeout;
    private Redis client;
    private Future<RedisConnection> connection;

    /** A link that is not open yet; {@code timeout} is how long one answer may take. */
    public RedisLink(Vertx vertx, URI address, Duration timeout) {
        this.vertx = vertx;
        this.address = address;
        this.timeout = timeout;
    }

    /** Sends one command. */
    public Future<Response> send(Request command) {
        return call(open -> open.send(command));
    }

    /** Sends commands as one pipeline; fails when one of them does. */
    public Future<List<Response>> batch(List<Request> commands) {
        return call(open -> open.batch(commands));
    }

    /** Closes it; a later command opens it again. */
    public void close() {
        drop(connection);
    }

    private <T> Future<T> call(Function<RedisConnection, Future<T>> command) {
        Future<RedisConnection> used = open();
        return used.compose(command)
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> {
                    if (!RedisReplies.isErrorReply(failure)) {
                        drop(used);
                    }
                });
    }

    private Future<RedisConnection> open() {
        if (connection == null) {
            Redis opened = Redis.createClient(vertx, options());
            client = opened;
            Future<RedisConnection> opening = opened.connect();
            connection = opening;
            opening.onSuccess(open ->
                            open.exceptionHandler(failure -> drop(opening)).endHandler(end -> drop(opening)))
                    .onFailure(failure -> drop(opening));
        }
        return connection;
    }

    private void drop(Future<RedisConnection> broken) {
        if (broken != null && broken == connection) {
            Redis closing = client;
            connection = null;
            client = null;
            closing.close();
        }
    }

    private RedisOptions options() {
        return new RedisOptions()
                .setConnectionString(address.toString())
                .setProtocolNegotiation(false)
                .setMaxPoolSize(1)
                .setMaxPoolWaiting(MAX_COMMANDS_WAITING)
                .setMaxWaitingHandlers(MAX_COMMANDS_WAITING)
                .setNetClientOptions(new NetClientOptions()
                        .setTcpNoDelay(true)
                        .setTcpKeepAlive(true)
                        .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis()));
    }
}
