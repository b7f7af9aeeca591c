package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Channels;
import io.watchfloor.gateway.feed.FileFeed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFeedIT {
    private static final int ROWS = 3_000;
    private static final String MAPPING = """
            {
              "source": "file",
              "sourceId": "id",
              "occurredAt": {"column": "when", "patterns": ["iso"], "zone": "Asia/Shanghai"},
              "lat": "lat", "lon": "lon",
              "kind": "complaint",
              "type": {"columns": ["type"], "rules": [{"type": "noise", "equals": ["noise"]}]},
              "text": "{text}"
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void everyRowIsAcceptedOrADeadLetterThoughRedisIsKilledMeanwhileAndTheFeedStartsTwice() throws IOException {
        Path file = folder.resolve("rows.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("id,when,lat,lon,type,text\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < ROWS; i++) {
                out.write(row(i).getBytes(StandardCharsets.UTF_8));
            }
        }
        Map<String, String> settings = Map.of(
                "WATCHFLOOR_FEED_FILE", file.toString(),
                "WATCHFLOOR_FEED_MAPPING",
                        Files.writeString(folder.resolve("m.json"), MAPPING).toString(),
                "WATCHFLOOR_FEED_SPEED", "max");
        try (RealRedis redis = new RealRedis()) {
            redis.kill();
            FileFeed.Progress first;
            try (RunningGateway gateway = new RunningGateway(redis, settings)) {
                redis.start();
                first = finish(gateway);
                JsonNode letters =
                        json(gateway.get("/api/v1/deadletters?limit=1000")).get("deadLetters");
                assertThat(letters.size()).isEqualTo((int) first.refused());
                assertThat(letters.findValuesAsText("detail")).allMatch(detail -> detail.startsWith("Row "));
                assertThat(letters.findValuesAsText("reason"))
                        .contains("unmapped", "malformed", "out-of-range", "wrong-columns");
                Awaitility.await().untilAsserted(() -> assertThat(json(gateway.get("/api/v1/picture"))
                                .at("/health/feeds/0/accepted")
                                .asLong())
                        .isEqualTo(first.accepted()));
            }
            assertThat(first.rows()).isEqualTo(ROWS).isEqualTo(first.accepted() + first.duplicates() + first.refused());
            assertThat(first.refused()).isEqualTo(4 * (ROWS / 50));
            long streamed = IntStream.range(0, 4)
                    .mapToLong(partition -> Long.parseLong(redis.command("XLEN", Channels.intake("live", partition))
                            .substring(1)))
                    .sum();
            assertThat(streamed).isEqualTo(first.accepted());

            try (RunningGateway again = new RunningGateway(redis, settings)) {
                FileFeed.Progress second = finish(again);
                assertThat(second.accepted()).isZero();
                assertThat(second.duplicates()).isEqualTo(first.accepted());
            }
        }
    }

    private static FileFeed.Progress finish(RunningGateway gateway) {
        FileFeed feed = gateway.verticle().fileFeed().orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> feed.progress().rows() == ROWS);
        return feed.progress();
    }

    private static String row(int i) {
        String good = i + ",2015-01-01 00:%02d,47.6,-122.3,noise,\"said \"\"%d\"\",\nand more\"%n";
        return switch (i % 50) {
            case 7 -> i + ",some day,47.6,-122.3,noise,x\n";
            case 17 -> i + ",2015-01-01 00:00,147.6,-122.3,noise,x\n";
            case 27 -> i + ",2015-01-01 00:00,47.6,-122.3,picnic,x\n";
            case 37 -> i + ",2015-01-01 00:00,47.6\n";
            default -> good.formatted(i % 60, i);
        };
    }
}
