package io.watchfloor.pipeline.io;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Where Redis is, for example {@code redis://127.0.0.1:6379}; user, password and database may stand in it.
 *
 * @param uri the address
 */
public record RedisAddress(URI uri) implements Serializable {
    private static final int CONNECT_TIMEOUT_MILLIS =
            (int) Duration.ofSeconds(2).toMillis();
    /** A server that is stopped but not gone must not hold a thread for ever, blocking reads included. */
    private static final int ANSWER_TIMEOUT_MILLIS = (int) Duration.ofSeconds(5).toMillis();

    /** A client; nothing is connected before its first call. */
    public RedisClient open() {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(CONNECT_TIMEOUT_MILLIS)
                .socketTimeoutMillis(ANSWER_TIMEOUT_MILLIS)
                .blockingSocketTimeoutMillis(ANSWER_TIMEOUT_MILLIS)
                .user(JedisURIHelper.getUser(uri))
                .password(JedisURIHelper.getPassword(uri))
                .database(JedisURIHelper.getDBIndex(uri))
                .clientName("watchfloor-pipeline");
        if (JedisURIHelper.isRedisSSLScheme(uri)) {
            config.sslOptions(SslOptions.defaults());
        }
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(uri))
                .clientConfig(config.build())
                .build();
    }
}
