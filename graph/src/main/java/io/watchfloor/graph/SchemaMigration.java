package io.watchfloor.graph;

import ac.simons.neo4j.migrations.core.MigrationChain;
import ac.simons.neo4j.migrations.core.MigrationState;
import ac.simons.neo4j.migrations.core.MigrationVersion;
import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import io.watchfloor.graph.connection.GraphTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import org.neo4j.driver.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies {@code neo4j/migrations} in order. The library lets one process in at a time by a lock node and turns the
 * others away; here they wait their turn and then find nothing left to do. A process that was killed while it held the
 * lock leaves it behind: a lock that did not change hands for {@link #STALE} is taken away, which is safe because every
 * statement in the migrations may be run twice.
 */
final class SchemaMigration {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);

    /** It tells of every migration at every start, past our log; held, because a logger nobody holds forgets its level. */
    private static final java.util.logging.Logger LIBRARY_LOG =
            java.util.logging.Logger.getLogger("ac.simons.neo4j.migrations");

    static {
        LIBRARY_LOG.setLevel(Level.WARNING);
    }

    private static final Duration STALE = Duration.ofSeconds(45);
    private static final int MOST_FAILURES = 5;
    private static final Duration LEAST_PAUSE = Duration.ofMillis(100);
    private static final Duration MOST_PAUSE = Duration.ofMillis(400);

    private final Driver driver;
    private final GraphTransactions transactions;

    SchemaMigration(Driver driver, GraphTransactions transactions) {
        this.driver = driver;
        this.transactions = transactions;
    }

    /**
     * Nearly always there is nothing to do, and it is found out without the lock: whoever is cut off while they hold it keeps
     * everybody out until it is stale.
     */
    void apply() {
        if (GraphTransactions.translating(this::isDone)) {
            return;
        }
        LockWatch watch = new LockWatch();
        for (int failures = 0; ; ) {
            try {
                GraphTransactions.translating(migrations()::apply).ifPresent(SchemaMigration::tell);
                return;
            } catch (MigrationsException e) {
                List<String> locks = listLocks();
                // Nobody in our way, yet it fails: after a few tries it is not somebody who has just left.
                if (locks.isEmpty() && ++failures > MOST_FAILURES) {
                    throw e;
                }
                if (watch.isStale(locks)) {
                    LOG.warn("The schema lock has not changed hands for {}; whoever held it is gone", STALE);
                    removeLocks(locks);
                }
                pause();
            }
        }
    }

    private boolean isDone() {
        try {
            MigrationChain chain = migrations().info();
            boolean done = chain.getElements().stream().allMatch(each -> each.getState() == MigrationState.APPLIED);
            if (done) {
                chain.getLastAppliedVersion().ifPresent(SchemaMigration::tell);
            }
            return done;
        } catch (MigrationsException e) {
            LOG.debug("what was applied does not fit; applying will say why", e);
            return false;
        }
    }

    private static void tell(MigrationVersion version) {
        LOG.info("the schema is at version {}", version.getValue());
    }

    /** How long the same lock has been seen. */
    private static final class LockWatch {
        private List<String> seen = List.of();
        private Instant since = Instant.now();

        boolean isStale(List<String> locks) {
            if (!locks.equals(seen)) {
                seen = locks;
                since = Instant.now();
            }
            return !locks.isEmpty() && Instant.now().isAfter(since.plus(STALE));
        }
    }

    private Migrations migrations() {
        MigrationsConfig config = MigrationsConfig.builder()
                .withLocationsToScan("classpath:neo4j/migrations")
                .build();
        return new Migrations(config, driver);
    }

    private List<String> listLocks() {
        return transactions.read(tx -> tx.run("""
                        MATCH (lock:__Neo4jMigrationsLock)
                        RETURN elementId(lock) + coalesce(toString(lock.id), '') + coalesce(lock.name, '') AS lock
                        ORDER BY lock
                        """).list(row -> row.get("lock").asString()));
    }

    private void removeLocks(List<String> locks) {
        transactions.write(tx -> tx.run("""
                        MATCH (lock:__Neo4jMigrationsLock)
                        WHERE elementId(lock) + coalesce(toString(lock.id), '') + coalesce(lock.name, '') IN $locks
                        DELETE lock
                        """, Map.of("locks", locks)).consume());
    }

    /** Waiting processes come back at different times. */
    private static void pause() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LEAST_PAUSE.toNanos(), MOST_PAUSE.toNanos()));
    }
}
