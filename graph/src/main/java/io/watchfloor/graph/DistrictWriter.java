package io.watchfloor.graph;

import io.watchfloor.contract.IncidentTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.summary.SummaryCounters;

/**
 * Writes a district in batches, each a transaction of its own. Everything written carries the import's stamp; what is
 * left with an older stamp in the end was not in the files any more: relationships of it are removed, nodes are marked
 * inactive, because incidents and assignments may still speak of them. An import that broke off is completed by
 * importing again.
 */
final class DistrictWriter {
    private static final int BATCH = 2_000;
    private static final int WGS_84 = 4326;

    private final GraphTransactions transactions;

    DistrictWriter(GraphTransactions transactions) {
        this.transactions = transactions;
    }

    /** Gives the number of nodes and relationships made. */
    int write(District district) {
        String stamp = UUID.randomUUID().toString();
        int created = 0;
        for (Step step : steps(district)) {
            created += writeBatches(step, stamp);
        }
        for (String sweep : SWEEPS) {
            sweep(sweep, stamp);
        }
        return created + writeHead(district, stamp);
    }

    private record Step(String cypher, List<Map<String, Object>> rows) {}

    private static List<Step> steps(District district) {
        return List.of(
                new Step(AREAS, areaRows(district)),
                new Step(CELLS, cellRows(district)),
                new Step(ORGANIZATIONS, organizationRows(district)),
                new Step(SKILLS, skillRows(district)),
                new Step(IMPLIES, impliesRows(district)),
                new Step(PLACES, placeRows(district)),
                new Step(PLACES_IN_CELLS, placeInCellRows(district)),
                new Step(ROADS, roadRows(district)),
                new Step(PEOPLE, personRows(district)),
                new Step(PERSON_SKILLS, personSkillRows(district)),
                new Step(SHIFTS, shiftRows(district)),
                new Step(INCIDENT_TYPES, incidentTypeRows()),
                new Step(REQUIREMENTS, requirementRows(district)));
    }

    private static final String AREAS = """
            UNWIND $rows AS row
            MERGE (area:Area {id: row.id})
            SET area += {nameZh: row.nameZh, nameEn: row.nameEn, active: true, stamp: $stamp}
            """;

    private static final String CELLS = """
            UNWIND $rows AS row
            MATCH (area:Area {id: row.areaId})
            MERGE (cell:Cell {id: row.id})
            SET cell += {nameZh: row.nameZh, nameEn: row.nameEn, ring: row.ring, active: true, stamp: $stamp}
            MERGE (cell)-[in:IN]->(area) SET in.stamp = $stamp
            """;

    private static final String ORGANIZATIONS = """
            UNWIND $rows AS row
            MERGE (body:Organization {id: row.id})
            SET body += {nameZh: row.nameZh, nameEn: row.nameEn, kind: row.kind, active: true, stamp: $stamp}
            """;

    private static final String SKILLS = """
            UNWIND $rows AS row
            MERGE (skill:Skill {id: row.id})
            SET skill += {nameZh: row.nameZh, nameEn: row.nameEn, certified: row.certified, active: true, stamp: $stamp}
            """;

    private static final String IMPLIES = """
            UNWIND $rows AS row
            MATCH (skill:Skill {id: row.id}), (implied:Skill {id: row.impliedId})
            MERGE (skill)-[implies:IMPLIES]->(implied) SET implies.stamp = $stamp
            """;

    private static final String PLACES = """
            UNWIND $rows AS row
            MERGE (place:Place {id: row.id})
            SET place += {nameZh: row.nameZh, nameEn: row.nameEn, kind: row.kind, lat: row.lat, lon: row.lon,
                          aliases: row.aliases, active: true, stamp: $stamp}
            """;

    private static final String PLACES_IN_CELLS = """
            UNWIND $rows AS row
            MATCH (place:Place {id: row.id}), (cell:Cell {id: row.cellId})
            MERGE (place)-[in:IN]->(cell) SET in.stamp = $stamp
            """;

    private static final String ROADS = """
            UNWIND $rows AS row
            MATCH (from:Place {id: row.fromId}), (to:Place {id: row.toId})
            MERGE (from)-[road:ROAD {id: row.id}]->(to)
            SET road += {nameZh: row.nameZh, nameEn: row.nameEn, meters: row.meters, speedKmh: row.speedKmh,
                         oneWay: row.oneWay, stamp: $stamp}
            """;

    private static final String PEOPLE = """
            UNWIND $rows AS row
            MATCH (body:Organization {id: row.organizationId}), (station:Place {id: row.stationId})
            MERGE (person:Person {id: row.id})
            SET person += {nameZh: row.nameZh, nameEn: row.nameEn, active: true, stamp: $stamp}
            MERGE (person)-[member:MEMBER_OF]->(body) SET member.stamp = $stamp
            MERGE (person)-[stationed:STATIONED_AT]->(station) SET stationed.stamp = $stamp
            """;

    private static final String PERSON_SKILLS = """
            UNWIND $rows AS row
            MATCH (person:Person {id: row.personId}), (skill:Skill {id: row.skillId})
            MERGE (person)-[has:HAS]->(skill)
            SET has = {level: row.level, certifiedUntil: row.certifiedUntil, position: row.position, stamp: $stamp}
            """;

    private static final String SHIFTS = """
            UNWIND $rows AS row
            MATCH (person:Person {id: row.personId})
            MERGE (shift:Shift {id: row.id})
            SET shift += {days: row.days, start: row.start, end: row.end, position: row.position, stamp: $stamp}
            MERGE (shift)-[duty:ON_DUTY]->(person)
            """;

