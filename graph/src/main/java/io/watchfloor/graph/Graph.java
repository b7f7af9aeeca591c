package io.watchfloor.graph;

import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** A connection to the graph, and everything this module does with it. */
@SuppressWarnings("DoNotCallSuggester")
public final class Graph implements AutoCloseable {
    private final Driver driver;

    private Graph(Driver driver) {
        this.driver = driver;
    }

    /** Opens a connection pool; whether the server answers is found out by the first call. */
    public static Graph open(GraphSettings settings) {
        return new Graph(GraphDatabase.driver(
                settings.uri(),
                settings.password() == null
                        ? AuthTokens.none()
                        : AuthTokens.basic(settings.user(), settings.password()),
                Config.builder()
                        .withConnectionTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        .build()));
    }

    /** Brings the schema up to date; safe to call from several processes at once. */
    public void migrate() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Whether the server answers now. */
    public boolean isUp() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The import of a district. */
    public DistrictImport districtImport() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The district as it was imported; an empty one (all lists empty) when none was. */
    public District readDistrict() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** A projection of the district with everybody free and at their station. */
    public static DispatchProjection project(District district) {
        throw new UnsupportedOperationException("not built yet");
    }

    public DutyDesk dutyDesk() {
        throw new UnsupportedOperationException("not built yet");
    }

    public Outbox outbox() {
        throw new UnsupportedOperationException("not built yet");
    }

    public IncidentFiling incidentFiling() {
        throw new UnsupportedOperationException("not built yet");
    }

    public IncidentArchive incidentArchive() {
        throw new UnsupportedOperationException("not built yet");
    }

    @Override
    public void close() {
        driver.close();
    }
}
