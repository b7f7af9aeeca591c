package io.watchfloor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.nio.file.Path;

/** The district of {@code src/test/resources/district} in a real graph. */
public final class SampleDistrict {
    private static final Path FOLDER = Path.of("src/test/resources/district");

    private SampleDistrict() {}

    /** The shared graph with nothing in it but this district. */
    public static Graph open() {
        ForkedGraph neo4j = ForkedGraph.shared();
        neo4j.wipe();
        return open(neo4j);
    }

    /** The district in a graph that is empty. */
    static Graph open(ForkedGraph neo4j) {
        Graph graph = Graph.open(neo4j.settings());
        graph.migrate();
        assertThat(graph.districtImport().importFrom(FOLDER).faults()).isEmpty();
        return graph;
    }
}
