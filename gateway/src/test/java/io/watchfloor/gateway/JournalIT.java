package io.watchfloor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Channels;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalIT {
    private static final String REPORTS = "/api/v1/reports";

    @TempDir
    Path folder;

    private RealRedis redis;
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        redis = new RealRedis();
        gateway = new RunningGateway(redis, Map.of("WATCHFLOOR_JOURNAL_FOLDER", folder.toString()));
    }

    @AfterEach
    void stop() {
        gateway.close();
        redis.close();
    }

    @Test
    void shouldHaveEveryAcknowledgedReportInItsJournalAndCountItOnce() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(post(i).statusCode()).isEqualTo(202);
        }
        post(0);

        assertThat(journal()).contains("\"sourceId\":\"0\"").contains("\"sourceId\":\"4\"");
        awaitStage("journaled", 5);
        awaitStage("streamed", 5);
        awaitStage("stream", 5);
    }

    @Test
    void shouldRefuseToStartOnAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));

        assertThatThrownBy(() -> Settings.parse(Map.of("WATCHFLOOR_JOURNAL_FOLDER", file.toString())))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("WATCHFLOOR_JOURNAL_FOLDER")
                .hasMessageContaining("a folder that can be written");
    }

    @Test
    void shouldNotAcknowledgeWhatTheJournalCannotTakeThoughRedisCan() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        // Gone: its next file cannot be made, as on a disk that is full.
        Files.delete(folder);
        assertThat(post(1).statusCode()).isEqualTo(503);
        assertThat(ledger().at("/journal/failing").asBoolean()).isTrue();

        Files.createDirectory(folder);
        assertThat(post(1).statusCode()).isEqualTo(202);
        assertThat(ledger().at("/journal/failing").asBoolean()).isFalse();
        assertThat(redis.messages(Channels.intake("live", 0))).hasSize(1);
        awaitStage("journaled", 1);
    }

    @Test
    void shouldKeepWhatRedisNeverHeardOfAndNotAcknowledgeIt() throws IOException {
        post(1);
        redis.kill();
        assertThat(post(2).statusCode()).isEqualTo(503);
        assertThat(journal()).contains("\"sourceId\":\"2\"");
        redis.start();

        Awaitility.await().until(() -> post(2).statusCode() == 202);
        assertThat(redis.messages(Channels.intake("live", 0))).hasSize(2);
    }

    @Test
    void shouldSayWhenItCannotCompare() {
        HttpResponse<String> answer = gateway.post("/api/v1/ledger/reconcile", "");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(ledger().at("/reconciliation/state").asText()).isEqualTo("none");
        assertThat(ledger().at("/journal/kept").asBoolean()).isTrue();
    }

    private HttpResponse<String> post(int number) {
        return gateway.post(REPORTS, Samples.report(String.valueOf(number)).toString());
    }

    private JsonNode ledger() {
        return RunningGateway.json(gateway.get("/api/v1/ledger"));
    }

    private void awaitStage(String name, long reports) {
        Awaitility.await().untilAsserted(() -> {
            for (JsonNode stage : ledger().get("stages")) {
                if (stage.get("name").asText().equals(name)) {
                    assertThat(stage.get("reports").asLong()).isEqualTo(reports);
                    return;
                }
            }
            throw new AssertionError("no stage " + name);
        });
    }

    private String journal() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files().toList()) {
            text.append(Files.readString(file));
        }
        return text.toString();
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }
}
