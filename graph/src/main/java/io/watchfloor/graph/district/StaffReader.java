package io.watchfloor.graph.district;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Reads people back, all of them or some, with what they can do, when they are on duty and where they know their way. */
final class StaffReader {
    private final TransactionContext tx;
    private final List<String> ids;

    /** {@code ids} is null for everybody. */
    StaffReader(TransactionContext tx, List<String> ids) {
        this.tx = tx;
        this.ids = ids;
    }

    /** Three plain lists, joined here: collecting per person inside the graph takes it several times as long. */
    List<District.Person> people() {
        Map<String, List<District.HeldSkill>> skills = heldSkills();
        Map<String, List<District.Shift>> shifts = shifts();
        Map<String, Map<String, Integer>> visits = visits();
        return run("""
                        MATCH (person:Person {active: true})-[:MEMBER_OF]->(body:Organization),
                              (person)-[:STATIONED_AT]->(station:Place)
                        WHERE $ids IS NULL OR person.id IN $ids
                        RETURN person.id AS id, person.nameZh AS nameZh, person.nameEn AS nameEn,
                               body.id AS organizationId, station.id AS stationId, person.languages AS languages
                        ORDER BY id
                        """).list().stream()
                .map(row -> new District.Person(
                        row.get("id").asString(),
                        row.get("nameZh").asString(),
                        row.get("nameEn").asString(),
                        row.get("organizationId").asString(),
                        row.get("stationId").asString(),
                        skills.getOrDefault(row.get("id").asString(), List.of()),
                        shifts.getOrDefault(row.get("id").asString(), List.of()),
                        row.get("languages").asList(Value::asString, List.of()),
                        visits.getOrDefault(row.get("id").asString(), Map.of())))
                .toList();
    }

    private Map<String, List<District.HeldSkill>> heldSkills() {
        Map<String, List<District.HeldSkill>> byPerson = new HashMap<>();
        Result rows = run("""
                        MATCH (person:Person {active: true})-[has:HAS]->(skill:Skill)
                        WHERE $ids IS NULL OR person.id IN $ids
                        RETURN person.id AS personId, skill.id AS skillId, has.level AS level,
                               has.certifiedUntil AS certifiedUntil
                        ORDER BY personId, has.position
                        """);
        while (rows.hasNext()) {
            Record row = rows.next();
            byPerson.computeIfAbsent(row.get("personId").asString(), id -> new ArrayList<>(2))
                    .add(new District.HeldSkill(
                            row.get("skillId").asString(),
                            row.get("level").asInt(),
                            row.get("certifiedUntil").isNull()
                                    ? null
                                    : row.get("certifiedUntil").asLocalDate()));
        }
        return byPerson;
    }

    private Map<String, List<District.Shift>> shifts() {
        Map<String, List<District.Shift>> byPerson = new HashMap<>();
        Result rows = run("""
                        MATCH (shift:Shift)-[:ON_DUTY]->(person:Person {active: true})
                        WHERE $ids IS NULL OR person.id IN $ids
                        RETURN person.id AS personId, shift.days AS days, shift.start AS start, shift.end AS end
                        ORDER BY personId, shift.position
                        """);
        while (rows.hasNext()) {
            Record row = rows.next();
            byPerson.computeIfAbsent(row.get("personId").asString(), id -> new ArrayList<>(1))
                    .add(new District.Shift(
                            row.get("days").asList(Value::asInt),
                            row.get("start").asLocalTime(),
                            row.get("end").asLocalTime()));
        }
        return byPerson;
    }

    private Map<String, Map<String, Integer>> visits() {
        Map<String, Map<String, Integer>> byPerson = new HashMap<>();
        Result rows = run("""
                        MATCH (person:Person {active: true})-[knows:KNOWS]->(cell:Cell {active: true})
                        WHERE $ids IS NULL OR person.id IN $ids
                        RETURN person.id AS personId, cell.id AS cellId, knows.visits AS visits
                        """);
        while (rows.hasNext()) {
            Record row = rows.next();
            byPerson.computeIfAbsent(row.get("personId").asString(), id -> new HashMap<>())
                    .put(row.get("cellId").asString(), row.get("visits").asInt());
        }
        return byPerson;
    }

    private Result run(String cypher) {
        return tx.run(cypher, Collections.singletonMap("ids", ids));
    }
}
