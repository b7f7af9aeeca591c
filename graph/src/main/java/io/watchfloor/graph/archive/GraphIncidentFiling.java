package io.watchfloor.graph.archive;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.node.IncidentNode;
import io.watchfloor.graph.node.ReportNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Versioned upserts in one transaction a batch, in the order of ids so that two batches seldom deadlock. */
final class GraphIncidentFiling implements IncidentFiling {
    private static final Logger LOG = LoggerFactory.getLogger(GraphIncidentFiling.class);

    private final GraphTransactions transactions;
    private final KnownCells cells;
    private final LongAdder keptWhereFirstFiled = new LongAdder();
    private final AtomicBoolean warned = new AtomicBoolean();

    GraphIncidentFiling(GraphTransactions transactions, KnownCells cells) {
        this.transactions = transactions;
        this.cells = cells;
    }

    @Override
    public void file(List<ObservedIncident> incidents, List<FiledReport> reports) {
        if (incidents.isEmpty() && reports.isEmpty()) {
            return;
        }
        List<Map<String, Object>> incidentRows = newestOfEach(incidents);
        List<Map<String, Object>> reportRows = withoutOlder(reports).stream()
                .sorted(Comparator.comparing(filed -> filed.report().id()))
                .map(GraphIncidentFiling::toRow)
                .toList();
        List<String> kept = transactions.write(tx -> {
            fileIncidents(tx, incidentRows);
            return fileReports(tx, reportRows);
        });
        keptWhereFirstFiled.add(kept.size());
        if (!kept.isEmpty() && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "Report {} was filed again under another incident; it stays where it was filed first."
                            + " Further ones are counted and not logged.",
                    kept.get(0));
        }
    }

    @Override
    public long keptWhereFirstFiled() {
        return keptWhereFirstFiled.sum();
    }

    private List<Map<String, Object>> newestOfEach(List<ObservedIncident> incidents) {
        Map<String, ObservedIncident> newest = new HashMap<>();
        for (ObservedIncident incident : incidents) {
            newest.merge(
                    incident.world() + "/" + incident.id(),
                    incident,
                    (known, next) -> next.version() > known.version() ? next : known);
        }
        return newest.values().stream()
                .sorted(Comparator.comparing(ObservedIncident::id))
                .map(this::toRow)
                .toList();
    }

    /** Of a report that comes in several versions only the highest counts. */
    private static List<FiledReport> withoutOlder(List<FiledReport> reports) {
        Map<String, Long> highest = new HashMap<>();
        reports.forEach(filed -> highest.merge(keyOf(filed), filed.version(), Math::max));
        return reports.stream()
                .filter(filed -> filed.version() == highest.get(keyOf(filed)))
                .toList();
    }

    private static String keyOf(FiledReport filed) {
        return filed.world() + "/" + filed.report().id();
    }

    private Map<String, Object> toRow(ObservedIncident incident) {
        Map<String, Object> row = new HashMap<>();
        row.put("world", incident.world());
        row.put("id", incident.id());
        row.put("version", incident.version());
        row.put("type", incident.type());
        row.put("cellId", incident.lat() == null ? null : cells.cellIdAt(incident.lat(), incident.lon()));
        row.put("properties", IncidentNode.toProperties(incident));
        return row;
    }

    private static Map<String, Object> toRow(FiledReport filed) {
        Map<String, Object> row = new HashMap<>();
        row.put("world", filed.world());
        row.put("id", filed.report().id());
        row.put("incidentId", filed.incidentId());
        row.put("version", filed.version());
        row.put("properties", ReportNode.toProperties(filed));
        return row;
    }

    private static void fileIncidents(TransactionContext tx, List<Map<String, Object>> rows) {
        tx.run("""
                        UNWIND $rows AS row
                        MERGE (incident:Incident {world: row.world, id: row.id})
                          ON CREATE SET incident.open = true
                        SET incident._lock = true
                        WITH incident, row
                        WHERE coalesce(incident.observedVersion, 0) < row.version
                        SET incident += row.properties
                        WITH incident, row
                        CALL (incident, row) {
                          OPTIONAL MATCH (incident)-[old:OF_TYPE]->(type:IncidentType)
                          WHERE row.type IS NULL OR type.code <> row.type
                          DELETE old
                        }
                        CALL (incident, row) {
                          OPTIONAL MATCH (incident)-[old:LOCATED_IN]->(cell:Cell)
                          WHERE row.cellId IS NULL OR cell.id <> row.cellId
                          DELETE old
                        }
                        CALL (incident, row) {
                          WITH incident, row WHERE row.type IS NOT NULL
                          MERGE (type:IncidentType {code: row.type})
                          MERGE (incident)-[:OF_TYPE]->(type)
                        }
                        CALL (incident, row) {
                          MATCH (cell:Cell {id: row.cellId})
                          MERGE (incident)-[:LOCATED_IN]->(cell)
                        }
                        """, Map.of("rows", rows)).consume();
    }

    /**
     * A higher version moves a report, an equal or lower one changes nothing. Gives the ids of reports that came in the
     * version known and under another incident than known.
     */
    private static List<String> fileReports(TransactionContext tx, List<Map<String, Object>> rows) {
        return tx.run("""
                        UNWIND $rows AS row
                        MERGE (report:Report {world: row.world, id: row.id})
                          ON CREATE SET report += row.properties
                        WITH report, row
                        CALL (report, row) {
                          WITH report, row WHERE row.version > coalesce(report.filedVersion, 1)
                          SET report += row.properties, report.movingTo = null
                          WITH report, row
                          MATCH (report)-[old:PART_OF]->(before:Incident) WHERE before.id <> row.incidentId
                          DELETE old
                        }
                        WITH report, row
                        CALL (report, row) {
                          WITH report, row WHERE report.incidentId = row.incidentId
                          MERGE (incident:Incident {world: row.world, id: row.incidentId})
                            ON CREATE SET incident.open = true
                          MERGE (report)-[:PART_OF]->(incident)
                        }
                        WITH report, row
                        WHERE report.incidentId <> row.incidentId AND row.version = coalesce(report.filedVersion, 1)
                        RETURN report.id AS id
                        """, Map.of("rows", rows)).list(row -> row.get("id").asString());
    }
}
