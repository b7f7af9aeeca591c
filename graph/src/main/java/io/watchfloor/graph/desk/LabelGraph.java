package io.watchfloor.graph.desk;

import io.watchfloor.contract.Correction;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.graph.connection.GraphTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;

/** Keeps what officers said their reports really are, for the next training, within one decision. */
final class LabelGraph {
    static final String TYPE = "type";
    static final String GRADE = "grade";
    static final String PLACE = "place";
    static final String SPLIT = "split";

    /** An incident of a thousand reports teaches no more than its first ones. */
    private static final int MOST_REPORTS = 200;

    private final TransactionContext tx;

    LabelGraph(TransactionContext tx) {
        this.tx = tx;
    }

    /** A label on the incident's reports; one of the same kind that it had before gives way. */
    void remember(String kind, Correction correction, ObservedIncident known) {
        Map<String, Object> properties = properties(kind, correction);
        properties.put("fromType", correction.type() == null ? null : known.type());
        properties.put("fromGrade", correction.grade() == null ? null : nameOf(known.grade()));
        tx.run("""
                        CALL () {
                          MATCH (old:Label {world: $label.world, incidentId: $label.incidentId})
                          WHERE old.kind = $label.kind AND old.supersededBy IS NULL
                          SET old.supersededBy = $label.id
                        }
                        CREATE (label:Label)
                        SET label = $label, label.reportIds = COLLECT {
                          MATCH (report:Report)-[:PART_OF]->(:Incident {world: $label.world, id: $label.incidentId})
                          WHERE report.movingTo IS NULL
                          RETURN report.id ORDER BY report.receivedAt, report.id LIMIT $most
                        }
                        """, Map.of("label", properties, "most", MOST_REPORTS)).consume();
    }

    /** A label on the reports that were taken out; every such decision stands. */
    void rememberSplit(Correction correction, List<String> reportIds) {
        Map<String, Object> properties = properties(SPLIT, correction);
        properties.put("movedTo", correction.movedTo());
        properties.put("reportIds", reportIds);
        tx.run("CREATE (label:Label) SET label = $label", Map.of("label", properties))
                .consume();
    }

    private static Map<String, Object> properties(String kind, Correction correction) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("world", correction.world());
        properties.put("id", correction.id());
        properties.put("kind", kind);
        properties.put("incidentId", correction.incidentId());
        properties.put("toType", correction.type());
        properties.put("toGrade", nameOf(correction.grade()));
        properties.put("lat", correction.lat());
        properties.put("lon", correction.lon());
        properties.put("placeId", correction.placeId());
        properties.put("actor", correction.actor());
        properties.put("at", GraphTime.toGraph(correction.at()));
        return properties;
    }

    private static String nameOf(Grade grade) {
        return grade == null ? null : grade.name();
    }
}
