package io.watchfloor.graph.district;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.graph.district.DistrictImport.Fault;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeSample() {
        SampleDistrict.writeTo(folder);
    }

    @Test
    void shouldReadWhatTheFilesSay() {
        DistrictFiles files = new DistrictFiles(Uploads.folder(folder));
        District district = files.read();

        assertThat(files.faults()).isEmpty();
        assertThat(files.rows()).isEqualTo(20);
        assertThat(district.zone().getId()).isEqualTo("Asia/Shanghai");
        assertThat(district.cells().get(0).ring()).hasSize(4).first().isEqualTo(List.of(31.20, 121.40));
        assertThat(district.places().get(0).aliases()).containsExactly("一站", "1号站");
        assertThat(district.places().get(1).cellId()).isNull();
        assertThat(district.roads().get(1).oneWay()).isTrue();
        District.Person person = district.people().get(0);
        assertThat(person.skills())
                .containsExactly(
                        new District.HeldSkill("firefighter", 4, LocalDate.parse("2027-06-30")),
                        new District.HeldSkill("patrol", 2, null));
        assertThat(person.shifts())
                .containsExactly(new District.Shift(List.of(1, 2, 5), LocalTime.of(20, 0), LocalTime.of(8, 0)));
        assertThat(district.requirements().get(0).alternatives()).containsExactly("firefighter");
    }

    @Test
    void shouldReadAByteOrderMarkWindowsLineEndsAndQuotes() throws IOException {
        write(
                "people.csv",
                "\uFEFFid,name_zh,name_en,organization_id,station_place_id\r\nP-1,\"陈,晓明\",Chen,fire,S-1\r\n");
        District district = new DistrictFiles(Uploads.folder(folder)).read();
        assertThat(district.people().get(0).nameZh()).isEqualTo("陈,晓明");
    }

    @Test
    void shouldTakeColumnsInAnyOrderAndIgnoreOthers() throws IOException {
        write("areas.csv", "remark,name_en,id,name_zh\nx,Wangjiang,A-1,望江\n");
        assertThat(new DistrictFiles(Uploads.folder(folder)).read().areas())
                .containsExactly(new District.Area("A-1", "望江", "Wangjiang"));
    }

    @Test
    void shouldNameAMissingFileAndAMissingColumn() throws IOException {
        Files.delete(folder.resolve("roads.csv"));
        write("shifts.csv", "person_id,days,start\n");

        assertThat(faults())
                .contains(new Fault("roads.csv", 0, "The file is missing.", "缺少此文件。"))
                .anySatisfy(fault -> {
                    assertThat(fault.file()).isEqualTo("shifts.csv");
                    assertThat(fault.line()).isEqualTo(1);
                    assertThat(fault.detail()).contains("lacks end");
                });
    }

    @Test
    void shouldNameTheLineOfAnUnknownReference() throws IOException {
        write("person_skills.csv", "person_id,skill_id,level,certified_until\nP-1,patrol,2,\n\nP-9,magic,3,\n");

        assertThat(faults())
                .extracting(Fault::file, Fault::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("person_skills.csv", 4L),
                        org.assertj.core.groups.Tuple.tuple("person_skills.csv", 4L));
        assertThat(faults().get(0).detail()).contains("'P-9'").contains("people.csv");
        assertThat(faults().get(1).detail()).contains("'magic'").contains("skills.csv");
    }

    @Test
    void shouldNameWhatIsNotANumberADateOrATime() throws IOException {
        write("person_skills.csv", "person_id,skill_id,level,certified_until\nP-1,patrol,6,31.12.2026\n");
        write("shifts.csv", "person_id,days,start,end\nP-1,1|8,24:00,8\n");
        write(
                "places.csv",
                "id,name_zh,name_en,kind,cell_id,lat,lon,aliases\nS-1,站,S,station,,121.47,31.23,\nJ-1,口,J,junction,,NaN,181,\n");
        write("roads.csv", "id,name_zh,name_en,from_place_id,to_place_id,meters,speed_kmh,one_way\n");
        write("people.csv", "id,name_zh,name_en,organization_id,station_place_id\n");

        assertThat(faults())
                .extracting(Fault::detail)
                .anySatisfy(
                        detail -> assertThat(detail).contains("level is '6'").contains("from 1 to 5"))
                .anySatisfy(
                        detail -> assertThat(detail).contains("'31.12.2026'").contains("2027-06-30"))
                .anySatisfy(detail -> assertThat(detail).contains("days is '1|8'"))
                .anySatisfy(detail -> assertThat(detail).contains("start is '24:00'"))
                .anySatisfy(
                        detail -> assertThat(detail).contains("lat is '121.47'").contains("from -90 to 90"))
                .anySatisfy(detail -> assertThat(detail).contains("lat is 'NaN'"))
                .anySatisfy(detail -> assertThat(detail).contains("lon is '181'"));
    }

    @Test
    void shouldNameADuplicateAndWhereItWasFirst() throws IOException {
        write(
                "skills.csv",
                "id,name_zh,name_en,implies,certified\npatrol,巡查,Patrol,,false\nfirefighter,消防员,F,,yes\npatrol,巡查,Patrol,nobody,false\n");

        assertThat(faults())
                .extracting(Fault::line, Fault::detail)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(4L, "id 'patrol' is on line 2 already."),
                        org.assertj.core.groups.Tuple.tuple(3L, "certified is 'yes'; allowed are true, false."),
                        org.assertj.core.groups.Tuple.tuple(
                                4L, "implies 'nobody' is not in skills.csv, or its row there is at fault."));
    }

    @Test
    void shouldRefuseABadOutlineAnUnknownTypeAndALoop() throws IOException {
        write("cells.csv", "id,area_id,name_zh,name_en,ring\nC-1,A-1,格,C,31.2 121.4;31.3 121.4\n");
        write("requirements.csv", "incident_type,skill_id,level,count,alternatives\nalien-landing,patrol,1,0,\n");
        write(
                "roads.csv",
                "id,name_zh,name_en,from_place_id,to_place_id,meters,speed_kmh,one_way\nR-1,路,R,J-1,J-1,-5,400,false\n");

        assertThat(faults())
                .extracting(Fault::detail)
                .anySatisfy(detail -> assertThat(detail).contains("at least 3 points"))
                .anySatisfy(detail -> assertThat(detail).contains("'alien-landing'"))
                .anySatisfy(detail -> assertThat(detail).contains("count is '0'"))
                .anySatisfy(detail -> assertThat(detail).contains("to itself"))
                .anySatisfy(detail -> assertThat(detail).contains("meters is '-5'"))
                .anySatisfy(detail -> assertThat(detail).contains("speed_kmh is '400'"));
    }

    @Test
    void shouldReadWhatASpreadsheetSavedInChina() throws IOException {
        Files.write(folder.resolve("areas.csv"), "id,name_zh,name_en\nA-1,望江,W\n".getBytes(Charset.forName("GB18030")));

        assertThat(new DistrictFiles(Uploads.folder(folder)).read().areas())
                .containsExactly(new District.Area("A-1", "望江", "W"));
    }

    @Test
    void shouldRefuseAnUnknownEncodingAndBrokenQuotes() throws IOException {
        Files.write(folder.resolve("areas.csv"), new byte[] {'i', 'd', (byte) 0xff, (byte) 0xff, '\n'});
        write("skills.csv", "id,name_zh,name_en,implies,certified\npatrol,\"巡查\"x,Patrol,,false\n");
        write("organizations.csv", "");

        assertThat(faults()).extracting(Fault::file).contains("areas.csv", "skills.csv", "organizations.csv");
        assertThat(faults())
                .filteredOn(fault -> fault.file().equals("areas.csv"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("GB18030"));
    }

    @Test
    void shouldNameTheColumnOfAFault() throws IOException {
        write("person_skills.csv", "person_id,skill_id,level,certified_until\nP-1,patrol,6,\n");

        assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault.column())
                .isEqualTo("level"));
    }

    @Test
    void shouldReadWhatIsOptional() throws IOException {
        write(
                "district.csv",
                "id,name_zh,name_en,zone,rest_minutes,most_tasks,most_way_minutes\nlinjiang,临江区,Linjiang,Asia/Shanghai,20,8,45\n");
        write(
                "equipment.csv",
                "id,name_zh,name_en,kind,organization_id,place_id,operator_skill_id,operator_level\nE-1,云梯车,Ladder,ladder,fire,S-1,firefighter,3\n");
        write("substitutions.csv", "skill_id,instead_of,level_loss\npatrol,firefighter,2\n");
        write("takeovers.csv", "organization_id,incident_type,answer_minutes\nfire,fire,10\n");
        write("familiarity.csv", "person_id,cell_id,visits\nP-1,C-1,12\n");
        write(
                "requirements.csv",
                "incident_type,skill_id,level,count,alternatives,team,equipment,shared\nfire,firefighter,3,2,,A,,\nfire,firefighter,3,1,,B,ladder,true\n");
        write(
                "roads.csv",
                "id,name_zh,name_en,from_place_id,to_place_id,meters,speed_kmh,one_way,speed_by_hour\nR-1,路,R,S-1,J-1,500,40,false,7-9:15|17-19:20\n");
        DistrictFiles files = new DistrictFiles(Uploads.folder(folder));

        District district = files.read();

        assertThat(files.faults()).isEmpty();
        assertThat(district.rules()).isEqualTo(new District.DutyRules(20, 8, 0, 45));
        assertThat(district.equipment()).extracting(District.Equipment::kind).containsExactly("ladder");
        assertThat(district.skills().get(0).standsIn()).containsExactly(new District.StandIn("firefighter", 2));
        assertThat(district.people().get(0).visitsByCell()).containsEntry("C-1", 12);
        assertThat(district.requirements())
                .extracting(District.Requirement::team)
                .containsExactly("A", "B");
        assertThat(district.roads().get(0).speedKmhAt(8)).isEqualTo(15);
        assertThat(district.roads().get(0).speedKmhAt(9)).isEqualTo(40);
        assertThat(district.takeovers()).containsExactly(new District.Takeover("fire", "fire", 10));
    }

    @Test
    void shouldNameAWrongHourAndEquipmentThatIsNotThere() throws IOException {
        write(
                "roads.csv",
                "id,name_zh,name_en,from_place_id,to_place_id,meters,speed_kmh,one_way,speed_by_hour\nR-1,路,R,S-1,J-1,500,40,false,9-7:15\n");
        write(
                "requirements.csv",
                "incident_type,skill_id,level,count,alternatives,equipment\nfire,firefighter,3,2,,boat\n");

        assertThat(faults())
                .extracting(Fault::column, Fault::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("speed_by_hour", 2L),
                        org.assertj.core.groups.Tuple.tuple("equipment", 2L));
    }

    @Test
    void shouldComeBackFromAZipAndAWorkbookAsItWas() throws IOException {
        shouldReadWhatIsOptional();
        District district = new DistrictFiles(Uploads.folder(folder)).read();

        for (byte[] file : List.of(Downloads.zip(district), Downloads.workbook(district))) {
            DistrictFiles again = new DistrictFiles(Uploads.archive(file));
            District read = again.read();
            assertThat(again.faults()).isEmpty();
            assertThat(read).isEqualTo(district);
        }
    }

    @Test
    void shouldTakeOneTableAndKeepTheOthers() throws IOException {
        District district = new DistrictFiles(Uploads.folder(folder)).read();
        byte[] areas = "id,name_zh,name_en\nA-1,新名,New\n".getBytes(StandardCharsets.UTF_8);

        District changed =
                new DistrictFiles(Uploads.file("areas.csv", areas).orElse(DistrictTables.sheets(district))).read();

        assertThat(changed.areas()).containsExactly(new District.Area("A-1", "新名", "New"));
        assertThat(changed.people()).isEqualTo(district.people());
    }

    @Test
    void shouldSayWhatANewTableLeavesOutAndNotWhatStandsElsewhere() {
        District district = new DistrictFiles(Uploads.folder(folder)).read();
        byte[] people = "id,name_zh,name_en,organization_id,station_place_id\n".getBytes(StandardCharsets.UTF_8);

        DistrictFiles files = new DistrictFiles(
                Uploads.file("people.csv", people).orElse(DistrictTables.sheets(district)), "people.csv"::equals);
        District ignored = files.read();

        assertThat(files.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("people.csv");
            assertThat(fault.line()).isZero();
            assertThat(fault.detail()).contains("is missing here").contains("still names it");
            assertThat(fault.detailZh()).contains("此处缺少“P-");
        });
        assertThat(files.faults())
                .extracting(fault -> fault.detail().substring(0, 5))
                .as("each person once, however many tables name them")
                .containsExactly("'P-1'", "'P-2'");
    }

    @Test
    void shouldReportATableThatCannotBeReadAloneAndNothingThatFollowsFromIt() throws IOException {
        Files.write(folder.resolve("places.csv"), new byte[] {(byte) 0xFF, (byte) 0xFF, 0x20});

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("places.csv");
            assertThat(fault.detail()).contains("neither UTF-8 nor GB18030");
            assertThat(fault.detailZh()).contains("另存为 UTF-8");
        });
    }

    @Test
    void shouldKnowTheNamesOfItsTables() {
        District district = new DistrictFiles(Uploads.folder(folder)).read();
        assertThat(DistrictTables.names())
                .containsExactlyInAnyOrderElementsOf(DistrictTables.of(district).keySet());
    }

    @Test
    void shouldListAThousandFaultsAndCountTheRest() throws IOException {
        StringBuilder rows = new StringBuilder("person_id,skill_id,level,certified_until\n");
        for (int i = 0; i < 1_500; i++) {
            rows.append("P-404,patrol,2,\n");
        }
        write("person_skills.csv", rows.toString());

        assertThat(faults()).hasSize(1_001).last().satisfies(fault -> assertThat(fault.detail())
                .contains("more faults"));
    }

    /** Each is told in both languages. */
    private List<Fault> faults() {
        DistrictFiles files = new DistrictFiles(Uploads.folder(folder));
        District ignored = files.read();
        assertThat(files.faults()).allSatisfy(fault -> {
            assertThat(fault.detail()).doesNotMatch("(?s)\\p{IsHan}.*");
            assertThat(fault.detailZh()).matches("(?s).*\\p{IsHan}.*");
        });
        return files.faults();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }
}
