package io.watchfloor.graph.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.graph.plan.AutomaticSending.Setting;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutomaticSendingIT {
    private static final String LIVE = "live";

    private final GraphSettings settings = ForkedGraph.shared().settings();
    private Graph graph;

    @BeforeEach
    void open() {
        graph = GraphForTests.openEmpty(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldBeOffUntilSomebodySaysSoAndKeepWhoAndWhy() {
        assertThat(graph.automaticSending().list(LIVE)).isEmpty();
        Setting set = graph.automaticSending().set(LIVE, "AR-1", true, "王值班", "夜间人手少");
        assertThat(set.on()).isTrue();
        assertThat(set.setBy()).isEqualTo("王值班");
        try (Graph another = Graph.open(settings)) {
            assertThat(another.automaticSending().list(LIVE)).containsExactly(set);
            assertThat(another.automaticSending().list("drill-1")).isEmpty();
        }
        Setting off = graph.automaticSending().set(LIVE, "AR-1", false, "李值班", "白班接手");
        assertThat(graph.automaticSending().list(LIVE)).containsExactly(off);
    }

    @Test
    void shouldAuditEachChangeOnceAndSayingTheSameAgainNotAtAll() {
        graph.automaticSending().set(LIVE, "AR-1", true, "王值班", "夜间人手少");
        Setting again = graph.automaticSending().set(LIVE, "AR-1", true, "李值班", "我也要");
        assertThat(again.setBy()).isEqualTo("王值班");
        graph.automaticSending().set(LIVE, "AR-1", false, "李值班", "白班接手");
        assertThat(GraphForTests.run(
                        settings,
                        "MATCH (row:Audit {world: $world}) RETURN row.action AS action, row.actor AS actor,"
                                + " row.note AS note, row.about AS about ORDER BY row.sequence",
                        Map.of("world", LIVE)))
                .extracting(row -> row.get("action").asString() + " "
                        + row.get("actor").asString() + " " + row.get("note").asString() + " "
                        + row.get("about").asString())
                .containsExactly("automatic-on 王值班 夜间人手少 AR-1", "automatic-off 李值班 白班接手 AR-1");
        assertThat(graph.auditLog().verify(LIVE).isIntact()).isTrue();
    }
}
