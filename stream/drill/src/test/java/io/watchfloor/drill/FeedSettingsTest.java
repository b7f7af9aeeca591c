package io.watchfloor.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.drill.FeedSettings.Colleagues;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedSettingsTest {
    @Test
    void shouldHaveDefaultsForEverything() {
        FeedSettings settings = FeedSettings.parse(Map.of("PATH", "/bin", "WATCHFLOOR_WORLD", "live"));

        assertThat(settings)
                .isEqualTo(new FeedSettings(URI.create("http://127.0.0.1:8080"), null, 7, 1, 6, Colleagues.ALL));
    }

    @Test
    void shouldTakeWhatIsSet() {
        FeedSettings settings = FeedSettings.parse(Map.of(
                "WATCHFLOOR_GATEWAY_URL", "https://example.org/desk",
                "WATCHFLOOR_SEED", "-3",
                "WATCHFLOOR_FEED_PACE", "2.5",
                "WATCHFLOOR_FEED_TRAVEL_SPEEDUP", "1",
                "WATCHFLOOR_FEED_COLLEAGUES", "responders"));

        assertThat(settings)
                .isEqualTo(new FeedSettings(
                        URI.create("https://example.org/desk"), null, -3, 2.5, 1, Colleagues.RESPONDERS));
    }

    @ParameterizedTest
    @CsvSource({
        "WATCHFLOOR_GATEWAY_URL,localhost:8080",
        "WATCHFLOOR_GATEWAY_URL,not an address",
        "WATCHFLOOR_SEED,seven",
        "WATCHFLOOR_FEED_PACE,0",
        "WATCHFLOOR_FEED_PACE,fast",
        "WATCHFLOOR_FEED_PACE,NaN",
        "WATCHFLOOR_FEED_TRAVEL_SPEEDUP,1000",
        "WATCHFLOOR_FEED_COLLEAGUES,some"
    })
    void shouldNameWhatIsWrongInOneSentence(String key, String value) {
        assertThatThrownBy(() -> FeedSettings.parse(Map.of(key, value)))
                .hasMessageStartingWith(key + " is '" + value + "', but must be ")
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldRefuseASettingItDoesNotKnow() {
        assertThatThrownBy(() -> FeedSettings.parse(Map.of("WATCHFLOOR_FEED_PACES", "1")))
                .hasMessageStartingWith("WATCHFLOOR_FEED_PACES is not a setting of the simulated feed");
    }
}
