package io.watchfloor.graph;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.WrittenDistrict;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;

/** What tests do to the graph behind the module's back. */
public final class GraphForTests {
    private static boolean migrated;

    private GraphForTests() {}

    /** The shared graph keeps its schema when it is wiped; looking whether it is there takes a second. */
    public static synchronized void migrateOnce(Graph graph) {
        if (!migrated) {
            graph.migrate();
            migrated = true;
        }
    }

    /** A connection to the shared graph with nothing in it, and a clock of the test's own. */
    public static Graph openEmpty(Clock clock) {
        ForkedGraph.shared().wipe();
        Graph graph = open(ForkedGraph.shared().settings(), clock);
        migrateOnce(graph);
        return graph;
    }

    /** The same with nothing in it but this district. */
    public static Graph openWith(District district, Clock clock) {
        Graph graph = openEmpty(clock);
        WrittenDistrict.write(ForkedGraph.shared().settings(), district);
        return graph;
    }

    /** A connection with a clock of the test's own. */
    public static Graph open(GraphSettings settings, Clock clock) {
        return Graph.open(settings, clock);
    }

    public static List<Record> run(GraphSettings settings, String cypher, Map<String, Object> parameters) {
        try (Driver driver = GraphDatabase.driver(settings.uri(), AuthTokens.none())) {
            return driver.executableQuery(cypher)
                    .withParameters(parameters)
                    .execute()
                    .records();
        }
    }
}
