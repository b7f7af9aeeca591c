package io.watchfloor.drill.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictFilesTest {
    private static final Map<String, String> HEADERS = Map.ofEntries(
            Map.entry("district.csv", "id,name_zh,name_en,zone"),
            Map.entry("areas.csv", "id,name_zh,name_en"),
            Map.entry("cells.csv", "id,area_id,name_zh,name_en,ring"),
            Map.entry("organizations.csv", "id,name_zh,name_en,kind"),
            Map.entry("skills.csv", "id,name_zh,name_en,implies,certified"),
            Map.entry("places.csv", "id,name_zh,name_en,kind,cell_id,lat,lon,aliases"),
            Map.entry(
                    "roads.csv", "id,name_zh,name_en,from_place_id,to_place_id,meters,speed_kmh,one_way,speed_by_hour"),
            Map.entry("people.csv", "id,name_zh,name_en,organization_id,station_place_id,languages"),
            Map.entry("person_skills.csv", "person_id,skill_id,level,certified_until"),
            Map.entry("shifts.csv", "person_id,days,start,end"),
            Map.entry(
                    "equipment.csv",
                    "id,name_zh,name_en,kind,organization_id,place_id,operator_skill_id,operator_level"),
            Map.entry("substitutions.csv", "skill_id,instead_of,level_loss"),
            Map.entry("takeovers.csv", "organization_id,incident_type,answer_minutes"),
            Map.entry("familiarity.csv", "person_id,cell_id,visits"),
            Map.entry("requirements.csv", "incident_type,skill_id,level,count,alternatives,team,equipment,shared"));

    @TempDir
    private Path folder;

    private DemoDistrict district;

    @BeforeEach
    void write() {
        district = DemoDistrict.generate(DemoDistrict.DEFAULT_SEED, LocalDate.parse("2026-03-02"));
        district.writeTo(folder.resolve("made/when/absent"));
        folder = folder.resolve("made/when/absent");
    }

    @Test
    void shouldHaveTheColumnsOfTheImport() {
        assertThat(HEADERS)
                .allSatisfy((file, header) ->
                        assertThat(folder.resolve(file)).content().startsWith(header + "\n"));
    }

    @Test
    void shouldHoldEveryRow() throws IOException {
        assertThat(rows("cells.csv")).hasSize(district.cells().size());
        assertThat(rows("places.csv")).hasSize(district.places().size());
        assertThat(rows("roads.csv")).hasSize(district.roads().size());
        assertThat(rows("people.csv")).hasSize(district.people().size());
        assertThat(rows("requirements.csv")).hasSize(district.requirements().size());
    }

    @Test
    void shouldWriteARingAsPointsAndAShiftAsDays() throws IOException {
        assertThat(rows("cells.csv"))
                .allSatisfy(row -> assertThat(row.get("ring")).matches("(-?[\\d.]+ -?[\\d.]+;){3}-?[\\d.]+ -?[\\d.]+"));
        assertThat(rows("shifts.csv")).allSatisfy(row -> {
            assertThat(row.get("days")).matches("[1-7](\\|[1-7])*");
            assertThat(row.get("start") + row.get("end")).matches("\\d\\d:\\d\\d\\d\\d:\\d\\d");
        });
    }

    private List<CSVRecord> rows(String file) throws IOException {
        try (CSVParser rows = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(folder.resolve(file)))) {
            return rows.getRecords();
        }
    }
}
