package io.watchfloor.graph;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach the graph.
 *
 * @param uri Bolt address, for example {@code bolt://127.0.0.1:7687}
 * @param user user name; null when the server asks for none
 * @param password password; null when the server asks for none
 * @param connectTimeout how long one attempt to connect may take
 */
public record GraphSettings(URI uri, String user, String password, Duration connectTimeout) {}
