package io.watchfloor.graph.district;

import io.watchfloor.graph.connection.GraphTransactions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.neo4j.driver.summary.SummaryCounters;

/**
 * Writes a district in batches, each a transaction of its own. Everything written carries the import's stamp; what is
 * left with an older stamp in the end was not in the files any more: relationships of it are removed, nodes are marked
 * inactive, because incidents and assignments may still speak of them. An import that broke off is completed by
 * importing again.
 */
final class DistrictWriter {
    private static final int BATCH = 2_000;

    private final GraphTransactions transactions;

    DistrictWriter(GraphTransactions transactions) {
        this.transactions = transactions;
    }

    /** Gives the number of nodes and relationships made. */
    int write(District district) {
        String stamp = UUID.randomUUID().toString();
        boolean imported = isAnythingImported();
        int created = 0;
        for (Step step : steps(district)) {
            created += writeBatches(step, stamp);
        }
        if (imported) {
            SWEEPS.forEach(sweep -> sweep(sweep, stamp));
        }
        return created + writeHead(district, stamp);
    }

    private record Step(String cypher, List<Map<String, Object>> rows) {}

    private static List<Step> steps(District district) {
        return List.of(
                new Step(AREAS, DistrictRows.areas(district)),
                new Step(CELLS, DistrictRows.cells(district)),
                new Step(ORGANIZATIONS, DistrictRows.organizations(district)),
                new Step(SKILLS, DistrictRows.skills(district)),
                new Step(IMPLIES, DistrictRows.implications(district)),
                new Step(STANDS_IN, DistrictRows.standIns(district)),
                new Step(PLACES, DistrictRows.places(district)),
                new Step(PLACES_IN_CELLS, DistrictRows.placesInCells(district)),
                new Step(ROADS, DistrictRows.roads(district)),
                new Step(PEOPLE, DistrictRows.people(district)),
                new Step(PERSON_SKILLS, DistrictRows.personSkills(district)),
                new Step(SHIFTS, DistrictRows.shifts(district)),
                new Step(KNOWS, DistrictRows.familiarity(district)),
                new Step(EQUIPMENT, DistrictRows.equipment(district)),
                new Step(OPERATORS, operated(district)),
                new Step(INCIDENT_TYPES, DistrictRows.incidentTypes()),
                new Step(REQUIREMENTS, DistrictRows.requirements(district)),
                new Step(TAKEOVERS, DistrictRows.takeovers(district)));
    }

