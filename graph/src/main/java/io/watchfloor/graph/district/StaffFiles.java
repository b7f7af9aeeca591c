package io.watchfloor.graph.district;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads who works here: bodies, skills, people, what each can do, speaks and knows, and when they are on duty. */
final class StaffFiles {
    private static final int MOST_LEVEL = 5;
    private static final int MOST_VISITS = 1_000_000;

    private final Tables tables;

    StaffFiles(Tables tables) {
        this.tables = tables;
    }

    List<District.Organization> readOrganizations() {
        Tables.Ids ids = new Tables.Ids();
        return tables.table("organizations.csv", "id", "name_zh", "name_en", "kind")
                .map(
                        tables.faults(),
                        row -> new District.Organization(
                                ids.take(row),
                                row.required("name_zh"),
                                row.required("name_en"),
                                row.oneOf("kind", District.KINDS_OF_ORGANIZATION.toArray(String[]::new))));
    }

    List<District.Skill> readSkills() {
        CsvTable table = tables.table("skills.csv", "id", "name_zh", "name_en", "implies", "certified");
        Set<String> all = new HashSet<>();
        table.map(tables.faults(), row -> all.add(row.text("id")));
        Tables.Ids ids = new Tables.Ids();
        Map<String, List<District.StandIn>> standIns = readSubstitutions(all);
        return table.map(
                tables.faults(),
                row -> new District.Skill(
                        ids.take(row),
                        row.required("name_zh"),
                        row.required("name_en"),
                        Tables.references(row, "implies", all, "skills.csv"),
                        row.flag("certified"),
                        List.copyOf(standIns.getOrDefault(row.text("id"), List.of()))));
    }

    List<District.Person> readPeople(
            Set<String> organizationIds, Set<String> placeIds, Set<String> skillIds, Set<String> cellIds) {
        Tables.Ids ids = new Tables.Ids();
        List<District.Person> people = tables.table(
                        "people.csv", "id", "name_zh", "name_en", "organization_id", "station_place_id")
                .map(
                        tables.faults(),
                        row -> new District.Person(
                                ids.take(row),
                                row.required("name_zh"),
                                row.required("name_en"),
                                Tables.reference(row, "organization_id", organizationIds, "organizations.csv"),
                                Tables.reference(row, "station_place_id", placeIds, "places.csv"),
                                List.of(),
                                List.of(),
                                row.list("languages"),
                                Map.of()));
        Set<String> personIds = Tables.ids(people, District.Person::id);
        Map<String, List<District.HeldSkill>> skills = readPersonSkills(personIds, skillIds);
        Map<String, List<District.Shift>> shifts = readShifts(personIds);
        Map<String, Map<String, Integer>> visits = readFamiliarity(personIds, cellIds);
        return people.stream()
                .map(person -> new District.Person(
                        person.id(),
                        person.nameZh(),
                        person.nameEn(),
                        person.organizationId(),
                        person.stationPlaceId(),
                        List.copyOf(skills.getOrDefault(person.id(), List.of())),
                        List.copyOf(shifts.getOrDefault(person.id(), List.of())),
                        person.languages(),
                        Map.copyOf(visits.getOrDefault(person.id(), Map.of()))))
                .toList();
    }

    private Map<String, List<District.HeldSkill>> readPersonSkills(Set<String> personIds, Set<String> skillIds) {
        Map<String, List<District.HeldSkill>> byPerson = new HashMap<>();
        Set<String> seen = new HashSet<>();
        tables.table("person_skills.csv", "person_id", "skill_id", "level", "certified_until")
                .map(tables.faults(), row -> {
                    String person = Tables.reference(row, "person_id", personIds, "people.csv");
                    String skill = Tables.reference(row, "skill_id", skillIds, "skills.csv");
                    if (!seen.add(person + "\u0000" + skill)) {
                        row.fault(
                                "Person " + person + " has skill " + skill + " on an earlier line already.",
                                "人员 " + person + " 的技能 " + skill + " 已在前面的行中出现。");
                    }
                    return byPerson.computeIfAbsent(person, none -> new ArrayList<>())
                            .add(new District.HeldSkill(
                                    skill, row.whole("level", 1, MOST_LEVEL), row.optionalDate("certified_until")));
                });
        return byPerson;
    }

    private Map<String, List<District.Shift>> readShifts(Set<String> personIds) {
        Map<String, List<District.Shift>> byPerson = new HashMap<>();
        tables.table("shifts.csv", "person_id", "days", "start", "end")
                .map(tables.faults(), row -> byPerson.computeIfAbsent(
                                Tables.reference(row, "person_id", personIds, "people.csv"), none -> new ArrayList<>())
                        .add(new District.Shift(row.days("days"), row.time("start"), row.time("end"))));
        return byPerson;
    }

    private Map<String, List<District.StandIn>> readSubstitutions(Set<String> skillIds) {
        Map<String, List<District.StandIn>> bySkill = new HashMap<>();
        tables.optionalTable("substitutions.csv", "skill_id", "instead_of", "level_loss")
                .map(tables.faults(), row -> {
                    String skill = Tables.reference(row, "skill_id", skillIds, "skills.csv");
                    String insteadOf = Tables.reference(row, "instead_of", skillIds, "skills.csv");
                    if (skill.equals(insteadOf)) {
                        row.fault(
                                "instead_of",
                                "Skill " + skill + " cannot stand in for itself.",
                                "技能 " + skill + " 不能替代其自身。");
                    }
                    return bySkill.computeIfAbsent(skill, none -> new ArrayList<>())
                            .add(new District.StandIn(insteadOf, row.whole("level_loss", 0, MOST_LEVEL - 1)));
                });
        return bySkill;
    }

    private Map<String, Map<String, Integer>> readFamiliarity(Set<String> personIds, Set<String> cellIds) {
        Map<String, Map<String, Integer>> byPerson = new HashMap<>();
        tables.optionalTable("familiarity.csv", "person_id", "cell_id", "visits")
                .map(tables.faults(), row -> byPerson.computeIfAbsent(
                                Tables.reference(row, "person_id", personIds, "people.csv"), none -> new HashMap<>())
                        .put(
                                Tables.reference(row, "cell_id", cellIds, "cells.csv"),
                                row.whole("visits", 1, MOST_VISITS)));
        return byPerson;
    }
}
