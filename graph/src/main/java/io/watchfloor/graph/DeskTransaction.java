package io.watchfloor.graph;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.PersonStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * One running decision: what it locks, what it reads under the lock, what it writes.
 *
 * <p>Locks are always taken in the order person, incident, head of the audit log, so that two decisions never wait for
 * each other. Everything is read after its lock: a condition that is read first may have changed when the lock is
 * granted.
 */
final class DeskTransaction {
    private final TransactionContext tx;
    private final String world;
    private final Instant now;

    DeskTransaction(TransactionContext tx, String world, Instant now) {
        this.tx = tx;
        this.world = world;
        this.now = now;
    }

    /** Locks a person's state in this world; empty when there is no such person. */
    Optional<LockedPerson> lockPerson(String personId) {
        return findOne("""
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
    }

    /**
     * Locks an incident and gives what was decided about it so far. An incident that is not filed yet is made with
     * nothing but its id: filing adds what was observed, and a decision does not have to wait for it.
     */
    IncidentDecision lockIncident(String incidentId) {
        Value node = findOne("""
                        MERGE (incident:Incident {world: $world, id: $incidentId})
                          ON CREATE SET incident.open = true
                        SET incident._lock = true
                        WITH incident
                        RETURN incident
                        """, Map.of("world", world, "incidentId", incidentId))
                .orElseThrow()
                .get("incident");
        IncidentDecision decision = IncidentNode.decision(node);
        return decision == null ? IncidentSteps.undecided(world, incidentId) : decision;
    }

    Optional<Assignment> findAssignment(String assignmentId) {
        return findOne("""
                        MATCH (assignment:Assignment {world: $world, id: $assignmentId})
                        RETURN assignment
                        """, Map.of("world", world, "assignmentId", assignmentId))
                .map(row -> AssignmentNode.from(row.get("assignment")));
    }

    /** Everybody ever sent to the incident. */
    List<Assignment> listAssignments(String incidentId) {
        return tx.run("""
                        MATCH (assignment:Assignment)-[:OF]->(:Incident {world: $world, id: $incidentId})
                        RETURN assignment
                        """, Map.of("world", world, "incidentId", incidentId))
                .list(row -> AssignmentNode.from(row.get("assignment")));
    }

    /** Null when nobody reported one. */
    String findAddress(String incidentId) {
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
     * @param result what goes to the outbox: those of its parts that changed
     */
    void record(DeskAction action, DeskResult result, Changes changes) {
        List<Object> messages = new ArrayList<>();
        if (changes.person()) {
            write(result.person());
            messages.add(result.person());
        }
        if (changes.assignment()) {
            write(result.assignment());
            messages.add(result.assignment());
        }
        if (changes.decision()) {
            write(result.decision());
            messages.add(result.decision());
        }
        append(action, result, messages);
    }

    /** Which parts of a result are new. */
    record Changes(boolean person, boolean assignment, boolean decision) {
        static final Changes NONE = new Changes(false, false, false);
    }

    private void write(PersonStatus status) {
        tx.run(
                        """
                        MATCH (status:PersonStatus {world: $world, personId: $personId})
                        SET status += $properties
                        """,
                        Map.of(
                                "world",
                                world,
                                "personId",
                                status.personId(),
                                "properties",
                                StatusNode.toProperties(status)))
                .consume();
    }

    private void write(Assignment assignment) {
        tx.run(
                        """
                        MATCH (incident:Incident {world: $world, id: $incidentId}), (person:Person {id: $personId})
                        MERGE (assignment:Assignment {world: $world, id: $id})
                        SET assignment += $properties
                        MERGE (assignment)-[:OF]->(incident)
                        MERGE (assignment)-[:TO]->(person)
                        """,
                        Map.of(
                                "world",
                                world,
                                "id",
                                assignment.id(),
                                "incidentId",
                                assignment.incidentId(),
                                "personId",
                                assignment.personId(),
                                "properties",
                                AssignmentNode.toProperties(assignment)))
                .consume();
    }

    private void write(IncidentDecision decision) {
        tx.run(
                        """
                        MATCH (incident:Incident {world: $world, id: $incidentId})
                        SET incident += $properties
                        """,
                        Map.of(
                                "world",
                                world,
                                "incidentId",
                                decision.incidentId(),
                                "properties",
                                IncidentNode.toProperties(decision)))
                .consume();
    }

    /** The head is locked last and held until the commit: its order is the order of commits. */
    private void append(DeskAction action, DeskResult result, List<Object> messages) {
        Record head = findOne("""
                        MERGE (head:AuditHead {world: $world})
                          ON CREATE SET head.sequence = 0, head.hash = '', head.queuedAt = $now
                        SET head._lock = true
                        WITH head
                        RETURN head.sequence AS sequence, head.hash AS hash, head.queuedAt AS queuedAt
                        """, Map.of("world", world, "now", GraphTime.toGraph(now)))
                .orElseThrow();
        AuditRow row = new AuditRow(
                world,
                head.get("sequence").asLong() + 1,
                now,
                action.actor(),
                action.name(),
                result.isDone() ? null : result.refusal().name(),
                action.incidentId(),
                action.assignmentId(),
                action.personId(),
                action.note(),
                head.get("hash").asString());
        Instant queuedAt = later(now, GraphTime.fromGraph(head.get("queuedAt")));
        tx.run(
                        """
                        MATCH (head:AuditHead {world: $world})
                        SET head.sequence = $row.sequence, head.hash = $row.hash, head.queuedAt = $queuedAt
                        CREATE (row:Audit) SET row = $row
                        WITH 1 AS once
                        UNWIND $entries AS entry
                        CREATE (queued:Outbox) SET queued = entry, queued.queuedAt = $queuedAt
                        """,
                        Map.of(
                                "world",
                                world,
                                "row",
                                row.toProperties(),
                                "queuedAt",
                                GraphTime.toGraph(queuedAt),
                                "entries",
                                entries(row.sequence(), messages)))
                .consume();
    }

    /** A clock that was set back must not put a later decision before an earlier one. */
    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private List<Map<String, Object>> entries(long sequence, List<Object> messages) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            Map<String, Object> entry = new HashMap<>();
            entry.put("id", world + ":" + sequence + ":" + i);
            entry.put("world", world);
            entry.put("sequence", sequence);
            entry.put("position", i);
            entry.put("messageKind", MessageKind.of(messages.get(i)).wireName());
            entry.put("messageJson", MessageCodec.encode(messages.get(i)));
            entries.add(entry);
        }
        return entries;
    }

    private Optional<Record> findOne(String cypher, Map<String, Object> parameters) {
        List<Record> rows = tx.run(cypher, parameters).list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }
}
