package io.watchfloor.faults.inject;

import io.watchfloor.faults.load.Dispatches;
import io.watchfloor.faults.load.FinalPicture;
import io.watchfloor.testbed.ApiClient;
import java.io.IOException;
import java.util.Map;

/**
 * What came out, as every place shows it.
 *
 * @param picture reports in the graph, and what the gateway's picture counts
 * @param dispatches who was sent where and when
 * @param console reports by incident, as a console shows them that watched all the time
 * @param stages the ledger
 */
record Outcome(FinalPicture picture, Dispatches dispatches, Map<String, Integer> console, Stages stages) {
    /** Reads it. */
    @FunctionalInterface
    interface Source {
        Outcome read() throws IOException, InterruptedException;
    }

    static Outcome read(ApiClient api, Map<String, Integer> console) throws IOException, InterruptedException {
        return new Outcome(FinalPicture.read(api), Dispatches.read(api), console, Stages.of(api.get("/ledger")));
    }
}
