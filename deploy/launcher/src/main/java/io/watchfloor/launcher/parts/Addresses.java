package io.watchfloor.launcher.parts;

import io.watchfloor.graph.GraphSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the parts find each other in this run.
 *
 * @param redis Redis
 * @param graph the graph, over Bolt
 * @param graphUser its user; null when it asks for none
 * @param graphPassword its password; null when it asks for none
 * @param gateway the gateway, over HTTP
 */
record Addresses(URI redis, URI graph, String graphUser, String graphPassword, URI gateway) {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** What every process that uses Redis and the graph is told. */
    Map<String, String> asSettings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("WATCHFLOOR_REDIS_URL", redis.toString());
        settings.put("WATCHFLOOR_GRAPH_URI", graph.toString());
        if (graphPassword != null) {
            settings.put("WATCHFLOOR_GRAPH_USER", graphUser);
            settings.put("WATCHFLOOR_GRAPH_PASSWORD", graphPassword);
        }
        return settings;
    }

    GraphSettings graphSettings() {
        return new GraphSettings(graph, graphUser, graphPassword, CONNECT_TIMEOUT);
    }
}
