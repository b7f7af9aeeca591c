package io.watchfloor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** A log of decisions cut off at its end, head and all, is whole in itself; what stands in Redis bears witness. */
class AuditIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String VERIFICATION = "/api/v1/audit/verification";
    private static final int ROWS = 6;
    private static final int LEFT = 3;

    private final ForkedGraph neo4j = ForkedGraph.shared();
    private Graph graph;
    private RealRedis redis;
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        neo4j.wipe();
        graph = Graph.open(neo4j.settings());
        graph.migrate();
        decide(1, ROWS);
        redis = new RealRedis();
        gateway = new RunningGateway(redis, neo4j.settings().uri(), Map.of());
    }

    @AfterEach
    void stop() {
        gateway.close();
        graph.close();
        redis.close();
    }

    @Test
    @DisplayName("ASVS 16.4: a log whose newest rows were cut off is found out, and stays so when it grows again")
    void aLogThatWasCutIsFoundOut() {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> verification().get("anchoredAt").asLong() >= ROWS);
        assertThat(verification().get("intact").asBoolean()).isTrue();
        assertThat(alarms()).doesNotContain("audit");

        cutAfter(LEFT);

        JsonNode found = verification();
        assertThat(found.get("intact").asBoolean()).isFalse();
        assertThat(found.get("detail").asText()).contains("was there and is cut off");
        assertThat(found.get("brokenAt").asLong()).isEqualTo(LEFT + 1);
        Awaitility.await().atMost(SOON).until(() -> alarms().contains("\"audit\""));

        String before = anchors();
        decide(ROWS + 1, 2 * ROWS);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> !verification().get("detail").asText().contains("cut off"));
        assertThat(verification().get("intact").asBoolean()).isFalse();
        assertThat(verification().get("detail").asText()).contains("is not the one that was there");
        assertThat(anchors()).isEqualTo(before);
    }

    @Test
    @DisplayName("ASVS 16.4: where the log ended is noted when a gateway stops")
    void theEndIsNotedAtTheStop() {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> verification().get("anchoredAt").asLong() >= ROWS);
        decide(ROWS + 1, ROWS + 1);
        gateway.close();

        assertThat(anchors())
                .contains(Long.toString(graph.auditLog().head("live").sequence()));
        gateway = new RunningGateway(redis, neo4j.settings().uri(), Map.of());
    }

    private void decide(int from, int to) {
        for (int i = from; i <= to; i++) {
            graph.dutyDesk().acknowledge("live", "I-" + i, "王值班");
        }
    }

    /** As somebody would who owns the graph. */
    private void cutAfter(int sequence) {
        try (Driver driver = GraphDatabase.driver(neo4j.settings().uri(), AuthTokens.none())) {
            driver.executableQuery("""
                            MATCH (last:Audit {world: 'live', sequence: $sequence}), (head:AuditHead {world: 'live'})
                            SET head.sequence = last.sequence, head.hash = last.hash
                            WITH head
                            MATCH (row:Audit {world: 'live'}) WHERE row.sequence > head.sequence
                            DELETE row
                            """)
                    .withParameters(Map.of("sequence", sequence))
                    .execute();
        }
        assertThat(graph.auditLog().verify("live").isIntact()).isTrue();
    }

    private JsonNode verification() {
        return RunningGateway.json(gateway.get(VERIFICATION));
    }

    private String alarms() {
        return RunningGateway.json(gateway.get("/api/v1/ledger")).get("alarms").toString();
    }

    private String anchors() {
        return redis.lines("XREVRANGE", "audit-anchor:live", "+", "-", "COUNT", "1")
                .toString();
    }
}
