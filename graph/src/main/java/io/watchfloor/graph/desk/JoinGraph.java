package io.watchfloor.graph.desk;

import io.watchfloor.contract.IncidentState;
import io.watchfloor.graph.decision.DeskTransaction;
import java.util.List;
import java.util.Map;

/** What the graph remembers of joins, within one decision. */
final class JoinGraph {
    private final DeskTransaction desk;

    /** An incident that is part of another; {@code joinedInto} is what an officer joined it to. */
    record Member(String id, String joinedInto) {}

    JoinGraph(DeskTransaction desk) {
        this.desk = desk;
    }

    /** All that are shown under this survivor. */
    List<Member> listMembers(String survivor) {
        return desk.tx()
                .run("""
                        MATCH (member:Incident {world: $world, mergedInto: $survivor})
                        RETURN member.id AS id, member.joinedInto AS joinedInto ORDER BY id
                        """, Map.of("world", desk.world(), "survivor", survivor))
                .list(row -> new Member(
                        row.get("id").asString(), row.get("joinedInto").asString("")));
    }

    /** Null when it is not joined. */
    String findSurvivor(String incidentId) {
        return desk
                .tx()
                .run("""
                        MATCH (incident:Incident {world: $world, id: $id})
                        RETURN incident.mergedInto AS mergedInto
                        """, Map.of("world", desk.world(), "id", incidentId))
                .list(row -> row.get("mergedInto"))
                .stream()
                .map(value -> value.asString(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Where it stood before it was joined. */
    IncidentState stateBefore(String incidentId) {
        return IncidentState.valueOf(desk.tx()
                .run("""
                        MATCH (incident:Incident {world: $world, id: $id})
                        RETURN coalesce(incident.stateBeforeJoin, 'REPORTED') AS state
                        """, Map.of("world", desk.world(), "id", incidentId))
                .single()
                .get("state")
                .asString());
    }

    void remember(String incidentId, String into, IncidentState before) {
        set(incidentId, into, before.name());
    }

    void forget(String incidentId) {
        set(incidentId, "", "");
    }

    private void set(String incidentId, String joinedInto, String before) {
        desk.tx()
                .run("""
                        MATCH (incident:Incident {world: $world, id: $id})
                        SET incident.joinedInto = nullIf($joinedInto, ''), incident.stateBeforeJoin = nullIf($before, '')
                        """, Map.of("world", desk.world(), "id", incidentId, "joinedInto", joinedInto, "before", before))
                .consume();
    }
}
