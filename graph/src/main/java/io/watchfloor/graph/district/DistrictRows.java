package io.watchfloor.graph.district;

import io.watchfloor.contract.IncidentTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** A district as parameters of the statements in {@link DistrictWriter}: one map a row. */
final class DistrictRows {
    private static final int WGS_84 = 4326;

    private DistrictRows() {}

    static List<Map<String, Object>> areas(District district) {
        return district.areas().stream()
                .map(area -> row("id", area.id(), "nameZh", area.nameZh(), "nameEn", area.nameEn()))
                .toList();
    }

    static List<Map<String, Object>> cells(District district) {
        return district.cells().stream()
                .map(cell -> row(
                        "id",
                        cell.id(),
                        "areaId",
                        cell.areaId(),
                        "nameZh",
                        cell.nameZh(),
                        "nameEn",
                        cell.nameEn(),
                        "ring",
                        cell.ring().stream().map(DistrictRows::toPoint).toList()))
                .toList();
    }

    private static Value toPoint(List<Double> latLon) {
        return Values.point(WGS_84, latLon.get(1), latLon.get(0));
    }

    static List<Map<String, Object>> organizations(District district) {
        return district.organizations().stream()
                .map(body ->
                        row("id", body.id(), "nameZh", body.nameZh(), "nameEn", body.nameEn(), "kind", body.kind()))
                .toList();
    }

    static List<Map<String, Object>> skills(District district) {
        return district.skills().stream()
                .map(skill -> row(
                        "id",
                        skill.id(),
                        "nameZh",
                        skill.nameZh(),
                        "nameEn",
                        skill.nameEn(),
                        "certified",
                        skill.certified()))
                .toList();
    }

    static List<Map<String, Object>> implications(District district) {
        return district.skills().stream()
                .flatMap(skill -> skill.implies().stream().map(implied -> row("id", skill.id(), "impliedId", implied)))
                .toList();
    }

    static List<Map<String, Object>> places(District district) {
        return district.places().stream()
                .map(place -> row(
                        "id",
                        place.id(),
                        "nameZh",
                        place.nameZh(),
                        "nameEn",
                        place.nameEn(),
                        "kind",
                        place.kind(),
                        "lat",
                        place.lat(),
                        "lon",
                        place.lon(),
                        "aliases",
                        place.aliases()))
                .toList();
    }

    static List<Map<String, Object>> placesInCells(District district) {
        return district.places().stream()
                .filter(place -> place.cellId() != null)
                .map(place -> row("id", place.id(), "cellId", place.cellId()))
                .toList();
    }

    static List<Map<String, Object>> roads(District district) {
        return district.roads().stream()
                .map(road -> row(
                        "id",
                        road.id(),
                        "nameZh",
                        road.nameZh(),
                        "nameEn",
                        road.nameEn(),
                        "fromId",
                        road.fromPlaceId(),
                        "toId",
                        road.toPlaceId(),
                        "meters",
                        road.meters(),
                        "speedKmh",
                        road.speedKmh(),
                        "speedKmhByHour",
                        road.speedKmhByHour(),
                        "oneWay",
                        road.oneWay()))
                .toList();
    }

    static List<Map<String, Object>> people(District district) {
        return district.people().stream()
                .map(person -> row(
                        "id",
                        person.id(),
                        "nameZh",
                        person.nameZh(),
                        "nameEn",
                        person.nameEn(),
                        "organizationId",
                        person.organizationId(),
                        "stationId",
                        person.stationPlaceId(),
                        "languages",
                        person.languages()))
                .toList();
    }

    static List<Map<String, Object>> familiarity(District district) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (District.Person person : district.people()) {
            person.visitsByCell()
                    .forEach(
                            (cell, visits) -> rows.add(row("personId", person.id(), "cellId", cell, "visits", visits)));
        }
        return rows;
    }

    static List<Map<String, Object>> standIns(District district) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (District.Skill skill : district.skills()) {
            for (int i = 0; i < skill.standsIn().size(); i++) {
                District.StandIn standIn = skill.standsIn().get(i);
                rows.add(row(
                        "id",
                        skill.id(),
                        "insteadOfId",
                        standIn.insteadOf(),
                        "levelLoss",
                        standIn.levelLoss(),
                        "position",
                        i));
            }
        }
        return rows;
    }

    static List<Map<String, Object>> equipment(District district) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (District.Equipment unit : district.equipment()) {
            rows.add(row(
                    "id",
                    unit.id(),
                    "nameZh",
                    unit.nameZh(),
                    "nameEn",
                    unit.nameEn(),
                    "kind",
                    unit.kind(),
                    "organizationId",
                    unit.organizationId(),
                    "placeId",
                    unit.placeId(),
                    "operatorSkillId",
                    unit.operatorSkillId(),
                    "operatorLevel",
                    unit.operatorLevel()));
        }
        return rows;
    }

    static List<Map<String, Object>> takeovers(District district) {
        return district.takeovers().stream()
                .map(takeover -> row(
                        "organizationId",
                        takeover.organizationId(),
                        "type",
                        takeover.incidentType(),
                        "answerMinutes",
                        takeover.answerMinutes()))
                .toList();
    }

    static List<Map<String, Object>> personSkills(District district) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (District.Person person : district.people()) {
            for (int i = 0; i < person.skills().size(); i++) {
                District.HeldSkill held = person.skills().get(i);
                rows.add(row(
                        "personId",
                        person.id(),
                        "skillId",
                        held.skillId(),
                        "level",
                        held.level(),
                        "certifiedUntil",
                        held.certifiedUntil(),
                        "position",
                        i));
            }
        }
        return rows;
    }

    static List<Map<String, Object>> shifts(District district) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (District.Person person : district.people()) {
            for (int i = 0; i < person.shifts().size(); i++) {
                District.Shift shift = person.shifts().get(i);
                rows.add(row(
                        "id",
                        person.id() + "#" + i,
                        "personId",
                        person.id(),
                        "days",
                        shift.days(),
                        "start",
                        shift.start(),
                        "end",
                        shift.end(),
                        "position",
                        i));
            }
        }
        return rows;
    }

    static List<Map<String, Object>> incidentTypes() {
        return IncidentTypes.listAll().stream()
                .map(type -> row("code", type.code(), "nameZh", type.zh(), "nameEn", type.en()))
                .toList();
    }

    static List<Map<String, Object>> requirements(District district) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (District.Requirement requirement : district.requirements()) {
            rows.add(row(
                    "type",
                    requirement.incidentType(),
                    "skillId",
                    requirement.skillId(),
                    "level",
                    requirement.level(),
                    "count",
                    requirement.count(),
                    "alternatives",
                    requirement.alternatives(),
                    "team",
                    requirement.team(),
                    "equipmentKind",
                    requirement.equipmentKind(),
                    "shared",
                    requirement.shared(),
                    "position",
                    rows.size()));
        }
        return rows;
    }

    /** Keys and values in turn; a value may be null. */
    private static Map<String, Object> row(Object... keysAndValues) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            row.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return row;
    }
}
