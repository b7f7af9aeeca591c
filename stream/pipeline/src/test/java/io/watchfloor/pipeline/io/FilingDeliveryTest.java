package io.watchfloor.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.contract.Report;
import io.watchfloor.graph.archive.IncidentFiling;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.pipeline.Reports;
import io.watchfloor.pipeline.function.Observation;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilingDeliveryTest {
    /** A graph that can be away, or refuse one incident for ever. */
    private static final class FakeGraph implements FilingAccess.Opened, IncidentFiling {
        private final List<ObservedIncident> incidents = new ArrayList<>();
        private final List<FiledReport> reports = new ArrayList<>();
        private boolean away;
        private boolean prepared;
        private String refusedId;

        @Override
        public void prepare() {
            failIfAway();
            prepared = true;
        }

        @Override
        public IncidentFiling filing() {
            return this;
        }

        @Override
        public void file(List<ObservedIncident> newIncidents, List<FiledReport> newReports) {
            failIfAway();
            if (newIncidents.stream().anyMatch(incident -> incident.id().equals(refusedId))) {
                throw new IllegalArgumentException("refused");
            }
            incidents.addAll(newIncidents);
            reports.addAll(newReports);
        }

        private void failIfAway() {
            if (away) {
                throw new GraphUnavailableException("away", null);
            }
        }

        @Override
        public void close() {}
    }

    private final FakeGraph graph = new FakeGraph();
    private final RecordedMetrics metrics = new RecordedMetrics();
    private final RedisAddress nobody = new RedisAddress(URI.create("redis://127.0.0.1:1"));
    private final FilingDelivery delivery = new FilingDelivery(
            graph,
            nobody.open(),
            new DeadLetters("live", Clock.systemUTC()),
            new GivingWay(() -> false, System::nanoTime),
            metrics);

    @Test
    void shouldFileOnlyTheNewestOfEachIncidentAndAllReports() throws Exception {
        delivery.deliver(List.of(
                incident("I-1", 1), report("1"), incident("I-1", 2), report("2"), incident("I-2", 1), report("3")));

        assertThat(graph.prepared).isTrue();
        assertThat(graph.incidents).extracting(ObservedIncident::version).containsExactly(2L, 1L);
        assertThat(graph.reports).hasSize(3);
    }

    @Test
    void shouldAskForTheBatchAgainWhileTheGraphIsAway() throws Exception {
        graph.away = true;
        List<Observation> batch = List.of(incident("I-1", 1));
        assertThatThrownBy(() -> delivery.deliver(batch)).isInstanceOf(UndeliverableException.class);

        graph.away = false;
        delivery.deliver(batch);

        assertThat(graph.incidents).hasSize(1);
    }

    @Test
    void shouldFileTheOthersWhenOneEntryIsRefusedAndNeverDropItUnkept() {
        graph.refusedId = "I-2";
        List<Observation> batch = List.of(incident("I-1", 1), incident("I-2", 1));

        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThatThrownBy(() -> delivery.deliver(batch)).isInstanceOf(UndeliverableException.class);
        }

        assertThat(graph.incidents).extracting(ObservedIncident::id).containsExactly("I-1");
        assertThat(metrics.count("deadLetters"))
                .as("the dead letter could not be kept, so it must be tried again")
                .isZero();
    }

    private static Observation incident(String id, long version) {
        Report report = Reports.at("1", "fire", "2026-03-01T08:00:00Z", Reports.LAT, Reports.LON);
        return new Observation(
                new ObservedIncident(
                        "live",
                        id,
                        version,
                        "fire",
                        Grade.I,
                        "fire",
                        report.lat(),
                        report.lon(),
                        null,
                        report.occurredAt(),
                        report.occurredAt(),
                        report.receivedAt(),
                        report.receivedAt(),
                        (int) version,
                        "150:600",
                        1,
                        PlacedBy.REPORT,
                        null,
                        Mood.NEUTRAL),
                null);
    }

    private static Observation report(String sourceId) {
        Report report = Reports.at(sourceId, "fire", "2026-03-01T08:00:00Z", Reports.LAT, Reports.LON);
        return new Observation(null, new FiledReport("live", "I-1", 1, 0.0, 0, report, 1, null));
    }
}
