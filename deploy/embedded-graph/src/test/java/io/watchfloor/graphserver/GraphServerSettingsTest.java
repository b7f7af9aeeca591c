package io.watchfloor.graphserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphServerSettingsTest {
    private static final String DATA = "WATCHFLOOR_GRAPH_DATA";
    private static final String PORT = "WATCHFLOOR_GRAPH_PORT";

    @Test
    void shouldTakeDefaultsAndIgnoreWhatIsNotOurs() {
        GraphServerSettings settings = GraphServerSettings.parse(Map.of(DATA, "state/graph", "PATH", "/bin"));

        assertThat(settings.port()).isEqualTo(7687);
        assertThat(settings.password()).isNull();
        assertThat(settings.dataFolder()).isAbsolute().endsWithRaw(java.nio.file.Path.of("state/graph"));
    }

    @Test
    void shouldAllowWhatEveryProcessIsStartedWith() {
        assertThat(GraphServerSettings.parse(Map.of(DATA, "g", "WATCHFLOOR_WORLD", "live", PORT, "0"))
                        .port())
                .isZero();
    }

    @Test
    void shouldNameAnUnknownKey() {
        assertThatThrownBy(() -> GraphServerSettings.parse(Map.of(DATA, "g", "WATCHFLOOR_GRAPH_PROT", "1")))
                .hasMessageContaining("WATCHFLOOR_GRAPH_PROT")
                .hasMessageContaining(PORT);
    }

    @Test
    void shouldNameAWrongPortAndWhatIsAllowed() {
        for (String wrong : new String[] {"70000", "-1", "bolt", ""}) {
            assertThatThrownBy(() -> GraphServerSettings.parse(Map.of(DATA, "g", PORT, wrong)))
                    .hasMessageContaining(PORT)
                    .hasMessageContaining("'" + wrong + "'")
                    .hasMessageContaining("65535");
        }
    }

    @Test
    void shouldAskForAFolder() {
        assertThatThrownBy(() -> GraphServerSettings.parse(Map.of())).hasMessageContaining(DATA);
    }

    @Test
    void shouldRefuseAShortPasswordWithoutRepeatingIt() {
        assertThatThrownBy(() -> GraphServerSettings.parse(Map.of(DATA, "g", "WATCHFLOOR_GRAPH_PASSWORD", "hunter2")))
                .hasMessageContaining("WATCHFLOOR_GRAPH_PASSWORD")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void shouldKeepThePasswordOutOfItsText() {
        assertThat(GraphServerSettings.parse(Map.of(DATA, "g", "WATCHFLOOR_GRAPH_PASSWORD", "correct-horse")))
                .asString()
                .doesNotContain("horse");
    }
}
