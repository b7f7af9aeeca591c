package io.watchfloor.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowMapperTest {
    private static final String MAPPING = """
            {
              // comments are allowed
              "source": "test-feed",
              "occurredAt": {"column": "when", "patterns": ["yyyy-MM-dd HH:mm", "iso"], "zone": "Asia/Shanghai"},
              "lat": "y", "lon": "x", "nowhere": ["0,0"],
              "kind": {"column": "how", "values": {"tel": "call"}, "default": "post"},
              "type": {"columns": ["what"], "rules": [
                {"type": "fire", "equals": ["FIRE"]},
                {"type": "noise", "startsWith": ["loud"], "contains": ["噪"]}
              ]},
              "text": "{what}: {said}",
              "address": "{where}"
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aRowBecomesAReport() throws IOException {
        RowMapper.Mapped mapped =
                map("2026-03-01 16:14,31.2,121.4,tel,fire,烟很大,\"一路\n2 号\"").get(0);

        assertThat(mapped.problem()).isNull();
        assertThat(mapped.report().toString())
                .isEqualTo("{\"source\":\"test-feed\",\"sourceId\":\"1\",\"kind\":\"call\",\"text\":\"fire: 烟很大\","
                        + "\"occurredAt\":\"2026-03-01T08:14:00Z\",\"type\":\"fire\",\"address\":\"一路 2 号\","
                        + "\"lat\":31.2,\"lon\":121.4}");
    }

    @Test
    void aPositionThatStandsForUnknownIsNone() throws IOException {
        assertThat(map("2026-03-01 16:14,0,0,x,loud party,a,b").get(0).report().has("lat"))
                .isFalse();
        assertThat(map("2026-03-01 16:14,,,x,扰民噪声,a,b").get(0).report().has("lat"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yesterday,1,1,x,fire,a,b|malformed",
                "2026-03-01 16:14,north,1,x,fire,a,b|wrong-type",
                "2026-03-01 16:14,1,1,x,picnic,a,b|unmapped",
                "2026-03-01 16:14,1,1,x,fire|wrong-columns",
                "2026-03-01 16:14,1,1,x,fire,a,b,c|wrong-columns",
            })
    void aRowThatCannotBeMappedSaysWhyAndWhich(String row, String reason) throws IOException {
        RowMapper.Mapped mapped = map("2026-03-01 16:14,1,1,x,fire,a,b\n" + row).get(1);

        assertThat(mapped.report()).isNull();
        assertThat(mapped.problem().reason()).isEqualTo(reason);
        assertThat(mapped.problem().detail()).startsWith("Row 2: ");
    }

    @Test
    void bytesThatTheCharsetDoesNotAllowAreRefusedNotGuessed() throws IOException {
        Path file = folder.resolve("gb.csv");
        Files.writeString(
                file, "when,y,x,how,what,said,where\n2026-03-01 16:14,1,1,x,fire,烟很大,b\n", Charset.forName("GB18030"));
        assertThat(map(file, MAPPING).get(0).problem().reason()).isEqualTo("wrong-charset");

        String declared = MAPPING.replace("\"source\":", "\"charset\": \"GB18030\", \"source\":");
        assertThat(map(file, declared).get(0).report().get("text").asText()).isEqualTo("fire: 烟很大");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        Path file = folder.resolve("bom.csv");
        Files.writeString(file, "\uFEFFwhen,y,x,how,what,said,where\n2026-03-01 16:14,1,1,x,fire,a,b\n");

        assertThat(map(file, MAPPING).get(0).problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"source\": \"Bad Name\"}",
                "{\"sauce\": \"x\"}",
            })
    void aMappingThatCannotBeUsedIsSaidSoInOneSentence(String mapping) throws IOException {
        Path file = Files.writeString(folder.resolve("m.json"), mapping);

        assertThatThrownBy(() -> FeedMapping.read(file))
                .isInstanceOf(FeedMappingException.class)
                .hasMessageStartingWith("The mapping " + file)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"type\": \"fire\"|\"type\": \"dragons\"|type 'dragons' is not in the catalogue",
                "\"call\"|\"rumour\"|kind 'rumour'",
                "Asia/Shanghai|Mars/Base|zone 'Mars/Base'",
                "\"lon\": \"x\",||lat and lon",
            })
    void aWrongWordInAMappingIsNamed(String right, String wrong, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("m.json"), MAPPING.replace(right, wrong == null ? "" : wrong));

        assertThatThrownBy(() -> FeedMapping.read(file)).hasMessageContaining(said);
    }

    @Test
    void aColumnThatTheFileLacksIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "when,y\n");
        Path mapping = Files.writeString(folder.resolve("m.json"), MAPPING);

        assertThatThrownBy(() -> FileFeed.check(file, mapping)).hasMessageContaining("has no column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seattle-911.json", "boston-311.json", "citizen-messages-zh.json"})
    void theMappingsThatComeAlongCanBeUsed(String name) {
        FeedMapping mapping = FeedMapping.read(Path.of("mappings", name));

        assertThat(new RowMapper(mapping)).isNotNull();
        assertThat(mapping.columns()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "iso,2026-03-01T16:14:50+08:00,2026-03-01T08:14:50Z",
        "iso,2026-03-01T08:14:50Z,2026-03-01T08:14:50Z",
        "iso,2026-03-01 16:14:50,2026-03-01T08:14:50Z",
        "iso,2026-03-01,2026-02-28T16:00:00Z",
        "yyyy/M/d H:mm,2026/3/1 6:05,2026-02-28T22:05:00Z",
        "M/d/yyyy hh:mm:ss a,3/1/2026 04:14:50 pm,2026-03-01T08:14:50Z",
        "epoch-seconds,1772352890,2026-03-01T08:14:50Z",
        "epoch-millis,1772352890000,2026-03-01T08:14:50Z",
    })
    void timesAreReadAsFilesWriteThem(String pattern, String text, Instant expected) {
        RowTimes times = new RowTimes(List.of("HH:mm", pattern), ZoneId.of("Asia/Shanghai"));

        assertThat(times.read(text)).hasValue(expected);
        assertThat(times.read("soon")).isEmpty();
    }

    @Test
    void rowsAreAsFarApartAsTheyHappenedDividedByTheSpeed() {
        Pace pace = new Pace(60);
        Instant start = Instant.parse("2026-03-01T00:00:00Z");
        Instant happened = Instant.parse("2015-01-01T00:00:00Z");

        assertThat(pace.untilDue(happened, start)).isZero();
        assertThat(pace.untilDue(happened.plusSeconds(600), start)).isEqualTo(Duration.ofSeconds(10));
        assertThat(pace.untilDue(happened.plusSeconds(600), start.plusSeconds(11)))
                .isZero();
        assertThat(pace.untilDue(happened.minusSeconds(99), start)).isZero();
        assertThat(pace.untilDue(null, start)).isZero();
        assertThat(new Pace(Double.POSITIVE_INFINITY).untilDue(happened.plusSeconds(600), start))
                .isZero();
    }

    private List<RowMapper.Mapped> map(String rows) throws IOException {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, "when,y,x,how,what,said,where\n" + rows + "\n", StandardCharsets.UTF_8);
        return map(file, MAPPING);
    }

    private List<RowMapper.Mapped> map(Path file, String mappingJson) throws IOException {
        FeedMapping mapping = FeedMapping.read(Files.writeString(folder.resolve("m.json"), mappingJson));
        RowMapper mapper = new RowMapper(mapping);
        try (RowFile rows = RowFile.open(file, mapping)) {
            return rows.next(100).stream().map(mapper::map).toList();
        }
    }
}
