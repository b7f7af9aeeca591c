package io.watchfloor.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.DeadLetter;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.RedisProcess;
import io.watchfloor.pipeline.Reports;
import io.watchfloor.pipeline.function.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XTrimParams;

class RedisStreamSourceIT {
    private static final String STREAM = Channels.intake("live", 0);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static RedisProcess redis;

    private final RecordedMetrics metrics = new RecordedMetrics();
    private final Trimming trimming = new Trimming(TrimPolicy.below(2), Clock.systemUTC());
    private final List<String> read = new ArrayList<>();
    private RedisClient client;
    private StreamSplitReader<Arrival> reader;
    private String offset = StreamSplit.BEFORE_THE_FIRST;

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
        resume();
    }

    @AfterEach
    void end() {
        reader.close();
        client.close();
    }

    @Test
    void shouldReadEverythingOnceAndInOrder() {
        List<String> sent = append(0, 1_700);

        awaitRead(sent.size());

        assertThat(read).isEqualTo(sent);
        assertThat(metrics.count("records")).isZero(); // counted by the task, which is not here
        assertThat(metrics.count("gaps")).isZero();
    }

    @Test
    void shouldResumeBehindItsOffset() {
        append(0, 10);
        awaitRead(10);
        reader.close();
        List<String> later = append(10, 20);
        read.clear();

        resume();
        awaitRead(10);

        assertThat(read).isEqualTo(later);
    }

    @Test
    void shouldNeitherLoseNorSkipWhenRedisIsKilledAndComesBack() throws Exception {
        List<String> sent = append(0, 100);
        awaitRead(100);

        redis.kill();
        CompletableFuture<Void> comingBack = CompletableFuture.runAsync(() -> {
            await().atMost(PATIENCE).until(() -> metrics.count("sourceRetries") >= 3);
            startRedisAgain();
            client.close(); // its pooled connections went with the server
            client = redis.address().open();
            sent.addAll(append(100, 200));
        });
        await().atMost(PATIENCE).until(() -> {
            fetch();
            return comingBack.isDone() && read.size() >= 200;
        });

        comingBack.get();
        assertThat(read).isEqualTo(sent);
        assertThat(metrics.count("gaps") + metrics.count("resets")).isZero();
    }

    @Test
    void shouldRaiseAnAlarmWhenEntriesWereTrimmedUnread() {
        append(0, 10);
        awaitRead(10);
        reader.close();
        append(10, 20);
        List<String> left = append(20, 30);
        client.xtrim(STREAM, XTrimParams.xTrimParams().maxLen(10));
        read.clear();

        resume();
        awaitRead(10);

        assertThat(read).isEqualTo(left);
        assertThat(metrics.count("gaps")).isEqualTo(1);
        assertThat(metrics.count("resets")).isZero();
    }

    @Test
    void shouldNotTakeOneDeletedEntryForAGap() {
        append(0, 10);
        awaitRead(10);
        client.xdel(STREAM, new StreamEntryID(offset));
        append(10, 20);

        awaitRead(20);

        assertThat(metrics.count("gaps")).isZero();
    }

    @Test
    void shouldRaiseAnAlarmAndStartAnewWhenTheStreamWasFlushed() {
        append(0, 10);
        awaitRead(10);
        client.flushAll();
        read.clear();

        await().atMost(PATIENCE).until(() -> {
            fetch();
            return metrics.count("resets") == 1;
        });
        List<String> anew = append(10, 20);
        awaitRead(10);

        assertThat(read).isEqualTo(anew);
        assertThat(metrics.count("gaps")).isZero();
    }

    @Test
    void shouldReadEntriesOfAClockThatWasSetBackAfterAFlush() {
        append(0, 10);
        awaitRead(10);
        client.flushAll();
        read.clear();
        Report report = Reports.at("back", "fire", "2026-03-01T08:00:00Z", Reports.LAT, Reports.LON);
        client.xadd(STREAM, XAddParams.xAddParams().id("1000-1"), RedisProcess.entryOf(report));

        awaitRead(1);

        assertThat(read).containsExactly("back");
        assertThat(metrics.count("resets")).isEqualTo(1);
    }

    @Test
    void shouldKeepWhatItCannotReadAndMoveOn() {
        byte[] notUtf8 = {(byte) 0xff, (byte) 0xfe, '{'};
        client.xadd(STREAM.getBytes(StandardCharsets.UTF_8), XAddParams.xAddParams(), Map.of(bytes("m"), notUtf8));
        client.xadd(STREAM, XAddParams.xAddParams(), Map.of("m", "{\"kind\":\"report\",\"v\":1"));
        client.xadd(STREAM, XAddParams.xAddParams(), Map.of("other", "field"));
        client.xadd(
                STREAM,
                XAddParams.xAddParams(),
                RedisProcess.entryOf(Reports.at("x", "fire", "2026-03-01T08:00:00Z", 131.2, 1)));
        List<String> good = append(0, 1);

        awaitRead(1);

        assertThat(read).isEqualTo(good);
        assertThat(metrics.count("deadLetters")).isEqualTo(4);
        List<DeadLetter> kept = client.xrange(Channels.DEAD_LETTER, "-", "+").stream()
                .map(entry -> MessageCodec.decode(entry.getFields().get("m"), DeadLetter.class))
                .toList();
        assertThat(kept)
                .extracting(DeadLetter::reason)
                .containsExactly("not-utf-8", "malformed", "missing", "out-of-range");
        assertThat(Base64.getDecoder().decode(kept.get(0).rawBase64())).isEqualTo(notUtf8);
        assertThat(kept.get(3).source()).isEqualTo("test");
        assertThat(kept.get(3).field()).isEqualTo("lat");
    }

    @Test
    void shouldTrimBelowTheOldestRetainedCheckpointAndKeepItsEntry() {
        append(0, 10);
        awaitRead(10);
        String oldest = offset;
        checkpoint(1);
        append(10, 20);
        awaitRead(20);
        fetchTwice();
        assertThat(client.xlen(STREAM)).as("one checkpoint is not enough").isEqualTo(20);

        checkpoint(2);
        fetchTwice();

        assertThat(client.xrange(STREAM, "-", "+", 1).get(0).getID()).hasToString(oldest);
        assertThat(client.xlen(STREAM)).isEqualTo(11);
    }

    @Test
    void shouldNotTrimUnreadEntriesAfterAReset() {
        append(0, 10);
        awaitRead(10);
        checkpoint(1);
        client.flushAll();
        client.xadd(
                STREAM,
                XAddParams.xAddParams().id("1000-1"),
                RedisProcess.entryOf(Reports.at("back", "fire", "2026-03-01T08:00:00Z", Reports.LAT, Reports.LON)));
        awaitRead(11);

        checkpoint(2);
        fetchTwice();

        assertThat(client.xlen(STREAM)).isEqualTo(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void startRedisAgain() {
        try {
            redis.startAgain();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void checkpoint(long id) {
        trimming.onCheckpoint(id, List.of(new StreamSplit(STREAM, offset)));
        trimming.onComplete(id);
    }

    private void resume() {
        reader = new StreamSplitReader<>(
                redis.address().open(),
                new IntakeFormat("live"),
                trimming,
                new DeadLetters("live", Clock.systemUTC()),
                new SourceMetrics(metrics, Clock.systemUTC()));
        reader.handleSplitsChanges(new SplitsAddition<>(List.of(new StreamSplit(STREAM, offset))));
    }

    private void awaitRead(int count) {
        await().atMost(PATIENCE).until(() -> {
            fetch();
            return read.size() >= count;
        });
    }

    /** What may be trimmed is known after one round trip, and is trimmed with the next. */
    private void fetchTwice() {
        fetch();
        fetch();
    }

    private void fetch() {
        RecordsWithSplitIds<FetchedEntry<Arrival>> batch = reader.fetch();
        while (batch.nextSplit() != null) {
            for (FetchedEntry<Arrival> entry = batch.nextRecordFromSplit();
                    entry != null;
                    entry = batch.nextRecordFromSplit()) {
                offset = entry.id().toString();
                if (entry.value() != null) {
                    read.add(entry.value().report().sourceId());
                }
            }
        }
    }

    private List<String> append(int from, int to) {
        List<Report> reports = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = from; i < to; i++) {
            reports.add(Reports.at("s" + i, "fire", "2026-03-01T08:00:00Z", Reports.LAT, Reports.LON));
            ids.add("s" + i);
        }
        RedisProcess.acknowledge(client, reports, 1);
        return ids;
    }
}
