package io.watchfloor.gateway.plan;

import static io.watchfloor.gateway.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.graph.plan.AutomaticSending.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutomaticAreasTest {
    private final AutomaticAreas areas = new AutomaticAreas();

    @Test
    void shouldNotGoOnInAnAreaThatWasStoppedWhileItWasReadHowItIsSet() {
        areas.read(areas.mark(), List.of(setting("west", true)));
        long mark = areas.mark();

        areas.changed(setting("west", false));
        areas.read(mark, List.of(setting("west", true)));

        assertThat(areas.isAnyOn()).isFalse();
        assertThat(areas.findOn("west")).isEmpty();
    }

    @Test
    void shouldTakeInWhatAnotherGatewayHasSet() {
        areas.changed(setting("west", false));

        areas.read(areas.mark(), List.of(setting("west", true), setting("east", false)));

        assertThat(areas.isAnyOn()).isTrue();
        assertThat(areas.findOn("west")).contains(setting("west", true));
        assertThat(areas.findOn("east")).isEmpty();
        assertThat(areas.findOn("north")).isEmpty();
    }

    private static Setting setting(String areaId, boolean on) {
        return new Setting(areaId, on, "王值班", "洪峰", NOON);
    }
}
