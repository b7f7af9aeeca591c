package io.watchfloor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.contract.Grade;
import io.watchfloor.gateway.desk.DeskClocks;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void nothingHasToBeSet() {
        Settings settings = Settings.parse(Map.of("PATH", "/bin"));

        assertThat(settings.world()).isEqualTo("live");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.http().allowedHosts()).contains("localhost", "127.0.0.1");
        assertThat(settings.intake().partitions()).isEqualTo(1);
        assertThat(settings.intake().idempotencyWindow()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.feed()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WATCHFLOOR_HTTP_PORT|eighty",
                "WATCHFLOOR_HTTP_PORT|70000",
                "WATCHFLOOR_WORLD|Live",
                "WATCHFLOOR_REDIS_URL|http://127.0.0.1",
                "WATCHFLOOR_REDIS_URL|redis:/nowhere",
                "WATCHFLOOR_GRAPH_URI|127.0.0.1:7687",
                "WATCHFLOOR_INTAKE_PARTITIONS|0",
                "WATCHFLOOR_INTAKE_WINDOW|1h",
                "WATCHFLOOR_TILE_URL|https://tiles.example/map.png",
                "WATCHFLOOR_TILE_DATUM|bd09",
                "WATCHFLOOR_FEED_SPEED|fast",
                "WATCHFLOOR_OFFER_ANSWER|I=soon",
                "WATCHFLOOR_OFFER_ANSWER|PT1M",
                "WATCHFLOOR_HANDOVER_WITHIN|fire=PT1S",
                "WATCHFLOOR_FEED_FILE|/no/such/file.csv",
                "WATCHFLOOR_PHOTO_FOLDER|/dev/null/photos",
                "WATCHFLOOR_HTTP_ALLOWED_HOSTS|http://a",
                "WATCHFLOOR_DISKS|/data/redis",
                "WATCHFLOOR_DISKS|redis=",
            })
    void aWrongValueIsNamedWithWhatIsAllowed(String key, String value) {
        assertThatThrownBy(() -> Settings.parse(Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(key + " is '" + value + "', but must be ")
                .hasMessageEndingWith(".");
    }

    @Test
    void aMistypedKeyIsNotIgnored() {
        assertThatThrownBy(() -> Settings.parse(Map.of("WATCHFLOOR_HTTP_PROT", "80")))
                .hasMessageStartingWith("WATCHFLOOR_HTTP_PROT is not a setting of the gateway");
    }

    @Test
    void aPasswordIsNotRepeatedInAnErrorMessage() {
        assertThatThrownBy(() -> Settings.parse(Map.of("WATCHFLOOR_REDIS_URL", "rdis://:secret@127.0.0.1")))
                .hasMessageNotContaining("secret");
    }

    @Test
    void aFileThatIsNoCertificateIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.pem"), "-----BEGIN CERTIFICATE-----\nnonsense\n");

        assertThatThrownBy(() -> Settings.parse(
                        Map.of("WATCHFLOOR_TLS_CERTIFICATE", file.toString(), "WATCHFLOOR_TLS_KEY", file.toString())))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("must be a PEM file with a certificate");
    }

    @Test
    void aFeedNeedsBothItsFileAndItsMapping(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a.csv"));

        assertThatThrownBy(() -> Settings.parse(Map.of("WATCHFLOOR_FEED_FILE", file.toString())))
                .hasMessageContaining("WATCHFLOOR_FEED_MAPPING is not set");
        assertThatThrownBy(() -> Settings.parse(Map.of("WATCHFLOOR_FEED_MAPPING", file.toString())))
                .hasMessageContaining("without WATCHFLOOR_FEED_FILE");
        Settings settings = Settings.parse(Map.of(
                "WATCHFLOOR_FEED_FILE",
                file.toString(),
                "WATCHFLOOR_FEED_MAPPING",
                file.toString(),
                "WATCHFLOOR_FEED_SPEED",
                "max"));
        assertThat(settings.feed().speed()).isInfinite();
    }

    @Test
    void aGradeThatIsLeftOutKeepsItsTimeAndADepartmentMayHaveItsOwn() {
        DeskClocks clocks = Settings.parse(
                        Map.of("WATCHFLOOR_OFFER_ANSWER", "I=PT20S", "WATCHFLOOR_HANDOVER_WITHIN", "fire=PT10M"))
                .clocks();

        assertThat(clocks.answerWithin(Grade.I)).isEqualTo(Duration.ofSeconds(20));
        assertThat(clocks.answerWithin(Grade.II)).isEqualTo(Duration.ofSeconds(90));
        assertThat(clocks.handoverWithin("fire", Grade.IV)).isEqualTo(Duration.ofMinutes(10));
        assertThat(clocks.handoverWithin("water", Grade.IV)).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void theFoldersOfOtherPartsAreNamedAfterThem() {
        assertThat(Settings.parse(Map.of(
                                "WATCHFLOOR_DISKS", "redis=/data/redis" + File.pathSeparator + "graph=/data/graph"))
                        .disks())
                .containsExactly(
                        Map.entry("redis", Path.of("/data/redis")), Map.entry("graph", Path.of("/data/graph")));
    }

    @Test
    void aServerThatListensToEverybodyAnswersUnderAnyName() {
        assertThat(Settings.parse(Map.of("WATCHFLOOR_HTTP_HOST", "0.0.0.0"))
                        .http()
                        .allowedHosts())
                .isEmpty();
    }
}
