package io.watchfloor.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.contract.IncidentState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A graph that dies, stalls and comes back. */
class GraphOutageIT {
    private static final String LIVE = "live";

    @Test
    void shouldSayThatTheGraphIsGoneAndLoseNothingThatWasDecided() {
        try (ForkedGraph forked = ForkedGraph.start();
                Graph graph = Graph.open(forked.settings())) {
            graph.migrate();
            graph.dutyDesk().acknowledge(LIVE, "I-1", "王值班");
            List<Outbox.Entry> queued = graph.outbox().listOldest(10);
            assertThat(graph.isUp()).isTrue();

            forked.kill();

            assertThat(graph.isUp()).isFalse();
            assertThatThrownBy(() -> graph.dutyDesk().close(LIVE, "I-1", "王值班", null))
                    .isInstanceOf(GraphUnavailableException.class);
            assertThatThrownBy(() -> graph.incidentFiling().file(List.of(), List.of(FiledReports.any())))
                    .isInstanceOf(GraphUnavailableException.class);

            forked.restart();

            assertThat(graph.outbox().listOldest(10)).isEqualTo(queued);
            assertThat(graph.dutyDesk()
                            .close(LIVE, "I-1", "王值班", null)
                            .decision()
                            .state())
                    .isEqualTo(IncidentState.CLOSED);
            assertThat(graph.auditLog().verify(LIVE).isIntact()).isTrue();
        }
    }

    @Test
    void shouldNotWaitForAGraphThatStalls() throws Exception {
        try (ForkedGraph forked = ForkedGraph.start();
                Graph graph = Graph.open(forked.settings())) {
            graph.migrate();
            assertThat(graph.isUp()).isTrue();

            signal("-STOP", forked.pid());
            try {
                long start = System.nanoTime();
                assertThat(graph.isUp()).isFalse();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
                assertThatThrownBy(() -> graph.dutyDesk().acknowledge(LIVE, "I-1", "王值班"))
                        .isInstanceOf(GraphUnavailableException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
            } finally {
                signal("-CONT", forked.pid());
            }
            assertThat(graph.dutyDesk().acknowledge(LIVE, "I-1", "王值班").isDone())
                    .isTrue();
        }
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
