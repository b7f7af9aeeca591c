package io.watchfloor.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LauncherSettingsTest {
    @Test
    void shouldStartEverythingItselfByDefault() throws StartRefusedException {
        LauncherSettings settings = LauncherSettings.parse(Map.of("PATH", "/bin"));

        assertThat(settings.redisUrl()).isNull();
        assertThat(settings.graphUri()).isNull();
        assertThat(settings.httpHost()).isEqualTo("127.0.0.1");
        assertThat(settings.handedOnTo("gateway")).isEmpty();
    }

    @Test
    void shouldUseARedisAndAGraphThatRunAlready() throws StartRefusedException {
        LauncherSettings settings = LauncherSettings.parse(Map.of(
                "WATCHFLOOR_REDIS_URL", "redis://10.0.0.5:6379", "WATCHFLOOR_GRAPH_URI", "neo4j+s://graph:7687"));

        assertThat(settings.redisUrl()).isEqualTo(URI.create("redis://10.0.0.5:6379"));
        assertThat(settings.graphUri()).isEqualTo(URI.create("neo4j+s://graph:7687"));
    }

    @Test
    void shouldHandASettingOnToThePartsItConcerns() throws StartRefusedException {
        LauncherSettings settings =
                LauncherSettings.parse(Map.of("WATCHFLOOR_WORLD", "drill-1", "WATCHFLOOR_TILE_URL", "https://tiles"));

        assertThat(settings.handedOnTo("pipeline")).containsExactly(Map.entry("WATCHFLOOR_WORLD", "drill-1"));
        assertThat(settings.handedOnTo("gateway"))
                .containsOnly(
                        Map.entry("WATCHFLOOR_WORLD", "drill-1"), Map.entry("WATCHFLOOR_TILE_URL", "https://tiles"));
    }

    @Test
    void shouldRefuseASettingNobodyKnows() {
        assertThatThrownBy(() -> LauncherSettings.parse(Map.of("WATCHFLOOR_WORD", "live")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("WATCHFLOOR_WORD is not a setting; allowed are ");
    }

    @Test
    void shouldNameTheOptionThatTakesASettingsPlace() {
        assertThatThrownBy(() -> LauncherSettings.parse(Map.of("WATCHFLOOR_HTTP_PORT", "9000")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("WATCHFLOOR_HTTP_PORT is chosen by the launcher; use --port.");
    }

    @Test
    void shouldRefuseAnAddressOfAnotherKind() {
        assertThatThrownBy(() -> LauncherSettings.parse(Map.of("WATCHFLOOR_REDIS_URL", "localhost:6379")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("WATCHFLOOR_REDIS_URL is not an address of the form redis://host:port.");
    }

    @Test
    void shouldHandACertificateToTheGatewayAndKnowIt() throws StartRefusedException {
        LauncherSettings settings = LauncherSettings.parse(
                Map.of("WATCHFLOOR_TLS_CERTIFICATE", "/etc/tls/cert.pem", "WATCHFLOOR_TLS_KEY", "/etc/tls/key.pem"));

        assertThat(settings.certificate()).isEqualTo(Path.of("/etc/tls/cert.pem"));
        assertThat(settings.handedOnTo("gateway")).containsOnlyKeys("WATCHFLOOR_TLS_CERTIFICATE", "WATCHFLOOR_TLS_KEY");
        assertThat(LauncherSettings.parse(Map.of()).certificate()).isNull();
    }
}
