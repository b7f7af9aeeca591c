package io.watchfloor.drill.district;

import io.watchfloor.drill.district.DemoDistrict.Person;
import io.watchfloor.drill.town.LatLon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The import files: UTF-8, a header row, several values in one column separated by {@code |}. */
final class DistrictFiles {
    private DistrictFiles() {}

    static void write(DemoDistrict district, Path folder) {
        try {
            Files.createDirectories(folder);
            writePlan(district, folder);
            writeStreets(district, folder);
            writeStaff(district, folder);
            writeExtras(district.extras(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the district to " + folder, e);
        }
    }

    private static void writePlan(DemoDistrict district, Path folder) throws IOException {
        table(
                folder,
                "district.csv",
                "id,name_zh,name_en,zone",
                Stream.of(row(district.id(), district.nameZh(), district.nameEn(), district.zone())));
        table(
                folder,
                "areas.csv",
                "id,name_zh,name_en",
                district.areas().stream().map(a -> row(a.id(), a.nameZh(), a.nameEn())));
        table(
                folder,
                "cells.csv",
                "id,area_id,name_zh,name_en,ring",
                district.cells().stream().map(c -> row(c.id(), c.areaId(), c.nameZh(), c.nameEn(), ring(c.ring()))));
        table(
                folder,
                "organizations.csv",
                "id,name_zh,name_en,kind",
                district.organizations().stream().map(o -> row(o.id(), o.nameZh(), o.nameEn(), o.kind())));
        table(
                folder,
                "skills.csv",
                "id,name_zh,name_en,implies,certified",
                district.skills().stream()
                        .map(s -> row(s.id(), s.nameZh(), s.nameEn(), joined(s.implies()), s.certified())));
        table(
                folder,
                "requirements.csv",
                "incident_type,skill_id,level,count,alternatives,team,equipment,shared",
                district.requirements().stream()
                        .map(r -> row(
                                r.incidentType(),
                                r.skillId(),
                                r.level(),
                                r.count(),
                                joined(r.alternatives()),
                                r.team(),
                                r.equipment(),
                                r.shared())));
    }

    private static void writeExtras(DemoDistrict.Extras extras, Path folder) throws IOException {
        table(
                folder,
                "equipment.csv",
                "id,name_zh,name_en,kind,organization_id,place_id,operator_skill_id,operator_level",
                extras.equipment().stream()
                        .map(e -> row(
                                e.id(),
                                e.nameZh(),
                                e.nameEn(),
                                e.kind(),
                                e.organizationId(),
                                e.placeId(),
                                e.operatorSkillId(),
                                e.operatorLevel())));
        table(
                folder,
                "substitutions.csv",
                "skill_id,instead_of,level_loss",
                extras.substitutions().stream().map(s -> row(s.skillId(), s.insteadOf(), s.levelLoss())));
        table(
                folder,
                "takeovers.csv",
                "organization_id,incident_type,answer_minutes",
                extras.takeovers().stream().map(t -> row(t.organizationId(), t.incidentType(), t.answerMinutes())));
        table(
                folder,
                "familiarity.csv",
                "person_id,cell_id,visits",
                extras.familiarity().stream().map(f -> row(f.personId(), f.cellId(), f.visits())));
    }

    private static void writeStreets(DemoDistrict district, Path folder) throws IOException {
        table(
                folder,
                "places.csv",
                "id,name_zh,name_en,kind,cell_id,lat,lon,aliases",
                district.places().stream()
                        .map(p -> row(
                                p.id(),
                                p.nameZh(),
                                p.nameEn(),
                                p.kind(),
                                p.cellId(),
                                degrees(p.at().lat()),
                                degrees(p.at().lon()),
                                joined(p.aliases()))));
        table(
                folder,
                "roads.csv",
                "id,name_zh,name_en,from_place_id,to_place_id,meters,speed_kmh,one_way,speed_by_hour",
                district.roads().stream()
                        .map(r -> row(
                                r.id(),
                                r.nameZh(),
                                r.nameEn(),
                                r.fromPlaceId(),
                                r.toPlaceId(),
                                String.format(Locale.ROOT, "%.1f", r.meters()),
                                r.speedKmh(),
                                r.oneWay(),
                                rushHours(r))));
    }

    private static void writeStaff(DemoDistrict district, Path folder) throws IOException {
        List<Person> people = district.people();
        table(
                folder,
                "people.csv",
                "id,name_zh,name_en,organization_id,station_place_id,languages",
                people.stream()
                        .map(p -> row(
                                p.id(),
                                p.nameZh(),
                                p.nameEn(),
                                p.organizationId(),
                                p.stationPlaceId(),
                                joined(p.languages()))));
        table(
                folder,
                "person_skills.csv",
                "person_id,skill_id,level,certified_until",
                people.stream().flatMap(p -> p.skills().stream()
                        .map(s -> row(p.id(), s.skillId(), s.level(), text(s.certifiedUntil())))));
        table(folder, "shifts.csv", "person_id,days,start,end", people.stream().flatMap(p -> p.shifts().stream()
                .map(s -> row(p.id(), joined(s.days()), s.start(), s.end()))));
    }

    private static void table(Path folder, String name, String header, Stream<List<Object>> rows) throws IOException {
        try (CSVPrinter out = new CSVPrinter(
                Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8),
                CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
            out.printRecord((Object[]) header.split(",", -1));
            for (List<Object> row : (Iterable<List<Object>>) rows::iterator) {
                out.printRecord(row);
            }
        }
    }

    /** From 7 to 9 and from 17 to 19 o'clock. */
    private static String rushHours(DemoDistrict.Road road) {
        return road.rushHourKmh() == road.speedKmh()
                ? ""
                : "7-9:" + road.rushHourKmh() + "|17-19:" + road.rushHourKmh();
    }

    private static List<Object> row(Object... values) {
        return List.of(values);
    }

    private static String ring(List<LatLon> ring) {
        return ring.stream().map(p -> degrees(p.lat()) + " " + degrees(p.lon())).collect(Collectors.joining(";"));
    }

    /** Six decimals: about ten centimetres. */
    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("|"));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
