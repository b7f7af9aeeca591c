package io.watchfloor.graph.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.GraphSettings;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditLogIT {
    private static final String LIVE = "live";
    private static final int ROWS = 6;

    private final GraphSettings settings = ForkedGraph.shared().settings();
    private Graph graph;

    @BeforeEach
    void decideSomething() {
        graph = GraphForTests.openEmpty(Clock.systemUTC());
        for (int i = 1; i <= ROWS; i++) {
            graph.dutyDesk().acknowledge(LIVE, "I-" + i, "王值班");
        }
        graph.dutyDesk().acknowledge("drill-1", "I-1", "教官");
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldFindALogIntactThatIs() {
        assertThat(graph.auditLog().verify(LIVE)).isEqualTo(new AuditLog.Verification(ROWS, null, null));
        assertThat(graph.auditLog().verify("drill-1").rows()).isEqualTo(1);
        assertThat(graph.auditLog().verify("drill-2").isIntact()).isTrue();
    }

    @Test
    void shouldFindARowThatWasChanged() {
        tamper("MATCH (row:Audit {world: 'live', sequence: 3}) SET row.actor = '别人'");

        AuditLog.Verification found = graph.auditLog().verify(LIVE);
        assertThat(found.brokenAt()).isEqualTo(3);
        assertThat(found.detail()).contains("row 3 was changed");
    }

    @Test
    void shouldFindARowThatWasChangedTogetherWithItsHash() {
        AuditRow forged = new AuditRow(
                LIVE,
                ROWS,
                java.time.Instant.parse("2026-03-01T08:00:00Z"),
                "别人",
                "acknowledge",
                null,
                "I-6",
                null,
                null,
                null,
                null,
                null,
                "made up");
        GraphForTests.run(
                settings,
                "MATCH (row:Audit {world: 'live', sequence: 6}) SET row = $row",
                Map.of("row", forged.toProperties()));

        assertThat(graph.auditLog().verify(LIVE).brokenAt()).isEqualTo(ROWS);
    }

    @Test
    void shouldFindARowThatWasRemoved() {
        tamper("MATCH (row:Audit {world: 'live', sequence: 4}) DELETE row");

        assertThat(graph.auditLog().verify(LIVE).brokenAt()).isEqualTo(4);
    }

    @Test
    void shouldFindThatTheEndWasCutOff() {
        tamper("MATCH (row:Audit {world: 'live'}) WHERE row.sequence > 4 DELETE row");
        assertThat(graph.auditLog().verify(LIVE).brokenAt()).isEqualTo(5);

        tamper("MATCH (head:AuditHead {world: 'live'}) SET head.sequence = 4");
        assertThat(graph.auditLog().verify(LIVE).detail()).contains("head");
    }

    private void tamper(String cypher) {
        GraphForTests.run(settings, cypher, Map.of());
    }
}
