package io.watchfloor.graph.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.Understanding;
import io.watchfloor.graph.connection.GraphTime;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.Value;

/** A report, and how it was filed, as properties of its node. */
public final class ReportNode {
    private ReportNode() {}

    public static Map<String, Object> toProperties(FiledReport filed) {
        Report report = filed.report();
        Map<String, Object> properties = new HashMap<>();
        properties.put("incidentId", filed.incidentId());
        properties.put("confidence", filed.confidence());
        properties.put("metersFromIncident", filed.metersFromIncident());
        properties.put("secondsFromIncident", filed.secondsFromIncident());
        properties.put("source", report.source());
        properties.put("sourceId", report.sourceId());
        properties.put("reportKind", report.reportKind().name());
        properties.put("type", report.type());
        properties.put("text", report.text());
        properties.put("occurredAt", GraphTime.toGraph(report.occurredAt()));
        properties.put("receivedAt", GraphTime.toGraph(report.receivedAt()));
        properties.put("lat", report.lat());
        properties.put("lon", report.lon());
        properties.put("address", report.address());
        properties.put("reporter", report.reporter());
        properties.put("filedVersion", filed.version());
        properties.put("understanding", toJson(filed.understanding()));
        return properties;
    }

    public static FiledReport from(Value node) {
        String world = node.get("world").asString();
        Report report = new Report(
                world,
                node.get("id").asString(),
                node.get("source").asString(null),
                node.get("sourceId").asString(null),
                ReportKind.valueOf(node.get("reportKind").asString()),
                node.get("type").asString(null),
                node.get("text").asString(null),
                GraphTime.fromGraph(node.get("occurredAt")),
                GraphTime.fromGraph(node.get("receivedAt")),
                asDouble(node.get("lat")),
                asDouble(node.get("lon")),
                node.get("address").asString(null),
                node.get("reporter").asString(null));
        return new FiledReport(
                world,
                node.get("incidentId").asString(),
                node.get("confidence").asDouble(),
                asDouble(node.get("metersFromIncident")),
                node.get("secondsFromIncident").asLong(),
                report,
                node.get("filedVersion").asLong(1),
                understanding(node.get("understanding")));
    }

    /** One text property: nothing is ever searched by what is in it. */
    private static String toJson(Understanding understanding) {
        try {
            return understanding == null ? null : Json.mapper().writeValueAsString(understanding);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain fields can always be written", e);
        }
    }

    private static Understanding understanding(Value json) {
        try {
            return json.isNull() ? null : Json.mapper().readValue(json.asString(), Understanding.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("written by this class: " + json.asString(), e);
        }
    }

    private static Double asDouble(Value value) {
        return value.isNull() ? null : value.asDouble();
    }
}
