package io.watchfloor.graphserver;

import java.net.URI;
import java.time.Duration;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** A running Neo4j that listens on loopback alone. */
final class GraphServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private static final long PAGE_CACHE_BYTES = ByteUnit.mebiBytes(96);

    /** Neo4j preallocates 256 MiB of log at a time; a command center's decisions are small. */
    private static final long LOG_ROTATION_BYTES = ByteUnit.mebiBytes(32);

    /**
     * The server gives a sign of life this often while it works on a request, and tells the driver to expect it: a server
     * that stalls is given up on after so many missed signs.
     */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(3);

    private static final int KEEP_ALIVE_PROBES = 3;

    /**
     * While the graph fills, its statistics are always new, and by default each statement is planned anew every 10 s: a
     * quarter of what filing cost, for the same plan.
     */
    private static final Duration REPLAN_INTERVAL = Duration.ofMinutes(1);

    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final DatabaseManagementService server;
    private final URI boltUri;

    private GraphServer(DatabaseManagementService server, URI boltUri) {
        this.server = server;
        this.boltUri = boltUri;
    }

    /** Starts it and returns when Bolt accepts connections. */
    static GraphServer start(GraphServerSettings settings) throws Exception {
        if (settings.password() != null) {
            InitialPassword.layDown(settings.dataFolder(), settings.password());
        }
        DatabaseManagementService server = configure(settings).build();
        try {
            GraphDatabaseAPI graph = (GraphDatabaseAPI) server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
            if (!graph.isAvailable(STARTUP.toMillis())) {
                throw new IllegalStateException("The graph did not become available within " + STARTUP + ".");
            }
            if (settings.password() != null) {
                InitialPassword.make(server, settings.password());
            }
            return new GraphServer(server, boltUri(graph));
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    URI boltUri() {
        return boltUri;
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static DatabaseManagementServiceBuilder configure(GraphServerSettings settings) {
        return new DatabaseManagementServiceBuilder(settings.dataFolder())
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress(LOOPBACK, settings.port()))
                .setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
                .setConfig(BoltConnector.connection_keep_alive_type, BoltConnector.KeepAliveRequestType.ALL)
                .setConfig(BoltConnector.connection_keep_alive, KEEP_ALIVE)
                .setConfig(BoltConnector.connection_keep_alive_probes, KEEP_ALIVE_PROBES)
                .setConfig(GraphDatabaseSettings.auth_enabled, settings.password() != null)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, PAGE_CACHE_BYTES)
                .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, REPLAN_INTERVAL)
                .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, LOG_ROTATION_BYTES)
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "2 files")
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0);
    }

    private static URI boltUri(GraphDatabaseAPI graph) {
        int port = graph.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
        return URI.create("bolt://" + LOOPBACK + ":" + port);
    }
}
