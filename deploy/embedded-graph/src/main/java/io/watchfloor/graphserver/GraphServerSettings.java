package io.watchfloor.graphserver;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What the graph server is started with.
 *
 * @param port Bolt port on loopback; 0 takes any free one
 * @param dataFolder where the graph keeps its files; made when missing
 * @param password what Bolt asks the user {@code neo4j} for; null leaves Bolt without a password
 */
record GraphServerSettings(int port, Path dataFolder, String password) {
    static final int DEFAULT_PORT = 7687;

    /** Neo4j refuses a shorter one. */
    static final int LEAST_PASSWORD_LENGTH = 8;

    private static final String PREFIX = "WATCHFLOOR_";
    private static final String PORT = "WATCHFLOOR_GRAPH_PORT";
    private static final String DATA = "WATCHFLOOR_GRAPH_DATA";
    private static final String PASSWORD = "WATCHFLOOR_GRAPH_PASSWORD";

    /** Ours, and those that every process is started with. */
    private static final Set<String> KNOWN = Set.of(
            PORT,
            DATA,
            PASSWORD,
            "WATCHFLOOR_REDIS_URL",
            "WATCHFLOOR_GRAPH_URI",
            "WATCHFLOOR_GRAPH_USER",
            "WATCHFLOOR_INTAKE_PARTITIONS",
            "WATCHFLOOR_WORLD");

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException with one sentence naming the key, the value and what is allowed
     */
    static GraphServerSettings parse(Map<String, String> env) {
        for (String key : env.keySet()) {
            if (key.startsWith(PREFIX) && !KNOWN.contains(key)) {
                throw new IllegalArgumentException(key + " is not a setting of the graph server; allowed are " + PORT
                        + ", " + DATA + " and " + PASSWORD + ".");
            }
        }
        return new GraphServerSettings(port(env), dataFolder(env), password(env));
    }

    private static int port(Map<String, String> env) {
        String value = env.getOrDefault(PORT, Integer.toString(DEFAULT_PORT));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException(
                    PORT + " is '" + value + "'; a port from 0 (any free one) to 65535 is needed.");
        }
        return Integer.parseInt(value);
    }

    private static Path dataFolder(Map<String, String> env) {
        String value = env.getOrDefault(DATA, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(DATA + " is not set; the folder for the graph's files is needed.");
        }
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(DATA + " is '" + value + "'; the path of a folder is needed.", e);
        }
    }

    /** The message does not repeat the value: it is a secret. */
    private static String password(Map<String, String> env) {
        String value = env.get(PASSWORD);
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (value.length() < LEAST_PASSWORD_LENGTH) {
            throw new IllegalArgumentException(PASSWORD + " has " + value.length() + " characters; at least "
                    + LEAST_PASSWORD_LENGTH + " are needed, or none for no password.");
        }
        return value;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "GraphServerSettings[port=" + port + ", dataFolder=" + dataFolder + ", password="
                + (password == null ? "none" : "set") + "]";
    }
}
