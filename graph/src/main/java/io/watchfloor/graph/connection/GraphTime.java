package io.watchfloor.graph.connection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.neo4j.driver.Value;

/** Instants as the graph keeps them: a date and time in UTC, readable in a query. */
public final class GraphTime {
    private GraphTime() {}

    public static OffsetDateTime toGraph(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public static Instant fromGraph(Value value) {
        return value.isNull() ? null : value.asOffsetDateTime().toInstant();
    }
}
