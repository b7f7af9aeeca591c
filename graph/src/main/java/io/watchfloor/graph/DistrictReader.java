package io.watchfloor.graph;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Point;

/** Reads a district back, as it stands after the last complete import. */
final class DistrictReader {
    private final GraphTransactions transactions;

    DistrictReader(GraphTransactions transactions) {
        this.transactions = transactions;
    }

    /** A district with nothing in it. */
    static District empty(ZoneId zone) {
        return new District(
                "", "", "", zone, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    District read() {
        return transactions.readLong(tx -> {
            List<Record> heads = list(tx, "MATCH (district:District) RETURN district");
            if (heads.isEmpty()) {
                return empty(ZoneOffset.UTC);
            }
            Value head = heads.get(0).get("district");
            return new District(
                    head.get("id").asString(),
                    head.get("nameZh").asString(),
                    head.get("nameEn").asString(),
                    ZoneId.of(head.get("zone").asString()),
                    areas(tx),
                    cells(tx),
                    organizations(tx),
                    skills(tx),
                    places(tx),
                    roads(tx),
                    people(tx),
                    requirements(tx));
        });
    }

    List<District.Cell> readCells() {
        return transactions.read(DistrictReader::cells);
    }

    /** Of the last complete import; empty before the first. */
    String readStamp() {
        return transactions.read(tx -> list(tx, "MATCH (district:District) RETURN district.stamp AS stamp").stream()
                .map(row -> row.get("stamp").asString())
                .findFirst()
                .orElse(""));
    }

    private static List<District.Area> areas(TransactionContext tx) {
        return list(tx, "MATCH (area:Area {active: true}) RETURN area ORDER BY area.id").stream()
                .map(row -> row.get("area"))
                .map(area -> new District.Area(text(area, "id"), text(area, "nameZh"), text(area, "nameEn")))
                .toList();
    }

    private static List<District.Cell> cells(TransactionContext tx) {
        return list(tx, """
                        MATCH (cell:Cell {active: true})-[:IN]->(area:Area)
                        RETURN cell, area.id AS areaId ORDER BY cell.id
                        """).stream()
                .map(row -> new District.Cell(
                        text(row.get("cell"), "id"),
                        row.get("areaId").asString(),
                        text(row.get("cell"), "nameZh"),
                        text(row.get("cell"), "nameEn"),
                        row.get("cell").get("ring").asList(DistrictReader::toLatLon)))
                .toList();
    }

    private static List<Double> toLatLon(Value value) {
        Point point = value.asPoint();
        return List.of(point.y(), point.x());
    }

    private static List<District.Organization> organizations(TransactionContext tx) {
        return list(tx, "MATCH (body:Organization {active: true}) RETURN body ORDER BY body.id").stream()
                .map(row -> row.get("body"))
                .map(body -> new District.Organization(
                        text(body, "id"), text(body, "nameZh"), text(body, "nameEn"), text(body, "kind")))
                .toList();
    }

    private static List<District.Skill> skills(TransactionContext tx) {
        return list(tx, """
                        MATCH (skill:Skill {active: true})
                        RETURN skill, COLLECT {
                          MATCH (skill)-[:IMPLIES]->(implied:Skill) RETURN implied.id ORDER BY implied.id
                        } AS implies
                        ORDER BY skill.id
                        """).stream()
                .map(row -> new District.Skill(
                        text(row.get("skill"), "id"),
                        text(row.get("skill"), "nameZh"),
                        text(row.get("skill"), "nameEn"),
                        row.get("implies").asList(Value::asString),
                        row.get("skill").get("certified").asBoolean()))
                .toList();
    }

    private static List<District.Place> places(TransactionContext tx) {
        return list(tx, """
                        MATCH (place:Place {active: true})
                        OPTIONAL MATCH (place)-[:IN]->(cell:Cell)
                        RETURN place, cell.id AS cellId ORDER BY place.id
                        """).stream()
                .map(row -> new District.Place(
                        text(row.get("place"), "id"),
                        text(row.get("place"), "nameZh"),
                        text(row.get("place"), "nameEn"),
                        text(row.get("place"), "kind"),
                        row.get("cellId").asString(null),
                        row.get("place").get("lat").asDouble(),
                        row.get("place").get("lon").asDouble(),
                        row.get("place").get("aliases").asList(Value::asString)))
                .toList();
    }

    private static List<District.Road> roads(TransactionContext tx) {
        return list(tx, """
                        MATCH (from:Place)-[road:ROAD]->(to:Place)
                        RETURN road, from.id AS fromId, to.id AS toId ORDER BY road.id
                        """).stream()
                .map(row -> new District.Road(
                        text(row.get("road"), "id"),
                        text(row.get("road"), "nameZh"),
                        text(row.get("road"), "nameEn"),
                        row.get("fromId").asString(),
                        row.get("toId").asString(),
                        row.get("road").get("meters").asDouble(),
                        row.get("road").get("speedKmh").asDouble(),
                        row.get("road").get("oneWay").asBoolean()))
                .toList();
    }

    /** Three plain lists, joined here: collecting per person inside the graph takes it several times as long. */
    private static List<District.Person> people(TransactionContext tx) {
        Map<String, List<District.HeldSkill>> skills = heldSkills(tx);
        Map<String, List<District.Shift>> shifts = shifts(tx);
        return list(tx, """
                        MATCH (person:Person {active: true})-[:MEMBER_OF]->(body:Organization),
                              (person)-[:STATIONED_AT]->(station:Place)
                        RETURN person.id AS id, person.nameZh AS nameZh, person.nameEn AS nameEn,
                               body.id AS organizationId, station.id AS stationId
                        ORDER BY id
                        """).stream()
                .map(row -> new District.Person(
                        row.get("id").asString(),
                        row.get("nameZh").asString(),
                        row.get("nameEn").asString(),
                        row.get("organizationId").asString(),
                        row.get("stationId").asString(),
                        skills.getOrDefault(row.get("id").asString(), List.of()),
                        shifts.getOrDefault(row.get("id").asString(), List.of())))
                .toList();
    }

    private static Map<String, List<District.HeldSkill>> heldSkills(TransactionContext tx) {
        Map<String, List<District.HeldSkill>> byPerson = new HashMap<>();
        Result rows = tx.run("""
                        MATCH (person:Person {active: true})-[has:HAS]->(skill:Skill)
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

    private static Map<String, List<District.Shift>> shifts(TransactionContext tx) {
        Map<String, List<District.Shift>> byPerson = new HashMap<>();
        Result rows = tx.run("""
                        MATCH (shift:Shift)-[:ON_DUTY]->(person:Person {active: true})
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

    private static List<District.Requirement> requirements(TransactionContext tx) {
        return list(tx, """
                        MATCH (type:IncidentType)-[requires:REQUIRES]->(skill:Skill)
                        RETURN type.code AS type, skill.id AS skillId, requires ORDER BY requires.position
                        """).stream()
                .map(row -> new District.Requirement(
                        row.get("type").asString(),
                        row.get("skillId").asString(),
                        row.get("requires").get("level").asInt(),
                        row.get("requires").get("count").asInt(),
                        row.get("requires").get("alternatives").asList(Value::asString)))
                .toList();
    }

    private static List<Record> list(TransactionContext tx, String cypher) {
        return tx.run(cypher, Map.of()).list();
    }

    /** Empty when the node has none: a property that would be empty is still written. */
    private static String text(Value node, String key) {
        return node.get(key).asString("");
    }
}
