package io.watchfloor.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.watchfloor.contract.IncidentState;
import io.watchfloor.graph.audit.Outbox;
import io.watchfloor.graph.connection.GraphUnavailableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A graph that stalls, dies and comes back. */
class GraphOutageIT {
    private static final String LIVE = "live";

    /** Less patient than in production, where eight seconds are tried. */
    private static final Duration RETRY = Duration.ofMillis(200);

    private static ForkedGraph forked;
    private static Graph graph;

    @BeforeAll
    static void start() {
        forked = ForkedGraph.shared();
        forked.wipe();
        graph = Graph.open(forked.settings(), Clock.systemUTC(), RETRY);
        GraphForTests.migrateOnce(graph);
    }

    @AfterAll
    static void stop() {
        graph.close();
    }

    @Test
    void shouldSayThatTheGraphIsGoneAndLoseNothingThatWasDecided() {
        graph.dutyDesk().acknowledge(LIVE, "I-1", "王值班");
        List<Outbox.Entry> queued = graph.outbox().listOldest(10);
        assertThat(graph.isUp()).isTrue();

        forked.kill();

        await("the end of the connection has come here").until(() -> !graph.isUp());
        assertThatThrownBy(() -> graph.dutyDesk().close(LIVE, "I-1", "王值班", null))
                .isInstanceOf(GraphUnavailableException.class);
        assertThatThrownBy(() -> graph.incidentFiling().file(List.of(), List.of(FiledReports.any())))
                .isInstanceOf(GraphUnavailableException.class);

        forked.restart();

        assertThat(graph.outbox().listOldest(10)).isEqualTo(queued);
        assertThat(graph.dutyDesk().close(LIVE, "I-1", "王值班", null).decision().state())
                .isEqualTo(IncidentState.CLOSED);
        assertThat(graph.auditLog().verify(LIVE).isIntact()).isTrue();
    }

    @Test
    void shouldNotWaitForAGraphThatStalls() throws Exception {
        assertThat(graph.isUp()).isTrue();

        signal("-STOP", forked.pid());
        try {
            await("the signal has reached every thread of it").until(() -> !graph.isUp());
            assertThatThrownBy(() -> graph.dutyDesk().acknowledge(LIVE, "I-2", "王值班"))
                    .isInstanceOf(GraphUnavailableException.class);
        } finally {
            signal("-CONT", forked.pid());
        }
        assertThat(graph.dutyDesk().acknowledge(LIVE, "I-2", "王值班").isDone()).isTrue();
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
