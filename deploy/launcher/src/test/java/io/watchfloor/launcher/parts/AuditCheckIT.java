package io.watchfloor.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.DurableRedis;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.audit.AuditLog.Head;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisException;

/** What {@code --verify-audit} says of a log that is whole, changed, or cut off at its end. */
class AuditCheckIT {
    private static final String WORLD = "live";
    private static final int ROWS = 5;

    private final ForkedGraph neo4j = ForkedGraph.shared();

    @TempDir
    Path folder;

    private DurableRedis redis;
    private URI address;

    @BeforeEach
    void decideSomething() throws IOException {
        neo4j.wipe();
        redis = new DurableRedis(folder);
        redis.start();
        address = URI.create("redis://127.0.0.1:" + redis.port());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Readiness.redisAnswers(address));
        try (Graph graph = Graph.open(neo4j.settings())) {
            graph.migrate();
            for (int i = 1; i <= ROWS; i++) {
                graph.dutyDesk().acknowledge(WORLD, "I-" + i, "王值班");
            }
            note(graph.auditLog().head(WORLD));
        }
    }

    @AfterEach
    void stop() {
        redis.kill();
    }

    @Test
    void shouldCountTheRowsOfALogThatIsWhole() {
        assertThat(finding()).isEqualTo("audit intact: " + ROWS + " rows");
    }

    @Test
    void shouldNameTheRowThatWasChanged() {
        tamper("MATCH (row:Audit {world: 'live', sequence: 3}) SET row.actor = '别人'");

        assertThat(finding()).isEqualTo("audit broken: row 3: row 3 was changed");
    }

    @Test
    void shouldFindThatTheEndWasCutOffTogetherWithTheHead() {
        tamper("""
                MATCH (last:Audit {world: 'live', sequence: 3}), (head:AuditHead {world: 'live'})
                SET head.sequence = last.sequence, head.hash = last.hash
                WITH head MATCH (row:Audit {world: 'live'}) WHERE row.sequence > head.sequence
                DELETE row
                """);

        assertThat(finding()).isEqualTo("audit broken: row 5 was there and is cut off");
    }

    private String finding() {
        String[] said = new String[1];
        new AuditCheck(neo4j.settings(), address, WORLD, sentence -> said[0] = sentence).call();
        return said[0];
    }

    private void note(Head head) throws JedisException {
        try (Jedis client = new Jedis(address)) {
            client.xadd(
                    "audit-anchor:" + WORLD,
                    StreamEntryID.NEW_ENTRY,
                    Map.of("sequence", Long.toString(head.sequence()), "hash", head.hash()));
        }
    }

    private void tamper(String cypher) {
        try (Driver driver = GraphDatabase.driver(neo4j.settings().uri(), AuthTokens.none())) {
            driver.executableQuery(cypher).execute();
        }
    }
}
