package io.watchfloor.graphserver;

import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;

/**
 * Starts the graph, says {@code READY graph bolt=…} when it can be used, and shuts it down cleanly on SIGTERM or
 * SIGINT. A wrong setting ends it with code 2, a failed start with code 1, each with one sentence.
 */
public final class GraphServerMain {
    private static final int WRONG_SETTING = 2;
    private static final int CANNOT_START = 1;

    private GraphServerMain() {}

    /** Takes no arguments; settings are in the environment, see the README. */
    public static void main(String[] args) throws InterruptedException {
        GraphServerSettings settings;
        try {
            settings = GraphServerSettings.parse(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_SETTING);
            return;
        }
        GraphServer server;
        try {
            Files.createDirectories(settings.dataFolder());
            server = GraphServer.start(settings);
        } catch (Exception e) {
            System.err.println("The graph cannot start in " + settings.dataFolder() + ": " + rootMessage(e));
            System.exit(CANNOT_START);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "graph-shutdown"));
        System.out.println("READY graph bolt=" + server.boltUri());
        new CountDownLatch(1).await();
    }

    /** The first cause says what happened; what is wrapped around it says where in Neo4j. */
    private static String rootMessage(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
