package io.watchfloor.graph.archive;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.graph.district.DistrictReader;
import java.time.Clock;
import java.util.List;

/** Where the pipeline writes what was observed. Idempotent: the same batch twice leaves the graph as once. */
public interface IncidentFiling {
    /** On the graph that these transactions reach. */
    static IncidentFiling on(GraphTransactions transactions, DistrictReader districts, Clock clock) {
        return new GraphIncidentFiling(transactions, new KnownCells(districts, clock));
    }

    /**
     * Writes a batch in one transaction: incidents by highest version, reports by highest version, each under its one
     * incident.
     *
     * @throws GraphUnavailableException when it could not be written; the caller repeats the batch
     */
    void file(List<ObservedIncident> incidents, List<FiledReport> reports);

    /**
     * How many reports, since this was made, came again in the same version under another incident than the one they are
     * filed under. They stay where they were filed first: a report is in one incident.
     */
    default long keptWhereFirstFiled() {
        return 0;
    }
}
