package io.watchfloor.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.gateway.Samples;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {
    private static final Instant NOW = Samples.NOON;

    private final ReportReader reader = new ReportReader("live");

    @Test
    void aSoundReportIsReadWhole() {
        Report report = sound(Samples.report("7"));

        assertThat(report.id()).isEqualTo(Ids.report("live", "hotline-12345", "7"));
        assertThat(report.reportKind()).isEqualTo(ReportKind.CALL);
        assertThat(report.occurredAt()).isEqualTo("2026-03-01T08:14:50Z");
        assertThat(report.receivedAt()).isEqualTo(NOW);
        assertThat(report.lat()).isEqualTo(31.2304);
        assertThat(report.address()).isEqualTo("锦绣家园3号楼");
    }

    @Test
    void onlyWhatIsNeededIsNeeded() {
        ObjectNode report = Samples.report("7").put("kind", "POST");
        report.remove(List.of("type", "lat", "lon", "address"));
        report.putNull("reporter");

        assertThat(sound(report))
                .extracting(Report::type, Report::lat, Report::address, Report::reporter)
                .containsOnlyNulls();
    }

    @Test
    void aSilentAlarmMaySayNothingWhenItsTypeDoes() {
        assertThat(sound(Samples.report("7").put("text", "")).text()).isEmpty();
        ObjectNode untyped = Samples.report("7").put("text", " ");
        untyped.remove("type");
        assertThat(problems(bytes(untyped))).extracting(ReportProblem::reason).containsExactly("empty");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("source", null, "missing"),
                fault("source", "\"\"", "empty"),
                fault("source", "\"Hotline 1\"", "malformed"),
                fault("source", "\"" + "s".repeat(65) + "\"", "malformed"),
                fault("source", "5", "wrong-type"),
                fault("sourceId", null, "missing"),
                fault("sourceId", "9007199254740993", "wrong-type"),
                fault("sourceId", "\"" + "i".repeat(129) + "\"", "too-long"),
                fault("sourceId", "\" 1\"", "malformed"),
                fault("sourceId", "\"1\\u200b\"", "malformed"),
                fault("sourceId", "\"1\\u0000\"", "illegal-character"),
                fault("sourceId", "\"\\ud800\"", "illegal-character"),
                fault("kind", null, "missing"),
                fault("kind", "\"rumour\"", "unknown-value"),
                fault("kind", "[]", "wrong-type"),
                fault("type", "\"dragons\"", "unknown-value"),
                fault("type", "{}", "wrong-type"),
                fault("text", null, "missing"),
                fault("text", "null", "missing"),
                fault("text", "true", "wrong-type"),
                fault("text", "\"" + "长".repeat(4001) + "\"", "too-long"),
                fault("text", "\"a\\u0000b\"", "illegal-character"),
                fault("text", "\"a\\udc00b\"", "illegal-character"),
                fault("text", "\"a\\u001bb\"", "illegal-character"),
                fault("occurredAt", null, "missing"),
                fault("occurredAt", "1772353000", "wrong-type"),
                fault("occurredAt", "1772353000000", "wrong-type"),
                fault("occurredAt", "\"1772353000\"", "wrong-type"),
                fault("occurredAt", "\"2026-03-01T08:14:50\"", "no-zone"),
                fault("occurredAt", "\"2026-03-01 08:14:50\"", "no-zone"),
                fault("occurredAt", "\"01/03/2026\"", "malformed"),
                fault("occurredAt", "\"2026-02-30T08:14:50Z\"", "malformed"),
                fault("occurredAt", "\"1970-01-21T12:19:13Z\"", "out-of-range"),
                fault("occurredAt", "\"9999-01-01T00:00:00Z\"", "in-future"),
                fault("occurredAt", "\"2026-03-01T13:00:01Z\"", "in-future"),
                fault("lat", "90.5", "out-of-range"),
                fault("lat", "\"31.2\"", "wrong-type"),
                fault("lat", "1e999", "out-of-range"),
                fault("lat", "null", "missing"),
                fault("lon", null, "missing"),
                fault("lon", "-180.01", "out-of-range"),
                fault("address", "\"" + "a".repeat(501) + "\"", "too-long"),
                fault("address", "\"a\\nb\"", "illegal-character"),
                fault("reporter", "17", "wrong-type"),
                fault("ocurredAt", "\"2026-03-01T08:14:50Z\"", "unknown-field"));
    }

    private static Arguments fault(String field, String json, String reason) {
        return arguments(field, json, reason);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFieldAtFaultIsNamedWithItsReason(String field, String json, String reason) {
        ObjectNode report = Samples.report("7");
        report.remove(field);
        String whole = report.toString();
        String sent =
                json == null ? whole : whole.substring(0, whole.length() - 1) + ",\"" + field + "\":" + json + "}";

        assertThat(problems(sent.getBytes(StandardCharsets.UTF_8)))
                .extracting(ReportProblem::field, ReportProblem::reason)
                .containsExactly(tuple(field, reason));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("", "malformed-json"),
                arguments("{", "malformed-json"),
                arguments("{\"source\":\"a\"", "malformed-json"),
                arguments("nonsense", "malformed-json"),
                arguments("{} {}", "malformed-json"),
                arguments("{\"lat\":NaN}", "malformed-json"),
                arguments("{\"source\":\"a\",\"source\":\"b\"}", "malformed-json"),
                arguments("[".repeat(100_000), "malformed-json"),
                arguments("{\"lat\":" + "9".repeat(2_000) + "}", "malformed-json"),
                arguments("\0", "malformed-json"),
                arguments("[]", "wrong-type"),
                arguments("null", "wrong-type"),
                arguments("\"report\"", "wrong-type"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNoReportIsSaidSo(String json, String reason) {
        assertThat(problems(json.getBytes(StandardCharsets.UTF_8)))
                .extracting(ReportProblem::reason)
                .containsExactly(reason);
    }

    @Test
    void bytesThatAreNotUtf8AreNotGuessedAt() {
        byte[] gb18030 = Samples.report("7").toString().getBytes(Charset.forName("GB18030"));
        byte[] utf16 = Samples.report("7").toString().getBytes(StandardCharsets.UTF_16);

        assertThat(problems(gb18030)).extracting(ReportProblem::reason).containsExactly("not-utf8");
        assertThat(problems(utf16)).extracting(ReportProblem::reason).containsExactly("not-utf8");
    }

    @Test
    void aByteOrderMarkDoesNoHarm() {
        assertThat(reader.read(bytes("\uFEFF" + Samples.report("7")), NOW)).isInstanceOf(Reading.Sound.class);
    }

    @Test
    void everythingAtFaultIsSaidAtOnce() {
        ObjectNode report = Samples.report("7").put("lat", 131.2).put("kind", "x");
        report.remove("text");

        assertThat(problems(bytes(report)))
                .extracting(ReportProblem::field)
                .containsExactlyInAnyOrder("lat", "kind", "text");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.0, -0.0", "0.0000005, -0.0000009"})
    void nobodyReportsFromNullIsland(double lat, double lon) {
        assertThat(problems(bytes(Samples.report("7").put("lat", lat).put("lon", lon))))
                .extracting(ReportProblem::reason, ReportProblem::field)
                .containsExactly(tuple("no-fix", "lat"));
        assertThat(reader.read(bytes(Samples.report("7").put("lat", lat).put("lon", 121.47)), NOW))
                .isInstanceOf(Reading.Sound.class);
    }

    @Test
    void aRefusalHelps() {
        assertThat(problems(bytes(Samples.report("7").put("lat", 121.4).put("lon", 31.2)))
                        .get(0)
                        .detail())
                .contains("swapped");
        assertThat(problems(bytes(Samples.report("7").put("occurredAt", 1772352890L)))
                        .get(0)
                        .detail())
                .contains("seconds since 1970")
                .contains("2026-03-01T08:14:50Z");
        assertThat(problems(bytes(Samples.report("7").put("type", "x"))).get(0).detail())
                .contains("gas-leak");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "'}) MATCH (n) DETACH DELETE n //",
                "=HYPERLINK(\"http://x\")",
                "\u202Etxt.exe",
                "раураl",
                "👩‍🚒 着火了\n第二行\t完"
            })
    void strangeWordsAreStillWords(String text) {
        assertThat(sound(Samples.report("7").put("text", text)).text()).isEqualTo(text);
    }

    @Test
    void theFingerprintIsOfTheContentNotOfItsForm() {
        Report report = sound(Samples.report("7"));
        Report later = ((Reading.Sound) reader.read(Samples.report("7"), NOW.plusSeconds(9))).report();
        Report other = sound(Samples.report("7").put("lon", 121.5));

        assertThat(RedisIntakeLog.fingerprint(later)).isEqualTo(RedisIntakeLog.fingerprint(report));
        assertThat(RedisIntakeLog.fingerprint(other)).isNotEqualTo(RedisIntakeLog.fingerprint(report));
    }

    @Test
    void noBytesWhatsoeverBreakTheReader() {
        Random random = new Random(20260301);
        byte[] sound = bytes(Samples.report("7"));
        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = sound.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(5) == 0 ? Arrays.copyOf(mutated, random.nextInt(mutated.length)) : mutated;

            if (reader.read(cut, NOW) instanceof Reading.Refused refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
    }

    private Report sound(ObjectNode json) {
        Reading reading = reader.read(bytes(json), NOW);
        assertThat(reading).isInstanceOf(Reading.Sound.class);
        return ((Reading.Sound) reading).report();
    }

    private List<ReportProblem> problems(byte[] json) {
        Reading reading = reader.read(json, NOW);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).problems();
    }

    private static byte[] bytes(Object json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
