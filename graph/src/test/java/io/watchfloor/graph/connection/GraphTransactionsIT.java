package io.watchfloor.graph.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.graph.ForkedGraph;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.ClientException;

class GraphTransactionsIT {
    private static final String TAKE = "MERGE (n:Contended {id: 1}) SET n.taken = coalesce(n.taken, 0) + 1";
    private static final Duration LIMIT = Duration.ofMillis(500);

    private Driver driver;
    private GraphTransactions transactions;

    @BeforeEach
    void open() {
        ForkedGraph.shared().wipe();
        driver = GraphDatabase.driver(ForkedGraph.shared().settings().uri(), AuthTokens.none());
        transactions = new GraphTransactions(driver, LIMIT);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldCallTheGraphUnavailableWhenItDoesNotFinishInTime() {
        transactions.write(tx -> tx.run(TAKE).consume());
        try (Session session = driver.session();
                Transaction holds = session.beginTransaction()) {
            holds.run(TAKE).consume();

            assertThatThrownBy(() -> transactions.write(tx -> tx.run(TAKE).consume()))
                    .isInstanceOf(GraphUnavailableException.class);
            holds.rollback();
        }
        transactions.write(tx -> tx.run(TAKE).consume());
        int taken = transactions.read(tx ->
                tx.run("MATCH (n:Contended) RETURN n.taken").single().get(0).asInt());
        assertThat(taken).as("nothing of what was given up stays").isEqualTo(2);
    }

    @Test
    void shouldPassOnWhatWeAskWrongly() {
        assertThatThrownBy(() -> transactions.read(tx -> tx.run("NO CYPHER").consume()))
                .isInstanceOf(ClientException.class);
    }
}
