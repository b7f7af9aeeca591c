package io.watchfloor.graph.archive;

import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.graph.audit.AuditRow;
import io.watchfloor.graph.connection.GraphTime;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.node.AlertNode;
import io.watchfloor.graph.node.AssignmentNode;
import io.watchfloor.graph.node.IncidentNode;
import io.watchfloor.graph.node.ReportNode;
import io.watchfloor.graph.node.StatusNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;

/**
 * Reads incidents, reports, assignments and timelines back. An incident's node may be there with nothing on it but its
 * id, when all that was ever asked for it was refused before it was filed; that is not an incident yet.
 */
final class GraphIncidentArchive implements IncidentArchive {
    private final GraphTransactions transactions;

    GraphIncidentArchive(GraphTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<StoredIncident> find(String world, String incidentId) {
        return transactions
                .read(tx -> tx.run("""
                                MATCH (incident:Incident {world: $world, id: $incidentId})
                                WHERE incident.observedVersion IS NOT NULL OR incident.decidedVersion IS NOT NULL
                                RETURN incident, COLLECT {
                                  MATCH (assignment:Assignment)-[:OF]->(incident)
                                  RETURN assignment ORDER BY assignment.offeredAt, assignment.id
                                } AS assignments
                                """, Map.of("world", world, "incidentId", incidentId))
                        .list(GraphIncidentArchive::toIncident))
                .stream()
                .findFirst();
    }

    @Override
    public List<FiledReport> listReports(String world, String incidentId, int skip, int limit) {
        return transactions.read(
                tx -> tx.run("""
                        MATCH (report:Report)-[:PART_OF]->(:Incident {world: $world, id: $incidentId})
                        RETURN report ORDER BY report.receivedAt, report.id SKIP $skip LIMIT $limit
                        """, Map.of("world", world, "incidentId", incidentId, "skip", skip, "limit", limit))
                        .list(row -> ReportNode.from(row.get("report"))));
    }

    @Override
    public List<FiledReport> listReports(String world, List<String> reportIds) {
        return transactions.read(tx ->
                tx.run("""
                        UNWIND $ids AS id
                        MATCH (report:Report {world: $world, id: id})
                        WITH DISTINCT report
                        RETURN report ORDER BY report.receivedAt DESC, report.id
                        """, Map.of("world", world, "ids", reportIds)).list(row -> ReportNode.from(row.get("report"))));
    }

    @Override
    public List<String> listFiledIds(String world, List<String> reportIds) {
        return transactions.read(tx -> tx.run("""
                        UNWIND $ids AS id
                        MATCH (report:Report {world: $world, id: id})-[:PART_OF]->(:Incident)
                        RETURN DISTINCT id
                        """, Map.of("world", world, "ids", reportIds))
                .list(row -> row.get("id").asString()));
    }

    @Override
    public long countReports(String world) {
        return transactions.read(tx ->
                tx.run("""
                        MATCH (report:Report) WHERE report.world = $world AND report.id IS NOT NULL
                        RETURN count(report) AS reports
                        """, Map.of("world", world)).single().get("reports").asLong());
    }

    @Override
    public List<TimelineEntry> listTimeline(String world, String incidentId) {
        return transactions.read(tx -> tx
                .run("""
                        CALL () {
                          MATCH (row:Audit {world: $world, incidentId: $incidentId}) RETURN row
                          UNION
                          MATCH (row:Audit {world: $world, about: $incidentId}) RETURN row
                        }
                        WITH row
                        WHERE row.refusal IS NULL
                        RETURN row ORDER BY row.sequence
                        """, Map.of("world", world, "incidentId", incidentId))
                .list(record -> AuditRow.from(record.get("row")))
                .stream()
                .map(row -> new TimelineEntry(
                        row.at(),
                        row.actor(),
                        row.action(),
                        row.assignmentId(),
                        row.personId(),
                        row.note(),
                        row.about(),
                        row.happenedAt()))
                .toList());
    }

    @Override
    public List<StoredIncident> listSince(String world, Instant since, int limit) {
        return transactions.read(
                tx -> tx.run("""
                        CALL () {
                          MATCH (incident:Incident {world: $world, open: true}) RETURN incident
                          UNION
                          MATCH (survivor:Incident {world: $world, open: true})
                          MATCH (incident:Incident {world: $world, mergedInto: survivor.id}) RETURN incident
                          UNION
                          MATCH (incident:Incident {world: $world}) WHERE incident.updatedAt >= $since RETURN incident
                          UNION
                          MATCH (incident:Incident {world: $world}) WHERE incident.decidedAt >= $since RETURN incident
                        }
                        WITH incident
                        WHERE incident.observedVersion IS NOT NULL OR incident.decidedVersion IS NOT NULL
                        WITH incident, CASE
                          WHEN incident.updatedAt IS NULL OR incident.decidedAt > incident.updatedAt
                          THEN incident.decidedAt ELSE incident.updatedAt END AS changedAt
                        ORDER BY changedAt DESC, incident.id LIMIT $limit
                        RETURN incident, COLLECT {
                          MATCH (assignment:Assignment)-[:OF]->(incident)
                          RETURN assignment ORDER BY assignment.offeredAt, assignment.id
                        } AS assignments
                        ORDER BY changedAt DESC, incident.id
                        """, Map.of("world", world, "since", GraphTime.toGraph(since), "limit", limit))
                        .list(GraphIncidentArchive::toIncident));
    }

    @Override
    public List<PersonStatus> listPersonStatus(String world) {
        return transactions.read(
                tx -> tx.run("""
                        MATCH (status:PersonStatus {world: $world})
                        WHERE status.version > 0
                        RETURN status ORDER BY status.personId
                        """, Map.of("world", world)).list(row -> StatusNode.from(row.get("status"))));
    }

    @Override
    public List<AlertDecision> listAlertDecisions(String world, Instant since, int limit) {
        return transactions.read(
                tx -> tx.run("""
                        MATCH (decision:AlertDecision {world: $world})
                        WHERE decision.version > 0 AND (decision.updatedAt >= $since OR decision.snoozedUntil >= $since)
                        RETURN decision ORDER BY decision.updatedAt DESC, decision.alertId LIMIT $limit
                        """, Map.of("world", world, "since", GraphTime.toGraph(since), "limit", limit))
                        .list(row -> AlertNode.from(row.get("decision"))));
    }

    @Override
    public Optional<AlertDecision> findAlertDecision(String world, String alertId) {
        return transactions
                .read(tx -> tx.run("""
                                MATCH (decision:AlertDecision {world: $world, alertId: $alertId})
                                WHERE decision.version > 0
                                RETURN decision
                                """, Map.of("world", world, "alertId", alertId))
                        .list(row -> AlertNode.from(row.get("decision"))))
                .stream()
                .findFirst();
    }

    @Override
    public List<Label> listLabels(String world, int skip, int limit) {
        return transactions.read(tx -> tx.run("""
                        MATCH (label:Label {world: $world})
                        WHERE label.supersededBy IS NULL
                        UNWIND label.reportIds AS reportId
                        MATCH (report:Report {world: $world, id: reportId})
                        WHERE label.kind = 'split'
                           OR (report.incidentId = label.incidentId AND report.movingTo IS NULL)
                        RETURN label, report.id AS reportId, report.text AS text
                        ORDER BY label.at, label.id, reportId SKIP $skip LIMIT $limit
                        """, Map.of("world", world, "skip", skip, "limit", limit))
                .list(row -> LabelNode.from(
                        row.get("label"),
                        row.get("reportId").asString(),
                        row.get("text").asString(""))));
    }

    @Override
    public Optional<Assignment> findAssignment(String world, String assignmentId) {
        return transactions
                .read(tx -> tx.run("""
                                MATCH (assignment:Assignment {world: $world, id: $assignmentId})
                                RETURN assignment
                                """, Map.of("world", world, "assignmentId", assignmentId))
                        .list(row -> AssignmentNode.from(row.get("assignment"))))
                .stream()
                .findFirst();
    }

    private static StoredIncident toIncident(Record row) {
        return new StoredIncident(
                IncidentNode.observed(row.get("incident")),
                IncidentNode.decision(row.get("incident")),
                row.get("assignments").asList(AssignmentNode::from));
    }
}
