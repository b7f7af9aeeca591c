package io.watchfloor.bench;

import io.watchfloor.bench.NearestPeople.Question;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

/** The same question to a real Neo4j, in Cypher along requirement, skill, person, shift and station. */
final class CypherPeople implements AutoCloseable {
    /** In the made-up city's local time, as its shifts are. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String NEAREST = """
            MATCH (:IncidentType {code: $type})-[needs:REQUIRES]->(:Skill)<-[:IMPLIES*0..]-(:Skill)<-[has:HAS]-(person:Person)
            WHERE has.level >= needs.level AND has.certifiedUntil >= date() AND person.active
              AND EXISTS {
                MATCH (shift:Shift)-[:ON_DUTY]->(person)
                WHERE (shift.start < shift.end AND shift.start <= $now AND $now < shift.end)
                   OR (shift.start >= shift.end AND (shift.start <= $now OR $now < shift.end))
              }
              AND NOT EXISTS {
                MATCH (:PersonStatus {world: 'live', personId: person.id, availability: 'ASSIGNED'})
              }
            MATCH (person)-[:STATIONED_AT]->(station:Place)
            WITH DISTINCT person, point.distance(
              point({longitude: station.lon, latitude: station.lat}), point({longitude: $lon, latitude: $lat})) AS meters
            RETURN person.id AS id ORDER BY meters LIMIT 8
            """;

    private final ForkedGraph server;
    private final Driver driver;
    private final Session session;

    private CypherPeople(ForkedGraph server) {
        this.server = server;
        this.driver = GraphDatabase.driver(server.settings().uri(), AuthTokens.none());
        this.session = driver.session();
    }

    /** Starts a server of its own and imports the district in the folder. */
    static CypherPeople start(Path folder) throws IOException {
        ForkedGraph server = ForkedGraph.start();
        try (Graph graph = Graph.open(server.settings())) {
            graph.migrate();
            if (!graph.districtImport().importFrom(folder).isDone()) {
                throw new IOException("the made-up city has faults");
            }
        }
        return new CypherPeople(server);
    }

    int ask(Question question) {
        return session.executeRead(tx -> tx.run(
                        NEAREST,
                        Map.of(
                                "type",
                                question.site().incidentType(),
                                "lat",
                                question.site().lat(),
                                "lon",
                                question.site().lon(),
                                "now",
                                LocalTime.now(ZONE)))
                .list()
                .size());
    }

    long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        session.close();
        driver.close();
        server.close();
    }
}
