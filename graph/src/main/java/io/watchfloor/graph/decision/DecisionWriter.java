package io.watchfloor.graph.decision;

import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.World;
import io.watchfloor.graph.node.AlertNode;
import io.watchfloor.graph.node.AssignmentNode;
import io.watchfloor.graph.node.EquipmentNode;
import io.watchfloor.graph.node.IncidentNode;
import io.watchfloor.graph.node.StatusNode;
import java.util.Map;
import org.neo4j.driver.TransactionContext;

/** Writes what was decided to its nodes, within the transaction that has locked them. */
final class DecisionWriter {
    private final TransactionContext tx;
    private final String world;

    DecisionWriter(TransactionContext tx, String world) {
        this.tx = tx;
        this.world = world;
    }

    /** What is no message with a node of its own is told and not kept. */
    void write(Object changed) {
        if (changed instanceof PersonStatus status) {
            write(status);
        } else if (changed instanceof Assignment assignment) {
            write(assignment);
            if (assignment.state() == AssignmentState.DONE && world.equals(World.LIVE)) {
                learn(assignment);
            }
        } else if (changed instanceof IncidentDecision decision) {
            write(decision);
        } else if (changed instanceof AlertDecision decision) {
            write(decision);
        } else if (changed instanceof EquipmentStatus status) {
            write(status);
        }
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

    private void write(EquipmentStatus status) {
        tx.run(
                        """
                        MATCH (status:EquipmentStatus {world: $world, equipmentId: $equipmentId})
                        SET status += $properties
                        """,
                        Map.of(
                                "world",
                                world,
                                "equipmentId",
                                status.equipmentId(),
                                "properties",
                                EquipmentNode.toProperties(status)))
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

    /** Whoever has done something in a cell knows it better; a drill teaches nobody. */
    private void learn(Assignment assignment) {
        tx.run("""
                        MATCH (incident:Incident {world: $world, id: $incidentId})-[:LOCATED_IN]->(cell:Cell),
                              (person:Person {id: $personId})
                        MERGE (person)-[knows:KNOWS]->(cell)
                        SET knows.visits = coalesce(knows.visits, 0) + 1
                        """, Map.of("world", world, "incidentId", assignment.incidentId(), "personId", assignment.personId()))
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
        if (decision.handover() != null) {
            writeHandover(decision);
        }
    }

    /** Who has it now is also a path; what became of earlier ones is in the log. */
    private void writeHandover(IncidentDecision decision) {
        tx.run(
                        """
                        MATCH (incident:Incident {world: $world, id: $incidentId})
                        OPTIONAL MATCH (incident)-[old:HANDED_TO]->(:Organization)
                        DELETE old
                        WITH DISTINCT incident
                        MATCH (organization:Organization {id: $organizationId})
                        WHERE $active
                        MERGE (incident)-[:HANDED_TO]->(organization)
                        """,
                        Map.of(
                                "world",
                                world,
                                "incidentId",
                                decision.incidentId(),
                                "organizationId",
                                decision.handover().organizationId(),
                                "active",
                                decision.isHandedOver()))
                .consume();
    }

    private void write(AlertDecision decision) {
        tx.run(
                        """
                        MATCH (decision:AlertDecision {world: $world, alertId: $alertId})
                        SET decision += $properties
                        """,
                        Map.of(
                                "world",
                                world,
                                "alertId",
                                decision.alertId(),
                                "properties",
                                AlertNode.toProperties(decision)))
                .consume();
    }
}
