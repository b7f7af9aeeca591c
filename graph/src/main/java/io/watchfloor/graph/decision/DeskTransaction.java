package io.watchfloor.graph.decision;

import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.audit.DeskLog;
import io.watchfloor.graph.connection.GraphTime;
import io.watchfloor.graph.node.AlertNode;
import io.watchfloor.graph.node.AssignmentNode;
import io.watchfloor.graph.node.EquipmentNode;
import io.watchfloor.graph.node.IncidentNode;
import io.watchfloor.graph.node.StatusNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * One running decision: what it locks, what it reads under the lock, what it writes.
 *
 * <p>Locks are always taken in the order person, incidents (several of them in the order of their ids), equipment (the same),
 * alert, head of the audit log, so that two decisions never wait for each other. Everything is read after its lock: a condition that is read
 * first may have changed when the lock is granted.
 */
public final class DeskTransaction {
    private final TransactionContext tx;
    private final String world;
    private final DeskLog log;
    private final DecisionWriter writer;
    private final Instant happenedAt;
    private Instant now;

    public DeskTransaction(TransactionContext tx, String world, Instant now) {
        this(tx, world, now, Asked.NOW);
    }

    public DeskTransaction(TransactionContext tx, String world, Instant now, Asked asked) {
        this.tx = tx;
        this.world = world;
        this.writer = new DecisionWriter(tx, world);
        this.log = new DeskLog(tx, world, now, asked.happenedAt());
        this.happenedAt = asked.happenedAt() == null ? now : asked.happenedAt();
        this.now = now;
    }

    public TransactionContext tx() {
        return tx;
    }

    public String world() {
        return world;
    }

    /** When this is decided: at its beginning, or later when it had to wait for a decision about the same person. */
    public Instant now() {
        return now;
    }

    /** When what is asked for was done; now, unless it is told later. */
    public Instant happenedAt() {
        return happenedAt;
    }

    /** Locks a person's state in this world; empty when there is no such person. */
    public Optional<LockedPerson> lockPerson(String personId) {
        Optional<LockedPerson> locked = findOne("""
                        MATCH (person:Person {id: $personId})
                        MERGE (status:PersonStatus {world: $world, personId: $personId})
                          ON CREATE SET status.version = 0, status.availability = 'FREE'
                        MERGE (status)-[:STATUS_OF]->(person)
                        SET status._lock = true
                        WITH person, status
                        RETURN person.nameZh AS nameZh, person.nameEn AS nameEn, person.active AS active, status
                        """, Map.of("world", world, "personId", personId))
                .map(row -> new LockedPerson(
                        row.get("nameZh").asString(personId),
                        row.get("nameEn").asString(personId),
                        row.get("active").asBoolean(true),
                        StatusNode.from(row.get("status"))));
        locked.map(person -> person.status().updatedAt())
                .filter(last -> last.isAfter(now))
                .ifPresent(last -> now = last);
        return locked;
    }

    /**
     * Locks an incident and gives what was decided about it so far. An incident that is not filed yet is made with
     * nothing but its id: filing adds what was observed, and a decision does not have to wait for it.
     */
    public IncidentDecision lockIncident(String incidentId) {
        IncidentDecision decision = IncidentNode.decision(lockNode(incidentId));
        return decision == null ? IncidentSteps.undecided(world, incidentId) : decision;
    }

    /** Locks an incident as {@link #lockIncident} does and gives all that is on its node. */
    public Value lockNode(String incidentId) {
        return findOne("""
                        MERGE (incident:Incident {world: $world, id: $incidentId})
                          ON CREATE SET incident.open = true
                        SET incident._lock = true
                        WITH incident
                        RETURN incident
                        """, Map.of("world", world, "incidentId", incidentId))
                .orElseThrow()
                .get("incident");
    }

    /** Locks an alert and gives what was decided about it so far. */
    public AlertDecision lockAlert(String alertId) {
        return AlertNode.from(findOne("""
                        MERGE (decision:AlertDecision {world: $world, alertId: $alertId})
                          ON CREATE SET decision.version = 0
                        SET decision._lock = true
                        WITH decision
                        RETURN decision
                        """, Map.of("world", world, "alertId", alertId))
                .orElseThrow()
                .get("decision"));
    }

