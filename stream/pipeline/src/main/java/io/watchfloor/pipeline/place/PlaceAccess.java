package io.watchfloor.pipeline.place;

import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphSettings;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;

/** How a source, wherever Flink runs it, gets to the names of the district. */
public interface PlaceAccess extends Serializable {
    /** An open way to them. */
    interface Opened extends AutoCloseable {
        /** Changes with every import; empty when there was none. */
        String stamp();

        Gazetteer gazetteer(String stamp);

        @Override
        void close();
    }

    /** Opens it; whether it answers is found out by the first call. */
    Opened open();

    /** The graph at this address; user and password are null when it asks for none. */
    static PlaceAccess graph(URI uri, String user, String password, Duration connectTimeout) {
        return () -> {
            Graph graph = Graph.open(new GraphSettings(uri, user, password, connectTimeout));
            return new Opened() {
                @Override
                public String stamp() {
                    return graph.readDistrictStamp();
                }

                @Override
                public Gazetteer gazetteer(String stamp) {
                    return Gazetteers.of(stamp, graph.readDistrict());
                }

                @Override
                public void close() {
                    graph.close();
                }
            };
        };
    }
}