    private static final String INCIDENT_TYPES = """
            UNWIND $rows AS row
            MERGE (type:IncidentType {code: row.code})
            SET type += {nameZh: row.nameZh, nameEn: row.nameEn}
            """;

    private static final String REQUIREMENTS = """
            UNWIND $rows AS row
            MATCH (type:IncidentType {code: row.type}), (skill:Skill {id: row.skillId})
            MERGE (type)-[requires:REQUIRES {level: row.level}]->(skill)
            SET requires += {count: row.count, alternatives: row.alternatives, position: row.position, stamp: $stamp}
            """;

    /** Each removes or marks at most so many at a time and says how many; it is repeated until there are none. */
    private static final List<String> SWEEPS = List.of("""
            MATCH (:Cell)-[old:IN]->(:Area) WHERE old.stamp <> $stamp
            WITH old LIMIT $limit DELETE old RETURN count(*) AS swept
            """, """
            MATCH (:Place)-[old:IN]->(:Cell) WHERE old.stamp <> $stamp
            WITH old LIMIT $limit DELETE old RETURN count(*) AS swept
            """, """
            MATCH ()-[old:IMPLIES|ROAD|MEMBER_OF|STATIONED_AT|HAS|REQUIRES]->() WHERE old.stamp <> $stamp
            WITH old LIMIT $limit DELETE old RETURN count(*) AS swept
            """, """
            MATCH (old:Shift) WHERE old.stamp <> $stamp
            WITH old LIMIT $limit DETACH DELETE old RETURN count(*) AS swept
            """, """
            MATCH (old:Area|Cell|Organization|Skill|Place|Person) WHERE old.stamp <> $stamp AND old.active
            WITH old LIMIT $limit SET old.active = false RETURN count(*) AS swept
            """);

    private int writeBatches(Step step, String stamp) {
        int created = 0;
        for (int from = 0; from < step.rows().size(); from += BATCH) {
            List<Map<String, Object>> batch =
                    step.rows().subList(from, Math.min(from + BATCH, step.rows().size()));
            created += created(transactions.write(tx -> tx.run(step.cypher(), Map.of("rows", batch, "stamp", stamp))
                    .consume()
                    .counters()));
        }
        return created;
    }

    private void sweep(String cypher, String stamp) {
        long swept;
        do {
            swept = transactions.write(tx -> tx.run(cypher, Map.of("stamp", stamp, "limit", BATCH))
                    .single()
                    .get("swept")
                    .asLong());
        } while (swept == BATCH);
    }

    /** Last of all: who reads the district sees by its stamp that it is another. */
    private int writeHead(District district, String stamp) {
        return created(transactions.write(tx -> tx.run(
                        """
                        MERGE (district:District {id: $id})
                        SET district += {nameZh: $nameZh, nameEn: $nameEn, zone: $zone, stamp: $stamp}
                        WITH district
                        OPTIONAL MATCH (old:District) WHERE old.id <> $id
                        DETACH DELETE old
                        """,
                        Map.of(
                                "id",
                                district.id(),
                                "nameZh",
                                district.nameZh(),
                                "nameEn",
                                district.nameEn(),
                                "zone",
                                district.zone().getId(),
                                "stamp",
                                stamp))
                .consume()
                .counters()));
    }

    private static int created(SummaryCounters counters) {
        return counters.nodesCreated() + counters.relationshipsCreated();
    }

    private static List<Map<String, Object>> areaRows(District district) {
        return district.areas().stream()
                .map(area -> row("id", area.id(), "nameZh", area.nameZh(), "nameEn", area.nameEn()))
                .toList();
    }

    private static List<Map<String, Object>> cellRows(District district) {
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
                        cell.ring().stream().map(DistrictWriter::toPoint).toList()))
                .toList();
    }

    private static Value toPoint(List<Double> latLon) {
        return Values.point(WGS_84, latLon.get(1), latLon.get(0));
    }

    private static List<Map<String, Object>> organizationRows(District district) {
        return district.organizations().stream()
                .map(body ->
                        row("id", body.id(), "nameZh", body.nameZh(), "nameEn", body.nameEn(), "kind", body.kind()))
                .toList();
    }

    private static List<Map<String, Object>> skillRows(District district) {
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

    private static List<Map<String, Object>> impliesRows(District district) {
        return district.skills().stream()
                .flatMap(skill -> skill.implies().stream().map(implied -> row("id", skill.id(), "impliedId", implied)))
                .toList();
    }

    private static List<Map<String, Object>> placeRows(District district) {
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

    private static List<Map<String, Object>> placeInCellRows(District district) {
        return district.places().stream()
                .filter(place -> place.cellId() != null)
                .map(place -> row("id", place.id(), "cellId", place.cellId()))
                .toList();
    }

    private static List<Map<String, Object>> roadRows(District district) {
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
                        "oneWay",
                        road.oneWay()))
                .toList();
    }

    private static List<Map<String, Object>> personRows(District district) {
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
                        person.stationPlaceId()))
                .toList();
    }

    private static List<Map<String, Object>> personSkillRows(District district) {
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

    private static List<Map<String, Object>> shiftRows(District district) {
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

    private static List<Map<String, Object>> incidentTypeRows() {
        return IncidentTypes.listAll().stream()
                .map(type -> row("code", type.code(), "nameZh", type.zh(), "nameEn", type.en()))
                .toList();
    }

    private static List<Map<String, Object>> requirementRows(District district) {
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