    /** Locks what a unit is doing in this world; empty when there is no such unit. */
    public Optional<LockedEquipment> lockEquipment(String equipmentId) {
        return findOne("""
                        MATCH (unit:Equipment {id: $equipmentId})
                        MERGE (status:EquipmentStatus {world: $world, equipmentId: $equipmentId})
                          ON CREATE SET status.version = 0, status.state = 'AVAILABLE', status.updatedAt = $now
                        MERGE (status)-[:STATUS_OF]->(unit)
                        SET status._lock = true
                        WITH unit, status
                        RETURN unit.nameZh AS nameZh, unit.nameEn AS nameEn, unit.active AS active, status
                        """, Map.of("world", world, "equipmentId", equipmentId, "now", GraphTime.toGraph(now)))
                .map(row -> new LockedEquipment(
                        row.get("nameZh").asString(equipmentId),
                        row.get("nameEn").asString(equipmentId),
                        row.get("active").asBoolean(true),
                        EquipmentNode.from(row.get("status"))));
    }

    /** Locks what was taken along for an assignment and gives it as it stands then. */
    public List<EquipmentStatus> lockEquipmentOf(String assignmentId) {
        return tx.run("""
                        MATCH (status:EquipmentStatus {world: $world, assignmentId: $assignmentId})
                        WITH status ORDER BY status.equipmentId
                        SET status._lock = true
                        WITH status
                        WHERE status.assignmentId = $assignmentId
                        RETURN status
                        """, Map.of("world", world, "assignmentId", assignmentId))
                .list(row -> EquipmentNode.from(row.get("status")));
    }

    public boolean hasPlace(String placeId) {
        return findOne("MATCH (place:Place {id: $id}) RETURN place.id AS id", Map.of("id", placeId))
                .isPresent();
    }

    public Optional<Assignment> findAssignment(String assignmentId) {
        return findOne("""
                        MATCH (assignment:Assignment {world: $world, id: $assignmentId})
                        RETURN assignment
                        """, Map.of("world", world, "assignmentId", assignmentId))
                .map(row -> AssignmentNode.from(row.get("assignment")));
    }

    /** Everybody ever sent to the incident. */
    public List<Assignment> listAssignments(String incidentId) {
        return tx.run("""
                        MATCH (assignment:Assignment)-[:OF]->(:Incident {world: $world, id: $incidentId})
                        RETURN assignment
                        """, Map.of("world", world, "incidentId", incidentId))
                .list(row -> AssignmentNode.from(row.get("assignment")));
    }

    public boolean hasOrganization(String organizationId) {
        return organizationId != null
                && findOne(
                                "MATCH (organization:Organization {id: $id}) RETURN organization.id AS id",
                                Map.of("id", organizationId))
                        .isPresent();
    }

    /** How many people are bound by the incident now. */
    public int countActive(String incidentId) {
        return (int) listAssignments(incidentId).stream()
                .filter(assignment -> assignment.state().isActive())
                .count();
    }

    /** Null when nobody reported one. */
    public String findAddress(String incidentId) {
        return findOne("""
                        MATCH (incident:Incident {world: $world, id: $incidentId})
                        RETURN incident.address AS address
                        """, Map.of("world", world, "incidentId", incidentId))
                .map(row -> row.get("address").asString(null))
                .orElse(null);
    }

    /**
     * Writes what was decided, its audit row and its outbox entries.
     *
     * @param changed what is new, in the order in which it is to be told; nothing when refused
     */
    public void record(DeskAction action, DeskResult result, List<?> changed) {
        changed.forEach(writer::write);
        log.append(action, result.refusalName(), changed);
    }

    /** Changes nothing and notes that it was asked for. */
    public DeskResult refuse(DeskAction action, DeskResult refusal) {
        log.note(action, refusal.refusalName());
        return refusal;
    }

    private Optional<Record> findOne(String cypher, Map<String, Object> parameters) {
        List<Record> rows = tx.run(cypher, parameters).list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }
}
