package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.IntakePartition;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.Report;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeIT {
    private static final String REPORTS = "/api/v1/reports";
    private static final int PARTITIONS = 4;

    private static RealRedis redis;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        redis = new RealRedis();
        gateway = new RunningGateway(
                redis,
                Map.of(
                        "WATCHFLOOR_INTAKE_PARTITIONS",
                        Integer.toString(PARTITIONS),
                        "WATCHFLOOR_DEADLETTERS_MEGABYTES",
                        "1"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        redis.close();
    }

    @BeforeEach
    void wipe() {
        redis.flush();
    }

    @Test
    void anAcknowledgedReportIsOnItsStreamAndTheSecondCopyIsRecognised() {
        HttpResponse<String> first = gateway.post(REPORTS, Samples.report("1").toString());
        HttpResponse<String> second = gateway.post(REPORTS, Samples.report("1").toPrettyString());

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(json(first).at("/accepted/0/duplicate").asBoolean()).isFalse();
        assertThat(json(second).at("/accepted/0/duplicate").asBoolean()).isTrue();
        assertThat(json(second).at("/accepted/0/id")).isEqualTo(json(first).at("/accepted/0/id"));
        List<Report> kept = reports();
        assertThat(kept).hasSize(1);
        Report report = kept.get(0);
        assertThat(report.occurredAt()).isEqualTo("2026-03-01T08:14:50Z");
        assertThat(redis.messages(Channels.intake("live", IntakePartition.of(report, PARTITIONS))))
                .hasSize(1);
    }

    @Test
    void anotherContentUnderTheSameIdIsAConflictAndKeptAsRefused() {
        gateway.post(REPORTS, Samples.report("1").toString());
        HttpResponse<String> other =
                gateway.post(REPORTS, Samples.report("1").put("text", "别的").toString());

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(other).at("/errors/0/field").asText()).isEqualTo("sourceId");
        assertThat(reports()).hasSize(1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(redis.messages("deadletter")).hasSize(1));
    }

    @Test
    void goodLinesAreTakenEvenWhenOthersAreBad() {
        String lines = Samples.report("1") + "\n{\"source\":\"x\"\n\n" + Samples.report("2") + "\r\n"
                + Samples.report("3").put("lat", 95) + "\n" + Samples.report("1");
        HttpResponse<String> answer = gateway.post(REPORTS, "application/x-ndjson", bytes(lines));

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode body = json(answer);
        assertThat(body.at("/accepted")).hasSize(3);
        assertThat(body.at("/accepted/2/duplicate").asBoolean()).isTrue();
        assertThat(body.at("/refused/0/line").asInt()).isEqualTo(2);
        assertThat(body.at("/refused/1/line").asInt()).isEqualTo(5);
        assertThat(body.at("/refused/1/errors/0/field").asText()).isEqualTo("lat");
        assertThat(reports()).hasSize(2);
        assertThat(json(gateway.get("/api/v1/deadletters?limit=10")).at("/deadLetters"))
                .hasSize(2);
    }

    @Test
    void whatIsRefusedTakesNoMoreMemoryThanItMay() {
        String bad = "{\"source\":\"wrong\",\"text\":\"" + "x".repeat(20_000) + "\"}\n";
        for (int i = 0; i < 5; i++) {
            assertThat(gateway.post(REPORTS, "application/x-ndjson", bytes(bad.repeat(20)))
                            .statusCode())
                    .isEqualTo(400);
        }

        Awaitility.await().untilAsserted(() -> {
            assertThat(Long.parseLong(redis.command("MEMORY", "USAGE", "deadletter", "SAMPLES", "0")
                            .substring(1)))
                    .isLessThanOrEqualTo(1024 * 1024);
            assertThat(gateway.get("/metrics").body())
                    .containsPattern("watchfloor_dead_letters_given_up_total [1-9]")
                    .contains("watchfloor_dead_letters_lost_total 0.0");
        });
        assertThat(redis.messages("deadletter")).isNotEmpty();
        assertThat(gateway.post(REPORTS, Samples.report("1").toString()).statusCode())
                .isEqualTo(202);
    }

    @Test
    void linesThatAreAllBadAreOneProblem() {
        HttpResponse<String> answer = gateway.post(REPORTS, "application/x-ndjson", bytes("{}\n[]\n"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/detail").asText()).startsWith("Line 1:");
        assertThat(gateway.post(REPORTS, "application/x-ndjson", bytes("\n\n")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void manyLinesAreStreamedInOneRequest() {
        String lines = IntStream.range(0, 20_000)
                .mapToObj(
                        i -> Samples.report("many-" + i).put("text", "噪声 " + i).toString())
                .collect(Collectors.joining("\n"));
        HttpResponse<String> answer = gateway.post(REPORTS, "application/x-ndjson", bytes(lines));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).at("/accepted")).hasSize(20_000);
        assertThat(reports()).hasSize(20_000);
    }

    @Test
    void bodiesOutOfBoundsAreRefused() {
        assertThat(gateway.post(REPORTS, "x".repeat(1_100_000)).statusCode()).isEqualTo(413);
        assertThat(gateway.post(REPORTS, "application/x-ndjson", new byte[17 * 1024 * 1024])
                        .statusCode())
                .isEqualTo(413);
        assertThat(gateway.post(REPORTS, "text/plain", bytes("hello")).statusCode())
                .isEqualTo(415);
        assertThat(gateway.post(REPORTS, "").statusCode()).isEqualTo(400);
    }

    @Test
    void withNoMemoryLeftReportsAreRefusedAndNothingIsHalfDone() {
        redis.command("CONFIG", "SET", "maxmemory", "1");
        try {
            HttpResponse<String> answer =
                    gateway.post(REPORTS, Samples.report("1").toString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            redis.command("CONFIG", "SET", "maxmemory", "0");
        }
        assertThat(json(gateway.post(REPORTS, Samples.report("1").toString()))
                        .at("/accepted/0/duplicate")
                        .asBoolean())
                .isFalse();
        assertThat(reports()).hasSize(1);
    }

    @Test
    void everyAcknowledgedReportIsThereExactlyOnceThoughRedisIsKilledUnderLoad() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicInteger refused = new AtomicInteger();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int sender = i;
            Thread thread = new Thread(() -> {
                for (int n = 0; running.get(); n++) {
                    sendUntilTaken(sender + "-" + n, acknowledged, refused, running);
                }
            });
            thread.start();
            senders.add(thread);
        }
        for (int kills = 0; kills < 3; kills++) {
            int before = acknowledged.size();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged.size() > before + 150);
            redis.kill();
            int refusedBefore = refused.get();
            Awaitility.await().until(() -> refused.get() > refusedBefore);
            redis.start();
        }
        int before = acknowledged.size();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged.size() > before + 150);
        running.set(false);
        for (Thread sender : senders) {
            sender.join();
        }

        List<String> ids = reports().stream().map(Report::id).toList();
        assertThat(ids).doesNotHaveDuplicates().containsAll(acknowledged);
    }

    private static void sendUntilTaken(
            String sourceId, Set<String> acknowledged, AtomicInteger refused, AtomicBoolean running) {
        ObjectNode report = Samples.report(sourceId);
        while (running.get()) {
            HttpResponse<String> answer = gateway.post(REPORTS, report.toString());
            if (answer.statusCode() == 202) {
                acknowledged.add(json(answer).at("/accepted/0/id").asText());
                return;
            }
            assertThat(answer.statusCode()).isEqualTo(503);
            refused.incrementAndGet();
        }
    }

    @Test
    void aForeignPageMayNotSendReports() throws Exception {
        HttpResponse<String> foreign = gateway.http()
                .send(
                        RunningGateway.authorized(HttpRequest.newBuilder(gateway.address(REPORTS))
                                        .header("Content-Type", "application/json")
                                        .header("Origin", "https://elsewhere.example")
                                        .POST(HttpRequest.BodyPublishers.ofString(
                                                Samples.report("1").toString())))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(reports()).isEmpty();
    }

    private static List<Report> reports() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> redis.messages(Channels.intake("live", partition)))
                .flatMap(List::stream)
                .map(message -> MessageCodec.decode(message, Report.class))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
