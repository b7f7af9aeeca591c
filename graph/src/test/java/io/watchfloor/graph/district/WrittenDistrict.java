package io.watchfloor.graph.district;

import io.watchfloor.graph.GraphSettings;
import io.watchfloor.graph.connection.GraphTransactions;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Districts that stand in the graph without having been files. */
public final class WrittenDistrict {
    private WrittenDistrict() {}

    public static void write(GraphSettings settings, District district) {
        try (Driver driver = GraphDatabase.driver(settings.uri(), AuthTokens.none())) {
            new DistrictWriter(new GraphTransactions(driver)).write(district);
        }
    }
}
