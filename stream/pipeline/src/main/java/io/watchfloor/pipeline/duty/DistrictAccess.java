package io.watchfloor.pipeline.duty;

import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.pipeline.duty.rule.DistrictLookup;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;

/** How an operator, wherever Flink runs it, gets to know cells and departments. */
@FunctionalInterface
public interface DistrictAccess extends Serializable {
    /** The district as it is now; fails with whatever keeps it from being read. */
    DistrictLookup read();

    /** From the graph at this address; user and password are null when it asks for none. */
    static DistrictAccess graph(URI uri, String user, String password, Duration connectTimeout) {
        return () -> {
            try (Graph graph = Graph.open(new GraphSettings(uri, user, password, connectTimeout))) {
                return DistrictLookup.of(graph.readDistrict());
            }
        };
    }
}
