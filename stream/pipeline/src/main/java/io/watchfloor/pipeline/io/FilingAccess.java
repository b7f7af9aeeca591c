package io.watchfloor.pipeline.io;

import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.graph.archive.IncidentFiling;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;

/** How a sink, wherever Flink runs it, gets to where incidents are filed. */
public interface FilingAccess extends Serializable {
    /**
     * A deadlock is over by then. Whoever files tries again, at most two seconds later; the driver's own pauses double beyond that,
     * and would let a graph that is back wait for them.
     */
    Duration RETRY = Duration.ofSeconds(2);

    /** An open way to it. */
    interface Opened extends AutoCloseable {
        /** Brings the schema up to date; called before the first batch, and again until it succeeds. */
        void prepare();

        IncidentFiling filing();

        @Override
        void close();
    }

    /** Opens it; whether it answers is found out by the first call. */
    Opened open();

    /** The graph at this address; user and password are null when it asks for none. */
    static FilingAccess graph(URI uri, String user, String password, Duration connectTimeout) {
        return () -> {
            Graph graph = Graph.open(new GraphSettings(uri, user, password, connectTimeout), RETRY);
            IncidentFiling filing = graph.incidentFiling();
            return new Opened() {
                @Override
                public void prepare() {
                    graph.migrate();
                }

                @Override
                public IncidentFiling filing() {
                    return filing;
                }

                @Override
                public void close() {
                    graph.close();
                }
            };
        };
    }
}
