package io.watchfloor.graph;

import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.graph.DistrictImport.Fault;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a folder of CSV files into a {@link District} and notes every fault: files are read in the order in which they
 * refer to each other, so that each reference is checked where it stands.
 */
final class DistrictFiles {
    private static final double MOST_METERS = 100_000;
    private static final double MOST_SPEED_KMH = 200;
    private static final int MOST_LEVEL = 5;
    private static final int MOST_COUNT = 1_000;

    /** Needs of one incident are bits of a number. */
    private static final int MOST_REQUIREMENTS = 30;

    private final Path folder;
    private final Faults faults = new Faults();
    private int rows;

    DistrictFiles(Path folder) {
        this.folder = folder;
    }

    /** What the files say; to be used only when there are no {@link #faults()}. */
    District read() {
        District head = readHead();
        List<District.Area> areas = readAreas();
        List<District.Cell> cells = readCells(ids(areas, District.Area::id));
        List<District.Organization> organizations = readOrganizations();
        List<District.Skill> skills = readSkills();
        List<District.Place> places = readPlaces(ids(cells, District.Cell::id));
        Set<String> placeIds = ids(places, District.Place::id);
        Set<String> skillIds = ids(skills, District.Skill::id);
        List<District.Road> roads = readRoads(placeIds);
        List<District.Person> people = readPeople(ids(organizations, District.Organization::id), placeIds, skillIds);
        List<District.Requirement> requirements = readRequirements(skillIds);
        return new District(
                head.id(),
                head.nameZh(),
                head.nameEn(),
                head.zone(),
                areas,
                cells,
                organizations,
                skills,
                places,
                roads,
                people,
                requirements);
    }

    List<Fault> faults() {
        return faults.toList();
    }

    int rows() {
        return rows;
    }

