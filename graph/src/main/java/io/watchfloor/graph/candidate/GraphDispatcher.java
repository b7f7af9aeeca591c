package io.watchfloor.graph.candidate;

import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.RoadClosure;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.graph.district.DistrictReader;
import io.watchfloor.graph.node.AssignmentNode;
import io.watchfloor.graph.node.ClosureNode;
import io.watchfloor.graph.node.EquipmentNode;
import io.watchfloor.graph.node.StatusNode;
import io.watchfloor.graph.roster.NeedLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;

/**
 * Asks the graph who could go. The graph follows skill, implication, substitution and requirement and gives the few people
 * who hold anything of use, with their state; the walk over the roads is then the same as in memory. People without any
 * needed skill are not in the answer, so that fewer are passed over.
 */
public final class GraphDispatcher {
    private static final String USEFUL_PEOPLE = """
            CALL () {
              MATCH (:IncidentType {code: $type})-[requires:REQUIRES]->(skill:Skill)
              UNWIND requires.alternatives + [skill.id] AS accepted
              RETURN DISTINCT accepted
              UNION
              WITH 1 AS once
              WHERE NOT EXISTS { (:IncidentType {code: $type})-[:REQUIRES]->(:Skill) }
              RETURN $patrol AS accepted
            }
            MATCH (accepted_:Skill {id: accepted})
            MATCH (source:Skill)-[:IMPLIES*0..]->(accepted_)
            WITH collect(DISTINCT source) AS sources
            UNWIND sources AS source
            OPTIONAL MATCH (weak:Skill)-[:IMPLIES*0..]->(:Skill)-[:STANDS_IN_FOR]->(source)
            WITH sources, collect(DISTINCT weak) AS weaker
            UNWIND sources + weaker AS useful
            WITH DISTINCT useful
            MATCH (person:Person {active: true})-[:HAS]->(useful)
            RETURN DISTINCT person.id AS id
            """;

    private final GraphTransactions transactions;
    private final DistrictReader districts;
    private final String world;

    /** In one world, on the graph that these transactions reach. */
    public GraphDispatcher(GraphTransactions transactions, DistrictReader districts, String world) {
        this.transactions = transactions;
        this.districts = districts;
        this.world = world;
    }

    /**
     * Who could go, worked out from the graph.
     *
     * @param personId whom the answer also tells about; null for nobody
     * @param positions where people were seen; those who are not among them are taken to be at their station
     * @throws GraphUnavailableException when the graph cannot be reached
     */
    public Candidates candidates(
            Dispatcher.Site site, Instant now, int limit, String personId, Collection<Position> positions) {
        DispatchProjection few = transactions.readLong(tx -> project(tx, site, personId));
        place(few, positions, now);
        return few.candidates(site, now, limit, personId).from(Candidates.GRAPH);
    }

    /**
     * Who is free and able, worked out from the graph, for an incident of which it is not known where it is.
     *
     * @param positions where people were seen
     * @throws GraphUnavailableException when the graph cannot be reached
     */
    public Candidates unlocated(Dispatcher.Site nowhere, Instant now, int limit, Collection<Position> positions) {
        DispatchProjection few = transactions.readLong(tx -> project(tx, nowhere, null));
        place(few, positions, now);
        return few.unlocated(nowhere, now, limit).from(Candidates.GRAPH);
    }

    /** Where they were seen, as much as that says by now. */
    private static void place(DispatchProjection few, Collection<Position> positions, Instant now) {
        positions.forEach(few::apply);
        few.age(now);
    }

    private DispatchProjection project(TransactionContext tx, Dispatcher.Site site, String personId) {
        List<String> ids = new ArrayList<>(site.sentPersonIds());
        Stream.ofNullable(personId).forEach(ids::add);
        String type = site.incidentType() == null ? "" : site.incidentType();
        tx.run(USEFUL_PEOPLE, Map.of("type", type, "patrol", NeedLine.PATROL))
                .forEachRemaining(row -> ids.add(row.get("id").asString()));
        DispatchProjection few = new InMemoryProjection(districts.readFor(tx, ids));
        statuses(tx, ids).forEach(few::apply);
        tx.run("""
                        MATCH (assignment:Assignment {world: $world})-[:TO]->(person:Person)
                        WHERE person.id IN $ids AND assignment.updatedAt > datetime() - duration('PT48H')
                        RETURN assignment
                        """, Map.of("world", world, "ids", ids))
                .forEachRemaining(row -> few.apply(AssignmentNode.from(row.get("assignment"))));
        closures(tx).forEach(few::apply);
        EquipmentNode.list(tx, world).forEach(few::apply);
        return few;
    }

    private List<PersonStatus> statuses(TransactionContext tx, List<String> ids) {
        return tx.run("""
                        MATCH (status:PersonStatus {world: $world}) WHERE status.personId IN $ids AND status.version > 0
                        RETURN status
                        """, Map.of("world", world, "ids", ids)).list(row -> StatusNode.from(row.get("status")));
    }

    private List<RoadClosure> closures(TransactionContext tx) {
        return tx.run("""
                        MATCH (closure:RoadClosure {world: $world}) WHERE closure.closed RETURN closure
                        """, Map.of("world", world)).list(row -> ClosureNode.from(row.get("closure")));
    }
}
