package io.watchfloor.graph.district;

import io.watchfloor.graph.connection.GraphTransactions;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Point;

/** Reads a district back, as it stands after the last complete import. */
public final class DistrictReader {
    private final GraphTransactions transactions;

    public DistrictReader(GraphTransactions transactions) {
        this.transactions = transactions;
    }

    public District read() {
        return transactions.readLong(tx -> read(tx, null));
    }

    /** The district with nobody in it but these people. */
    public District readFor(TransactionContext tx, List<String> personIds) {
        return read(tx, personIds);
    }

    private static District read(TransactionContext tx, List<String> personIds) {
        List<Record> heads = list(tx, "MATCH (district:District) RETURN district");
        if (heads.isEmpty()) {
            return District.empty(ZoneOffset.UTC);
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
                new StaffReader(tx, personIds).people(),
                requirements(tx),
                equipment(tx),
                takeovers(tx),
                new District.DutyRules(
                        head.get("restMinutes").asInt(0),
                        head.get("mostTasks").asInt(0),
                        head.get("mostBusyMinutes").asInt(0),
                        head.get("mostWayMinutes").asInt(District.DutyRules.USUAL_WAY_MINUTES)));
    }

    public List<District.Cell> readCells() {
        return transactions.read(DistrictReader::cells);
    }

    /** Of the last complete import; empty before the first. */
    public String readStamp() {
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
                        } AS implies, COLLECT {
                          MATCH (skill)-[stands:STANDS_IN_FOR]->(other:Skill)
                          RETURN {insteadOf: other.id, levelLoss: stands.levelLoss} ORDER BY stands.position
                        } AS standsIn
                        ORDER BY skill.id
                        """).stream()
                .map(row -> new District.Skill(
                        text(row.get("skill"), "id"),
                        text(row.get("skill"), "nameZh"),
                        text(row.get("skill"), "nameEn"),
                        row.get("implies").asList(Value::asString),
                        row.get("skill").get("certified").asBoolean(),
                        row.get("standsIn")
                                .asList(other -> new District.StandIn(
                                        other.get("insteadOf").asString(),
                                        other.get("levelLoss").asInt()))))
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
                        row.get("road").get("oneWay").asBoolean(),
                        row.get("road").get("speedKmhByHour").asList(Value::asDouble, List.of())))
                .toList();
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
                        row.get("requires").get("alternatives").asList(Value::asString),
                        row.get("requires").get("team").asString(""),
                        row.get("requires").get("equipmentKind").asString(null),
                        row.get("requires").get("shared").asBoolean(false)))
                .toList();
    }

    private static List<District.Equipment> equipment(TransactionContext tx) {
        return list(tx, """
                        MATCH (body:Organization)<-[:BELONGS_TO]-(unit:Equipment {active: true})-[:KEPT_AT]->(place:Place)
                        OPTIONAL MATCH (unit)-[operated:OPERATED_WITH]->(skill:Skill)
                        RETURN unit, body.id AS organizationId, place.id AS placeId, skill.id AS skillId,
                               operated.level AS level
                        ORDER BY unit.id
                        """).stream()
                .map(row -> new District.Equipment(
                        text(row.get("unit"), "id"),
                        text(row.get("unit"), "nameZh"),
                        text(row.get("unit"), "nameEn"),
                        text(row.get("unit"), "kind"),
                        row.get("organizationId").asString(),
                        row.get("placeId").asString(),
                        row.get("skillId").asString(null),
                        row.get("level").asInt(1)))
                .toList();
    }

    private static List<District.Takeover> takeovers(TransactionContext tx) {
        return list(tx, """
                        MATCH (body:Organization)-[takes:TAKES_OVER]->(type:IncidentType)
                        RETURN body.id AS organizationId, type.code AS type, takes.answerMinutes AS minutes
                        ORDER BY organizationId, type
                        """).stream()
                .map(row -> new District.Takeover(
                        row.get("organizationId").asString(),
                        row.get("type").asString(),
                        row.get("minutes").asInt()))
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
