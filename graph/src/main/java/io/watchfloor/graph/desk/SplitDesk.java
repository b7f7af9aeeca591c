package io.watchfloor.graph.desk;

import io.watchfloor.contract.Correction;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.decision.DeskIds;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.Refusals;
import io.watchfloor.graph.node.ReportNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Takes reports out of an incident. They are marked as on their way ({@code movingTo}) until the pipeline has filed them
 * anew, so that nobody takes them out twice.
 */
final class SplitDesk {
    static final int MOST_REPORTS = 200;

    private static final Comparator<Found> OLDEST_FIRST = Comparator.<Found, java.time.Instant>comparing(
                    found -> found.filed().report().receivedAt())
            .thenComparing(found -> found.filed().report().id());

    private final DeskTransaction desk;
    private final ObservedIncident seen;
    private final String correctionId;
    private final String actor;

    private record Found(FiledReport filed, String movingTo) {}

    SplitDesk(DeskTransaction desk, ObservedIncident seen, String correctionId, String actor) {
        this.desk = desk;
        this.seen = seen;
        this.correctionId = correctionId;
        this.actor = actor;
    }

    DeskResult split(List<String> reportIds) {
        DeskAction action = DeskAction.onIncident("split", actor, seen.id(), String.join(" ", reportIds));
        List<String> ids = List.copyOf(new TreeSet<>(reportIds));
        if (!DeskIds.isIncident(seen.id())) {
            return desk.refuse(action, Refusals.incidentUnknown(seen.id()));
        }
        if (ids.isEmpty() || ids.size() > MOST_REPORTS) {
            return desk.refuse(action.withNote(null), DutyRefusals.reportsInvalid(MOST_REPORTS));
        }
        Value node = desk.lockNode(seen.id());
        Optional<DeskResult> before = findSame(ids);
        if (before.isPresent()) {
            return before.get();
        }
        List<Found> found = find(ids);
        ObservedIncident known = CorrectionDesk.newest(node, seen);
        DeskResult refusal = refusalOf(ids, found, known);
        return refusal == null ? move(action, ids, found, known) : desk.refuse(action, refusal);
    }

    private DeskResult refusalOf(List<String> ids, List<Found> found, ObservedIncident known) {
        List<String> foundIds =
                found.stream().map(each -> each.filed().report().id()).toList();
        for (String id : ids) {
            if (!foundIds.contains(id)) {
                return DutyRefusals.reportUnknown(id);
            }
        }
        for (Found each : found) {
            String where = each.movingTo() == null ? each.filed().incidentId() : each.movingTo();
            if (!where.equals(seen.id())) {
                return DutyRefusals.reportElsewhere(each.filed().report().id(), where);
            }
        }
        return leavesSomething(ids, known) ? null : DutyRefusals.nothingLeft(seen.id());
    }

    /** Reports that the graph has not been told of yet stay behind, too. */
    private boolean leavesSomething(List<String> ids, ObservedIncident known) {
        Record counts = desk.tx()
                .run("""
                        MATCH (report:Report)-[:PART_OF]->(:Incident {world: $world, id: $id})
                        WHERE NOT report.id IN $ids
                        RETURN count(CASE WHEN report.movingTo IS NULL THEN 1 END) AS staying,
                               count(report.movingTo) AS moving
                        """, Map.of("world", desk.world(), "id", seen.id(), "ids", ids))
                .single();
        return counts.get("staying").asLong() > 0
                || known.reportCount() > ids.size() + counts.get("moving").asLong();
    }

    private DeskResult move(DeskAction action, List<String> ids, List<Found> found, ObservedIncident known) {
        List<FiledReport> moved =
                found.stream().sorted(OLDEST_FIRST).map(Found::filed).toList();
        String movedTo = newIncident(moved.get(0).report().id());
        Correction correction = new Correction(
                known.world(),
                correctionId,
                CorrectionDesk.regionOf(known),
                known.id(),
                known,
                null,
                null,
                null,
                null,
                null,
                moved,
                movedTo,
                actor,
                desk.now());
        desk.tx()
                .run("""
                        UNWIND $ids AS id
                        MATCH (report:Report {world: $world, id: id})
                        SET report.movingTo = $movedTo
                        """, Map.of("ids", ids, "world", desk.world(), "movedTo", movedTo))
                .consume();
        new LabelGraph(desk.tx()).rememberSplit(correction, ids);
        DeskResult result = DeskResult.corrected(correctionId, movedTo);
        desk.record(
                action.withAbout(movedTo).withNote(String.join(" ", ids) + ": " + seen.id() + " → " + movedTo),
                result,
                List.of(correction));
        return result;
    }

    /** The one that the first of them would have opened; when there is such an incident already, one of its own. */
    private String newIncident(String firstReportId) {
        String opened = Ids.incident(firstReportId);
        boolean exists = desk.tx()
                .run("""
                        RETURN EXISTS { MATCH (:Incident {world: $world, id: $id}) } AS known
                        """, Map.of("world", desk.world(), "id", opened))
                .single()
                .get("known")
                .asBoolean();
        return exists || Objects.equals(opened, seen.id()) ? Ids.incident(correctionId) : opened;
    }

    private Optional<DeskResult> findSame(List<String> ids) {
        return desk
                .tx()
                .run("""
                        MATCH (label:Label {world: $world, incidentId: $id})
                        WHERE label.kind = $kind AND label.reportIds = $ids
                        RETURN label.id AS id, label.movedTo AS movedTo
                        """, Map.of("world", desk.world(), "id", seen.id(), "kind", LabelGraph.SPLIT, "ids", ids))
                .list(row -> DeskResult.corrected(
                        row.get("id").asString(), row.get("movedTo").asString()))
                .stream()
                .findFirst();
    }

    private List<Found> find(List<String> ids) {
        return desk.tx()
                .run("""
                        UNWIND $ids AS id
                        MATCH (report:Report {world: $world, id: id})
                        RETURN report
                        """, Map.of("ids", ids, "world", desk.world()))
                .list(row -> new Found(
                        ReportNode.from(row.get("report")),
                        row.get("report").get("movingTo").asString(null)));
    }
}