    private District readHead() {
        CsvTable table = table("district.csv", "id", "name_zh", "name_en", "zone");
        List<District> heads = table.map(
                faults,
                row -> new District(
                        row.required("id"),
                        row.required("name_zh"),
                        row.required("name_en"),
                        row.zone("zone"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        if (table.size() != 1 && faults.count() == 0) {
            faults.add(new Fault(table.file(), 2, "One row is needed; there are " + table.size() + "."));
        }
        return heads.isEmpty() ? DistrictReader.empty(ZoneOffset.UTC) : heads.get(0);
    }

    private List<District.Area> readAreas() {
        Ids ids = new Ids();
        return table("areas.csv", "id", "name_zh", "name_en")
                .map(faults, row -> new District.Area(ids.take(row), row.required("name_zh"), row.required("name_en")));
    }

    private List<District.Cell> readCells(Set<String> areaIds) {
        Ids ids = new Ids();
        return table("cells.csv", "id", "area_id", "name_zh", "name_en", "ring")
                .map(
                        faults,
                        row -> new District.Cell(
                                ids.take(row),
                                reference(row, "area_id", areaIds, "areas.csv"),
                                row.required("name_zh"),
                                row.required("name_en"),
                                row.ring("ring")));
    }

    private List<District.Organization> readOrganizations() {
        Ids ids = new Ids();
        return table("organizations.csv", "id", "name_zh", "name_en", "kind")
                .map(
                        faults,
                        row -> new District.Organization(
                                ids.take(row),
                                row.required("name_zh"),
                                row.required("name_en"),
                                row.oneOf("kind", "department", "partner")));
    }

    private List<District.Skill> readSkills() {
        CsvTable table = table("skills.csv", "id", "name_zh", "name_en", "implies", "certified");
        Set<String> all = new HashSet<>();
        table.map(faults, row -> all.add(row.text("id")));
        Ids ids = new Ids();
        return table.map(
                faults,
                row -> new District.Skill(
                        ids.take(row),
                        row.required("name_zh"),
                        row.required("name_en"),
                        references(row, "implies", all, "skills.csv"),
                        row.flag("certified")));
    }

    private List<District.Place> readPlaces(Set<String> cellIds) {
        Ids ids = new Ids();
        return table("places.csv", "id", "name_zh", "name_en", "kind", "cell_id", "lat", "lon", "aliases")
                .map(
                        faults,
                        row -> new District.Place(
                                ids.take(row),
                                row.text("name_zh"),
                                row.text("name_en"),
                                row.required("kind"),
                                row.text("cell_id").isEmpty() ? null : reference(row, "cell_id", cellIds, "cells.csv"),
                                row.number("lat", -90, 90, "degrees"),
                                row.number("lon", -180, 180, "degrees"),
                                row.list("aliases")));
    }

    private List<District.Road> readRoads(Set<String> placeIds) {
        Ids ids = new Ids();
        return table(
                        "roads.csv",
                        "id",
                        "name_zh",
                        "name_en",
                        "from_place_id",
                        "to_place_id",
                        "meters",
                        "speed_kmh",
                        "one_way")
                .map(faults, row -> {
                    District.Road road = new District.Road(
                            ids.take(row),
                            row.text("name_zh"),
                            row.text("name_en"),
                            reference(row, "from_place_id", placeIds, "places.csv"),
                            reference(row, "to_place_id", placeIds, "places.csv"),
                            row.number("meters", 0.1, MOST_METERS, "metres"),
                            row.number("speed_kmh", 1, MOST_SPEED_KMH, "km/h"),
                            row.flag("one_way"));
                    if (road.fromPlaceId().equals(road.toPlaceId())) {
                        row.fault("The road leads from " + road.fromPlaceId() + " to itself.");
                    }
                    return road;
                });
    }

    private List<District.Person> readPeople(Set<String> organizationIds, Set<String> placeIds, Set<String> skillIds) {
        Ids ids = new Ids();
        List<District.Person> people = table(
                        "people.csv", "id", "name_zh", "name_en", "organization_id", "station_place_id")
                .map(
                        faults,
                        row -> new District.Person(
                                ids.take(row),
                                row.required("name_zh"),
                                row.required("name_en"),
                                reference(row, "organization_id", organizationIds, "organizations.csv"),
                                reference(row, "station_place_id", placeIds, "places.csv"),
                                List.of(),
                                List.of()));
        Set<String> personIds = ids(people, District.Person::id);
        Map<String, List<District.HeldSkill>> skills = readPersonSkills(personIds, skillIds);
        Map<String, List<District.Shift>> shifts = readShifts(personIds);
        return people.stream()
                .map(person -> new District.Person(
                        person.id(),
                        person.nameZh(),
                        person.nameEn(),
                        person.organizationId(),
                        person.stationPlaceId(),
                        List.copyOf(skills.getOrDefault(person.id(), List.of())),
                        List.copyOf(shifts.getOrDefault(person.id(), List.of()))))
                .toList();
    }

    private Map<String, List<District.HeldSkill>> readPersonSkills(Set<String> personIds, Set<String> skillIds) {
        Map<String, List<District.HeldSkill>> byPerson = new HashMap<>();
        Set<String> seen = new HashSet<>();
        table("person_skills.csv", "person_id", "skill_id", "level", "certified_until")
                .map(faults, row -> {
                    String person = reference(row, "person_id", personIds, "people.csv");
                    String skill = reference(row, "skill_id", skillIds, "skills.csv");
                    if (!seen.add(person + "\u0000" + skill)) {
                        row.fault("Person " + person + " has skill " + skill + " on an earlier line already.");
                    }
                    return byPerson.computeIfAbsent(person, none -> new ArrayList<>())
                            .add(new District.HeldSkill(
                                    skill, row.whole("level", 1, MOST_LEVEL), row.optionalDate("certified_until")));
                });
        return byPerson;
    }

    private Map<String, List<District.Shift>> readShifts(Set<String> personIds) {
        Map<String, List<District.Shift>> byPerson = new HashMap<>();
        table("shifts.csv", "person_id", "days", "start", "end").map(faults, row -> byPerson.computeIfAbsent(
                        reference(row, "person_id", personIds, "people.csv"), none -> new ArrayList<>())
                .add(new District.Shift(row.days("days"), row.time("start"), row.time("end"))));
        return byPerson;
    }

    private List<District.Requirement> readRequirements(Set<String> skillIds) {
        Set<String> seen = new HashSet<>();
        Map<String, Integer> lines = new HashMap<>();
        return table("requirements.csv", "incident_type", "skill_id", "level", "count", "alternatives")
                .map(faults, row -> {
                    String type = row.required("incident_type");
                    if (!type.isEmpty() && IncidentTypes.find(type).isEmpty()) {
                        row.fault("incident_type '" + type + "' is not a type of incident.");
                    }
                    District.Requirement requirement = new District.Requirement(
                            type,
                            reference(row, "skill_id", skillIds, "skills.csv"),
                            row.whole("level", 1, MOST_LEVEL),
                            row.whole("count", 1, MOST_COUNT),
                            references(row, "alternatives", skillIds, "skills.csv"));
                    if (!seen.add(type + "\u0000" + requirement.skillId() + "\u0000" + requirement.level())) {
                        row.fault("Type " + type + " requires " + requirement.skillId() + " at level "
                                + requirement.level() + " on an earlier line already.");
                    }
                    if (lines.merge(type, 1, Integer::sum) == MOST_REQUIREMENTS + 1) {
                        row.fault("Type " + type + " has more than " + MOST_REQUIREMENTS + " requirements.");
                    }
                    return requirement;
                });
    }

    private CsvTable table(String file, String... columns) {
        CsvTable table = CsvTable.read(folder, file, List.of(columns), faults);
        rows += table.size();
        return table;
    }

    private static String reference(CsvRow row, String column, Set<String> known, String where) {
        String id = row.required(column);
        if (!id.isEmpty() && !known.contains(id)) {
            row.fault(column + " '" + id + "' is not in " + where + ", or its row there is at fault.");
        }
        return id;
    }

    private static List<String> references(CsvRow row, String column, Set<String> known, String where) {
        List<String> ids = row.list(column);
        for (String id : ids) {
            if (!known.contains(id)) {
                row.fault(column + " names '" + id + "', which is not in " + where + ".");
            }
        }
        return ids;
    }

    private static <T> Set<String> ids(List<T> rows, Function<T, String> id) {
        return rows.stream().map(id).collect(Collectors.toSet());
    }

    /** Ids of one file and where each was first. */
    private static final class Ids {
        private final Map<String, Long> lines = new HashMap<>();

        String take(CsvRow row) {
            String id = row.required("id");
            Long first = lines.putIfAbsent(id, row.line());
            if (first != null && !id.isEmpty()) {
                row.fault("id '" + id + "' is on line " + first + " already.");
            }
            return id;
        }
    }
}