    /** Equipment that not everybody may use. */
    private static List<Map<String, Object>> operated(District district) {
        return DistrictRows.equipment(district).stream()
                .filter(unit -> unit.get("operatorSkillId") != null)
                .toList();
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

    private static final String STANDS_IN = """
            UNWIND $rows AS row
            MATCH (skill:Skill {id: row.id}), (insteadOf:Skill {id: row.insteadOfId})
            MERGE (skill)-[stands:STANDS_IN_FOR]->(insteadOf)
            SET stands = {levelLoss: row.levelLoss, position: row.position, stamp: $stamp}
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
                         oneWay: row.oneWay, speedKmhByHour: row.speedKmhByHour, stamp: $stamp}
            """;

    private static final String PEOPLE = """
            UNWIND $rows AS row
            MATCH (body:Organization {id: row.organizationId}), (station:Place {id: row.stationId})
            MERGE (person:Person {id: row.id})
            SET person += {nameZh: row.nameZh, nameEn: row.nameEn, languages: row.languages, active: true, stamp: $stamp}
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

    /** What somebody learned by working here is kept when the files know less. */
    private static final String KNOWS = """
            UNWIND $rows AS row
            MATCH (person:Person {id: row.personId}), (cell:Cell {id: row.cellId})
            MERGE (person)-[knows:KNOWS]->(cell)
            SET knows.visits = CASE WHEN coalesce(knows.visits, 0) > row.visits THEN knows.visits ELSE row.visits END
            """;

    private static final String EQUIPMENT = """
            UNWIND $rows AS row
            MATCH (body:Organization {id: row.organizationId}), (place:Place {id: row.placeId})
            MERGE (unit:Equipment {id: row.id})
            SET unit += {nameZh: row.nameZh, nameEn: row.nameEn, kind: row.kind, active: true, stamp: $stamp}
            MERGE (unit)-[belongs:BELONGS_TO]->(body) SET belongs.stamp = $stamp
            MERGE (unit)-[kept:KEPT_AT]->(place) SET kept.stamp = $stamp
            """;

    private static final String OPERATORS = """
            UNWIND $rows AS row
            MATCH (unit:Equipment {id: row.id}), (skill:Skill {id: row.operatorSkillId})
            MERGE (unit)-[operated:OPERATED_WITH]->(skill)
            SET operated = {level: row.operatorLevel, stamp: $stamp}
            """;

    private static final String TAKEOVERS = """
            UNWIND $rows AS row
            MATCH (body:Organization {id: row.organizationId}), (type:IncidentType {code: row.type})
            MERGE (body)-[takes:TAKES_OVER]->(type)
            SET takes = {answerMinutes: row.answerMinutes, stamp: $stamp}
            """;

    private static final String INCIDENT_TYPES = """
            UNWIND $rows AS row
            MERGE (type:IncidentType {code: row.code})
            SET type += {nameZh: row.nameZh, nameEn: row.nameEn}
            """;

    private static final String REQUIREMENTS = """
            UNWIND $rows AS row
            MATCH (type:IncidentType {code: row.type}), (skill:Skill {id: row.skillId})
            MERGE (type)-[requires:REQUIRES {level: row.level, team: row.team}]->(skill)
            SET requires += {count: row.count, alternatives: row.alternatives, equipmentKind: row.equipmentKind,
                             shared: row.shared, position: row.position, stamp: $stamp}
            """;

    /** Each removes or marks at most so many at a time and says how many; it is repeated until there are none. */
    private static final List<String> SWEEPS = List.of("""
            MATCH (:Cell)-[old:IN]->(:Area) WHERE old.stamp <> $stamp
            WITH old LIMIT $limit DELETE old RETURN count(*) AS swept
            """, """
            MATCH (:Place)-[old:IN]->(:Cell) WHERE old.stamp <> $stamp
            WITH old LIMIT $limit DELETE old RETURN count(*) AS swept
            """, """
            MATCH ()-[old:IMPLIES|STANDS_IN_FOR|ROAD|MEMBER_OF|STATIONED_AT|HAS|REQUIRES|BELONGS_TO|KEPT_AT|OPERATED_WITH|TAKES_OVER]->() WHERE old.stamp <> $stamp
            WITH old LIMIT $limit DELETE old RETURN count(*) AS swept
            """, """
            MATCH (old:Shift) WHERE old.stamp <> $stamp
            WITH old LIMIT $limit DETACH DELETE old RETURN count(*) AS swept
            """, """
            MATCH (old:Area|Cell|Organization|Skill|Place|Person|Equipment) WHERE old.stamp <> $stamp AND old.active
            WITH old LIMIT $limit SET old.active = false RETURN count(*) AS swept
            """);

    /** Whether an import was ever begun: before the first there is nothing to sweep. */
    private boolean isAnythingImported() {
        return transactions.read(
                tx -> tx.run("MATCH (area:Area) RETURN area LIMIT 1").hasNext());
    }

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
                        SET district += {nameZh: $nameZh, nameEn: $nameEn, zone: $zone, restMinutes: $restMinutes,
                                         mostTasks: $mostTasks, mostBusyMinutes: $mostBusyMinutes,
                                         mostWayMinutes: $mostWayMinutes, stamp: $stamp}
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
                                "restMinutes",
                                district.rules().restMinutes(),
                                "mostTasks",
                                district.rules().mostTasks(),
                                "mostBusyMinutes",
                                district.rules().mostBusyMinutes(),
                                "mostWayMinutes",
                                district.rules().mostWayMinutes(),
                                "stamp",
                                stamp))
                .consume()
                .counters()));
    }

    private static int created(SummaryCounters counters) {
        return counters.nodesCreated() + counters.relationshipsCreated();
    }
}
