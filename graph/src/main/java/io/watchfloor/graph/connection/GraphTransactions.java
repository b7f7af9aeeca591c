package io.watchfloor.graph.connection;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;

/**
 * Runs work in managed transactions: the driver repeats what a deadlock or a lost connection broke, so the work has to
 * give the same when it is run again. What cannot be repaired by repeating becomes a {@link GraphUnavailableException}.
 */
public final class GraphTransactions {
    /** The server gives up on a transaction that holds its locks for longer. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Duration LONG_LIMIT = Duration.ofMinutes(5);

    /**
     * What the server says of a transaction that it gave up on for its limit, at work or while it waited for a lock; the
     * driver takes that for a fault of whoever asked.
     */
    private static final Set<String> GIVEN_UP = Set.of(
            "Neo.ClientError.Transaction.TransactionTimedOut",
            "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
            "Neo.ClientError.Transaction.LockClientStopped");

    private static final TransactionConfig LONG_CONFIG =
            TransactionConfig.builder().withTimeout(LONG_LIMIT).build();

    private final Driver driver;
    private final TransactionConfig config;

    public GraphTransactions(Driver driver) {
        this(driver, LIMIT);
    }

    GraphTransactions(Driver driver, Duration limit) {
        this.driver = driver;
        this.config = TransactionConfig.builder().withTimeout(limit).build();
    }

    public <T> T read(Function<TransactionContext, T> work) {
        return read(work, config);
    }

    /** For what takes its time and holds no lock: a whole district. */
    public <T> T readLong(Function<TransactionContext, T> work) {
        return read(work, LONG_CONFIG);
    }

    private <T> T read(Function<TransactionContext, T> work, TransactionConfig limited) {
        return translating(() -> {
            try (Session session = driver.session()) {
                return session.executeRead(work::apply, limited);
            }
        });
    }

    public <T> T write(Function<TransactionContext, T> work) {
        return translating(() -> {
            try (Session session = driver.session()) {
                return session.executeWrite(work::apply, config);
            }
        });
    }

    /**
     * A statement that the server refuses as wrong is a bug of ours and passes through; everything else the driver
     * reports is the server not doing its part.
     */
    public static <T> T translating(Supplier<T> call) {
        try {
            return call.get();
        } catch (SecurityException e) {
            throw new GraphUnavailableException("the graph refused the login: " + e.getMessage(), e);
        } catch (ClientException e) {
            if (GIVEN_UP.contains(e.code())) {
                throw new GraphUnavailableException(e.getMessage(), e);
            }
            throw e;
        } catch (Neo4jException e) {
            throw new GraphUnavailableException(e.getMessage(), e);
        }
    }
}
