package io.watchfloor.gateway.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.MultiMap;
import io.watchfloor.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneFormatsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void shouldReadTraccarClientInOurUnits() throws IOException {
        FixReading reading = TraccarJson.read(Json.mapper().readTree(sample("traccar-client.json")), NOW);

        assertThat(reading.fix())
                .isEqualTo(new PhoneFix(
                        "wf-7Kd2m9Q4tXz", 30.2781, 120.2794, 8.5, 1.25, 76, Instant.parse("2026-03-01T07:59:58Z")));
    }

    @Test
    void shouldTakeWhatTraccarClientDoesNotKnowAsUnknown() throws IOException {
        String sample = sample("traccar-client.json").replace("\"speed\": 1.25", "\"speed\": -1");

        assertThat(TraccarJson.read(Json.mapper().readTree(sample), NOW).fix().speedMetersPerSecond())
                .isNull();
    }

    @Test
    void shouldReadOwnTracksInOurUnits() throws IOException {
        FixReading reading = OwnTracksJson.read(Json.mapper().readTree(sample("owntracks.json")), "phone-1", NOW);

        assertThat(reading.fix().device()).isEqualTo("phone-1");
        assertThat(reading.fix().at()).isEqualTo(Instant.parse("2026-03-01T07:59:50Z"));
        assertThat(reading.fix().speedMetersPerSecond()).isCloseTo(5.0, within(1e-9));
        assertThat(reading.fix().batteryPercent()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transition", "waypoint", "lwt", "cmd"})
    void shouldLeaveOtherMessagesOfOwnTracksAlone(String type) throws IOException {
        assertThat(OwnTracksJson.read(Json.mapper().readTree("{\"_type\":\"" + type + "\"}"), "phone-1", NOW))
                .isEqualTo(FixReading.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1772351990|2026-03-01T07:59:50Z",
                "1772351990250|2026-03-01T07:59:50.250Z",
                "2026-03-01T07:59:50.250Z|2026-03-01T07:59:50.250Z",
                "2026-03-01T15:59:50+08:00|2026-03-01T07:59:50Z",
                "2026-03-01 07:59:50|2026-03-01T07:59:50Z",
            })
    void shouldReadEveryTimeThatOsmAndWrites(String written, Instant meant) {
        MultiMap query = osmAnd().set("timestamp", written);

        assertThat(OsmAndQuery.read(query, NOW).fix().at()).isEqualTo(meant);
    }

    @Test
    void shouldReadOsmAndInOurUnitsAndWhereverItPutsThePlace() {
        MultiMap query = osmAnd().set("speed", "10").set("batt", "55.4").set("accuracy", "12");
        PhoneFix fix = OsmAndQuery.read(query, NOW).fix();
        assertThat(fix.speedMetersPerSecond()).isCloseTo(5.144, within(0.001));
        assertThat(fix.batteryPercent()).isEqualTo(55);
        assertThat(fix.accuracyMeters()).isEqualTo(12);

        MultiMap together =
                MultiMap.caseInsensitiveMultiMap().set("deviceid", "phone-1").set("location", "30.2781,120.2794");
        assertThat(OsmAndQuery.read(together, NOW).fix().lon()).isEqualTo(120.2794);
        assertThat(OsmAndQuery.read(together, NOW).fix().at()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "lat,91,out-of-range",
        "lat,NaN,no-position",
        "lon,181,out-of-range",
        "lon,1e999,no-position",
        "timestamp,yesterday,bad-time",
        "timestamp,2026-02-30 00:00:00,bad-time",
        "timestamp,2026-03-01T08:05:01Z,from-the-future",
        "timestamp,9999-01-01T00:00:00Z,from-the-future",
    })
    void shouldSayWhyAPositionCannotBeTaken(String field, String value, String reason) {
        assertThat(OsmAndQuery.read(osmAnd().set(field, value), NOW).refusal()).isEqualTo(reason);
    }

    @Test
    void shouldRecognizeAReceiverWithoutAFixAndASwappedPair() {
        MultiMap nowhere = osmAnd().set("lat", "0").set("lon", "0.0");
        assertThat(OsmAndQuery.read(nowhere, NOW).refusal()).isEqualTo("no-fix");
        MultiMap swapped = osmAnd().set("lat", "120.2794").set("lon", "30.2781");
        assertThat(OsmAndQuery.read(swapped, NOW).detail()).contains("swapped");
    }

    @Test
    void shouldTakeTheShiftOfDomesticMapsOff() {
        double[] shifted = Gcj02.fromWgs84(30.2781, 120.2794);
        double[] back = Gcj02.toWgs84(shifted[0], shifted[1]);

        assertThat(Math.hypot((shifted[0] - 30.2781) * 111_195, (shifted[1] - 120.2794) * 96_000))
                .isBetween(300.0, 800.0);
        assertThat(back[0]).isCloseTo(30.2781, within(1e-7));
        assertThat(back[1]).isCloseTo(120.2794, within(1e-7));
        assertThat(Gcj02.toWgs84(42.36, -71.06)).containsExactly(42.36, -71.06);
    }

    private static MultiMap osmAnd() {
        return MultiMap.caseInsensitiveMultiMap()
                .set("id", "phone-1")
                .set("lat", "30.2781")
                .set("lon", "120.2794")
                .set("timestamp", "1772351990");
    }

    private static String sample(String name) throws IOException {
        try (InputStream in = PhoneFormatsTest.class.getResourceAsStream("/phones/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
