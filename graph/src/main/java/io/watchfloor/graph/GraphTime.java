package io.watchfloor.graph;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.neo4j.driver.Value;

/** Instants as the graph keeps them: a date and time in UTC, readable in a query. */
final class GraphTime {
    private GraphTime() {}

    static OffsetDateTime toGraph(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant fromGraph(Value value) {
        return value.isNull() ? null : value.asOffsetDateTime().toInstant();
    }
}
