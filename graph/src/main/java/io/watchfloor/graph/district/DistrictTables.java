package io.watchfloor.graph.district;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A district as the tables it could have been read from. */
public final class DistrictTables {
    private DistrictTables() {}

    /** Every table by its file name, in the order of the README. */
    public static Map<String, Sheet> of(District district) {
        Map<String, Sheet> tables = new LinkedHashMap<>();
        addGround(district, tables);
        addStaff(district, tables);
        addNeeds(district, tables);
        return tables;
    }

    /** Files of all tables that a district has. */
    public static List<String> names() {
        return List.of(
                "district.csv",
                "areas.csv",
                "cells.csv",
                "places.csv",
                "roads.csv",
                "organizations.csv",
                "skills.csv",
                "substitutions.csv",
                "people.csv",
                "person_skills.csv",
                "shifts.csv",
                "familiarity.csv",
                "equipment.csv",
                "requirements.csv",
                "takeovers.csv");
    }

    /** The same as a source, so that single tables can be replaced. */
    public static SheetSource sheets(District district) {
        Map<String, Sheet> tables = of(district);
        return (file, faults) -> Optional.ofNullable(tables.get(file));
    }

    private static void addGround(District district, Map<String, Sheet> tables) {
        District.DutyRules rules = district.rules();
        tables.put(
                "district.csv",
                sheet(
                        "id,name_zh,name_en,zone,rest_minutes,most_tasks,most_busy_minutes,most_way_minutes",
                        Stream.of(district),
                        head -> row(
                                head.id(),
                                head.nameZh(),
                                head.nameEn(),
                                head.zone(),
                                rules.restMinutes(),
                                rules.mostTasks(),
                                rules.mostBusyMinutes(),
                                rules.mostWayMinutes())));
        tables.put(
                "areas.csv",
                sheet(
                        "id,name_zh,name_en",
                        district.areas().stream(),
                        area -> row(area.id(), area.nameZh(), area.nameEn())));
        tables.put(
                "cells.csv",
                sheet(
                        "id,area_id,name_zh,name_en,ring",
                        district.cells().stream(),
                        cell -> row(cell.id(), cell.areaId(), cell.nameZh(), cell.nameEn(), ring(cell.ring()))));
        tables.put(
                "places.csv",
                sheet(
                        "id,name_zh,name_en,kind,cell_id,lat,lon,aliases",
                        district.places().stream(),
                        place -> row(
                                place.id(),
                                place.nameZh(),
                                place.nameEn(),
                                place.kind(),
                                place.cellId(),
                                place.lat(),
                                place.lon(),
                                joined(place.aliases()))));
        tables.put(
                "roads.csv",
                sheet(
                        "id,name_zh,name_en,from_place_id,to_place_id,meters,speed_kmh,one_way,speed_by_hour",
                        district.roads().stream(),
                        road -> row(
                                road.id(),
                                road.nameZh(),
                                road.nameEn(),
                                road.fromPlaceId(),
                                road.toPlaceId(),
                                number(road.meters()),
                                number(road.speedKmh()),
                                road.oneWay(),
                                hours(road))));
    }

    private static void addStaff(District district, Map<String, Sheet> tables) {
        List<District.Person> people = district.people();
        tables.put(
                "organizations.csv",
                sheet(
                        "id,name_zh,name_en,kind",
                        district.organizations().stream(),
                        body -> row(body.id(), body.nameZh(), body.nameEn(), body.kind())));
        tables.put(
                "skills.csv",
                sheet(
                        "id,name_zh,name_en,implies,certified",
                        district.skills().stream(),
                        skill -> row(
                                skill.id(),
                                skill.nameZh(),
                                skill.nameEn(),
                                joined(skill.implies()),
                                skill.certified())));
        tables.put(
                "substitutions.csv",
                sheet(
                        "skill_id,instead_of,level_loss",
                        district.skills().stream().flatMap(skill -> skill.standsIn().stream()
                                .map(standIn -> row(skill.id(), standIn.insteadOf(), standIn.levelLoss()))),
                        Function.identity()));
        tables.put(
                "people.csv",
                sheet(
                        "id,name_zh,name_en,organization_id,station_place_id,languages",
                        people.stream(),
                        person -> row(
                                person.id(),
                                person.nameZh(),
                                person.nameEn(),
                                person.organizationId(),
                                person.stationPlaceId(),
                                joined(person.languages()))));
        tables.put(
                "person_skills.csv",
                sheet(
                        "person_id,skill_id,level,certified_until",
                        people.stream().flatMap(person -> person.skills().stream()
                                .map(held -> row(person.id(), held.skillId(), held.level(), held.certifiedUntil()))),
                        Function.identity()));
        tables.put(
                "shifts.csv",
                sheet(
                        "person_id,days,start,end",
                        people.stream().flatMap(person -> person.shifts().stream()
                                .map(shift -> row(person.id(), joined(shift.days()), shift.start(), shift.end()))),
                        Function.identity()));
        tables.put(
                "familiarity.csv",
                sheet(
                        "person_id,cell_id,visits",
                        people.stream().flatMap(person -> person.visitsByCell().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(known -> row(person.id(), known.getKey(), known.getValue()))),
                        Function.identity()));
    }

    private static void addNeeds(District district, Map<String, Sheet> tables) {
        tables.put(
                "equipment.csv",
                sheet(
                        "id,name_zh,name_en,kind,organization_id,place_id,operator_skill_id,operator_level",
                        district.equipment().stream(),
                        unit -> row(
                                unit.id(),
                                unit.nameZh(),
                                unit.nameEn(),
                                unit.kind(),
                                unit.organizationId(),
                                unit.placeId(),
                                unit.operatorSkillId(),
                                unit.operatorLevel())));
        tables.put(
                "requirements.csv",
                sheet(
                        "incident_type,skill_id,level,count,alternatives,team,equipment,shared",
                        district.requirements().stream(),
                        need -> row(
                                need.incidentType(),
                                need.skillId(),
                                need.level(),
                                need.count(),
                                joined(need.alternatives()),
                                need.team(),
                                need.equipmentKind(),
                                need.shared())));
        tables.put(
                "takeovers.csv",
                sheet(
                        "organization_id,incident_type,answer_minutes",
                        district.takeovers().stream(),
                        takeover -> row(takeover.organizationId(), takeover.incidentType(), takeover.answerMinutes())));
    }

    private static <T> Sheet sheet(String header, Stream<T> things, Function<T, List<String>> row) {
        List<Sheet.Line> lines = new ArrayList<>();
        things.map(row).forEach(values -> lines.add(new Sheet.Line(lines.size() + 2L, values)));
        return new Sheet(List.of(header.split(",", -1)), lines);
    }

    private static List<String> row(Object... values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value == null ? "" : value.toString());
        }
        return texts;
    }

    private static String ring(List<List<Double>> ring) {
        return ring.stream().map(point -> point.get(0) + " " + point.get(1)).collect(Collectors.joining(";"));
    }

    /** Neighbouring hours of one speed as a span; hours of the usual speed are left out, unless it never differs. */
    private static String hours(District.Road road) {
        List<String> spans = new ArrayList<>();
        List<Double> speeds = road.speedKmhByHour();
        for (int from = 0, to; from < speeds.size(); from = to) {
            to = from;
            while (to < speeds.size() && speeds.get(to).equals(speeds.get(from))) {
                to++;
            }
            if (speeds.get(from) != road.speedKmh() || to - from == speeds.size()) {
                spans.add(from + "-" + to + ":" + number(speeds.get(from)));
            }
        }
        return String.join("|", spans);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%s", value);
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("|"));
    }
}
