package io.watchfloor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.nio.file.Path;

/** The district of {@code src/test/resources/district} in a real graph. */
final class SampleDistrict {
    private SampleDistrict() {}

    /** The shared graph with nothing in it but this district. */
    static Graph open() {
        ForkedGraph neo4j = ForkedGraph.shared();
        neo4j.wipe();
        Graph graph = Graph.open(neo4j.settings());
        graph.migrate();
        assertThat(graph.districtImport()
                        .importFrom(Path.of("src/test/resources/district"))
                        .faults())
                .isEmpty();
        return graph;
    }
}
