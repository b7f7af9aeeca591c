package io.watchfloor.pipeline.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.EscalationStage;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.HandoverState;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.Measure;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.pipeline.Pipeline;
import io.watchfloor.pipeline.PipelineSettings;
import io.watchfloor.pipeline.RedisProcess;
import io.watchfloor.pipeline.duty.rule.TimeTargetsFile;
import io.watchfloor.pipeline.io.FilingAccess;
import io.watchfloor.pipeline.place.PlaceAccess;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/** All jobs in this process, on a real Redis, with targets of a second, and with no graph at all. */
class DutyPipelineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PICTURE = Channels.picture("live");

    @TempDir
    Path folder;

    private RedisProcess server;
    private RedisClient redis;
    private int entries;

    @BeforeEach
    void start() throws Exception {
        server = RedisProcess.start();
        redis = server.address().open();
    }

    @AfterEach
    void stop() {
        redis.close();
        server.close();
    }

    @Test
    void shouldTellRungAfterRungAgainAndAgainUntilSomebodyAcknowledges() throws Exception {
        Instant opened = now();
        try (Pipeline pipeline = pipeline()) {
            write(DutyMessages.observed("I-1", 1, Grade.I, opened));
            awaitTold("I-1", 3);
            assertThat(pipeline.onEnd()).isNotDone();
        }
        int before = told("I-1");
        try (Pipeline resumed = pipeline()) {
            awaitTold("I-1", before + 2);
            assertThat(resumed.onEnd()).isNotDone();
            write(closed("I-1", opened));
            await().atMost(PATIENCE).until(() -> last("I-1").stage() == null);
            await().atMost(PATIENCE).until(() -> all(Measure.class).stream()
                    .anyMatch(measure -> measure.id().equals("ANSWER:WORLD:") && measure.count() == 1));
            await().atMost(PATIENCE)
                    .until(() -> all(AlarmHealth.class).stream().anyMatch(health -> health.high() == told("I-1")));
            assertThat(resumed.onEnd()).isNotDone();
        }

        List<Escalation> escalations = escalations("I-1");
        assertThat(escalations.get(0).stage()).isEqualTo(EscalationStage.ACKNOWLEDGE);
        for (int i = 0; i < escalations.size() - 1; i++) {
            Escalation escalation = escalations.get(i);
            assertThat(escalation.version()).isEqualTo(i + 1);
            assertThat(escalation.told()).isEqualTo(i);
            assertThat(escalation.rung()).isEqualTo(Math.min(i, 2));
        }
        assertThat(escalations.get(escalations.size() - 1).version()).isEqualTo(escalations.size());
        assertThat(redis.exists(Channels.DEAD_LETTER)).isFalse();
    }

    @Test
    void shouldNotEscalateWhatIsLongOverWhenItFirstReadsAnOldStream() throws Exception {
        Instant opened = now().minusSeconds(3_000);
        for (int i = 0; i < 500; i++) {
            writeAt(opened.plusSeconds(i), DutyMessages.observed("I-" + i, 1, Grade.I, opened));
            writeAt(opened.plusSeconds(i), closed("I-" + i, opened));
        }
        try (Pipeline pipeline = pipeline()) {
            write(DutyMessages.observed("I-new", 1, Grade.I, now()));
            awaitTold("I-new", 1);
            assertThat(pipeline.onEnd()).isNotDone();
        }

        assertThat(all(Escalation.class)).extracting(Escalation::incidentId).containsOnly("I-new");
    }

    @Test
    void shouldLeaveWhatADepartmentHasToItsOwnClockUntilItIsGivenBack() throws Exception {
        Instant opened = now();
        try (Pipeline pipeline = pipeline()) {
            write(DutyMessages.handedOver("I-1", 1, HandoverState.HANDED, now()));
            write(DutyMessages.observed("I-1", 1, Grade.I, opened));
            // Another of the same age is told of again and again meanwhile: time has passed for both.
            write(DutyMessages.observed("I-2", 1, Grade.I, opened));
            awaitTold("I-2", 3);
            assertThat(escalations("I-1")).isEmpty();

            write(DutyMessages.handedOver("I-1", 2, HandoverState.RETURNED, now()));
            awaitTold("I-1", 1);
            assertThat(escalations("I-1")).extracting(Escalation::stage).containsOnly(EscalationStage.DISPATCH);
            assertThat(pipeline.onEnd()).isNotDone();
        }
    }

    @Test
    void shouldHoldAnIncidentToTheGradeOfWhatIsJoinedToIt() throws Exception {
        Instant opened = now();
        try (Pipeline pipeline = pipeline()) {
            write(DutyMessages.observed("I-whole", 1, Grade.IV, opened));
            write(DutyMessages.observed("I-part", 1, Grade.IV, opened));
            write(DutyMessages.joined("I-part", 1, "I-whole", now()));
            awaitTold("I-whole", 1);
            assertThat(last("I-whole").norm()).isEqualTo("local setting");
            assertThat(pipeline.onEnd()).isNotDone();
        }
        // what was joined is remembered: of this report alone nobody could tell where it belongs
        try (Pipeline resumed = pipeline()) {
            write(DutyMessages.observed("I-part", 2, Grade.I, opened));
            await().atMost(PATIENCE).until(() -> last("I-whole").norm().equals("NENA-STA-020 (2020)"));
            write(DutyMessages.separated("I-part", 2, now()));
            await().atMost(PATIENCE).until(() -> last("I-whole").norm().equals("local setting"));
            assertThat(resumed.onEnd()).isNotDone();
        }
    }

    private Pipeline pipeline() throws Exception {
        PipelineSettings settings = PipelineSettings.parse(Map.of(
                "WATCHFLOOR_REDIS_URL", server.address().uri().toString(),
                "WATCHFLOOR_GRAPH_URI", nobody().toString(),
                "WATCHFLOOR_CHECKPOINT_DIR", folder.resolve("checkpoints").toString(),
                "WATCHFLOOR_CHECKPOINT_INTERVAL", "PT0.5S",
                "WATCHFLOOR_TIME_TARGETS", shortTargets().toString()));
        return Pipeline.start(
                settings,
                FilingAccess.graph(nobody(), null, null, Duration.ofSeconds(1)),
                PlaceAccess.graph(nobody(), null, null, Duration.ofSeconds(1)));
    }

    private static URI nobody() {
        return URI.create("bolt://127.0.0.1:1");
    }

    /** As shipped, with every time a second. */
    private Path shortTargets() throws Exception {
        try (InputStream in = TimeTargetsFile.class.getResourceAsStream("time-targets.json")) {
            String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(folder.resolve("targets.json"), shipped.replaceAll("\"PT\\w+\"", "\"PT1S\""));
        }
    }

    private static IncidentDecision closed(String id, Instant opened) {
        Instant then = opened.plusSeconds(5);
        return new IncidentDecision(
                "live", id, 1, IncidentState.CLOSED, "officer", then, null, null, null, "officer", then, then, null);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    private void write(Object message) {
        redis.xadd(PICTURE, XAddParams.xAddParams(), RedisProcess.entryOf(message));
    }

    private void writeAt(Instant time, Object message) {
        redis.xadd(
                PICTURE,
                XAddParams.xAddParams().id(time.toEpochMilli() + "-" + ++entries),
                RedisProcess.entryOf(message));
    }

    private void awaitTold(String id, int times) {
        await().atMost(PATIENCE).until(() -> told(id) >= times);
    }

    private int told(String id) {
        return escalations(id).stream().mapToInt(Escalation::told).max().orElse(0);
    }

    private Escalation last(String id) {
        List<Escalation> escalations = escalations(id);
        return escalations.get(escalations.size() - 1);
    }

    private List<Escalation> escalations(String id) {
        return all(Escalation.class).stream()
                .filter(escalation -> escalation.incidentId().equals(id))
                .toList();
    }

    private <T> List<T> all(Class<T> kind) {
        return redis.xrange(PICTURE, "-", "+").stream()
                .map(entry -> MessageCodec.decode(entry.getFields().get(Channels.MESSAGE_FIELD)))
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
