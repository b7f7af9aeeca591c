package io.watchfloor.launcher.parts;

import io.watchfloor.launcher.settings.StartRefusedException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** Whether something can be used now. */
final class Readiness {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final int OK = 200;

    /** A question asked over and over. */
    interface Check {
        boolean holds() throws IOException;
    }

    private Readiness() {}

    /** Whether Redis answers; it refuses while it loads its log. */
    static boolean redisAnswers(URI url) {
        try (Jedis redis = new Jedis(url, TIMEOUT_MILLIS)) {
            return "PONG".equals(redis.ping());
        } catch (JedisException e) {
            return false;
        }
    }

    /** Whether a GET is answered with 200. */
    static boolean isServed(Door door, URI address) {
        try {
            HttpURLConnection connection = door.connect(address);
            int status = connection.getResponseCode();
            drain(connection);
            return status == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static void drain(HttpURLConnection connection) throws IOException {
        try (var body =
                connection.getErrorStream() == null ? connection.getInputStream() : connection.getErrorStream()) {
            new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Waits until the check holds.
     *
     * @throws StartRefusedException saying the sentence, when it does not within the limit
     */
    static void await(Check check, Duration limit, String sentence)
            throws StartRefusedException, IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!check.holds()) {
            if (System.nanoTime() > end) {
                throw new StartRefusedException(sentence);
            }
            Thread.sleep(PERIOD.toMillis());
        }
    }
}
