package io.watchfloor.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.RedisProcess;
import io.watchfloor.pipeline.Reports;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class StreamDeliveryIT {
    private static final String STREAM = Channels.picture("live");
    private static RedisProcess redis;

    private final List<Report> reports = IntStream.range(0, 2 * StreamDelivery.MOST_TOGETHER + 1)
            .mapToObj(number -> Reports.at("1-" + number, "fire", "2026-11-20T08:00:00Z", 30.2, 120.1))
            .toList();
    private RedisClient client;
    private StreamDelivery<Report> delivery;

    @BeforeAll
    static void startRedis() throws Exception {
        redis = RedisProcess.start();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void begin() {
        client = redis.address().open();
        client.flushAll();
        delivery = new StreamDelivery<>(redis.address().open(), "live", List::of);
    }

    @AfterEach
    void end() {
        delivery.close();
        client.close();
    }

    @Test
    void shouldWriteAllInOrderHoweverMany() throws Exception {
        delivery.deliver(reports);

        assertThat(written()).isEqualTo(reports);
    }

    @Test
    void shouldNotTakeWhatRedisRefusedForDelivered() throws Exception {
        client.set(STREAM, "no stream");
        assertThatThrownBy(() -> delivery.deliver(reports)).isInstanceOf(UndeliverableException.class);

        client.del(STREAM);
        delivery.deliver(reports);

        assertThat(written()).isEqualTo(reports);
    }

    @Test
    void shouldNotTakeWhatAFullRedisRefusedForDelivered() throws Exception {
        client.configSet("maxmemory", "1");
        assertThatThrownBy(() -> delivery.deliver(reports)).isInstanceOf(UndeliverableException.class);

        client.configSet("maxmemory", "0");
        delivery.deliver(reports);

        assertThat(written()).isEqualTo(reports);
    }

    private List<Report> written() {
        return client.xrange(STREAM, "-", "+").stream()
                .map(entry -> MessageCodec.decode(entry.getFields().get(Channels.MESSAGE_FIELD), Report.class))
                .toList();
    }
}
