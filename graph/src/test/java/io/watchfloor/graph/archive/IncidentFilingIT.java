package io.watchfloor.graph.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.Understanding;
import io.watchfloor.contract.Wish;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.graph.archive.IncidentArchive.StoredIncident;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncidentFilingIT {
    private static final String LIVE = "live";
    private static final Instant START = Instant.parse("2026-03-01T08:00:00.123456Z");

    private final GraphSettings settings = ForkedGraph.shared().settings();
    private Graph graph;
    private IncidentFiling filing;
    private IncidentArchive archive;

    @BeforeEach
    void open() {
        graph = GraphForTests.openWith(
                new DistrictDraft()
                        .cell("C-1", 0, 0, 400)
                        .cell("C-2", 400, 0, 400)
                        .place("J1", 0, 0)
                        .person("P-1", "J1")
                        .build(),
                Clock.systemUTC());
        filing = graph.incidentFiling();
        archive = graph.incidentArchive();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldLeaveTheGraphAsOnceWhenABatchComesTwice() {
        List<ObservedIncident> incidents = List.of(incident("I-1", 2, "fire", 100), incident("I-1", 1, "fire", 100));
        List<FiledReport> reports = List.of(report("R-1", "I-1", 0), report("R-2", "I-1", 10));

        filing.file(incidents, reports);
        filing.file(incidents, reports);

        StoredIncident stored = archive.find(LIVE, "I-1").orElseThrow();
        assertThat(stored.observed()).isEqualTo(incidents.get(0));
        assertThat(stored.decision()).isNull();
        assertThat(archive.listReports(LIVE, "I-1", 0, 10)).isEqualTo(reports);
        assertThat(archive.listReports(LIVE, "I-1", 1, 10)).isEqualTo(reports.subList(1, 2));
        assertThat(count("MATCH (:Report)-[part:PART_OF]->(:Incident) RETURN count(part) AS count"))
                .isEqualTo(2);
        assertThat(count("MATCH (:Incident)-[of:OF_TYPE]->(:IncidentType {code: 'fire'}) RETURN count(of) AS count"))
                .isEqualTo(1);
        assertThat(count("MATCH (:Incident)-[in:LOCATED_IN]->(:Cell {id: 'C-1'}) RETURN count(in) AS count"))
                .isEqualTo(1);
    }

    @Test
    void shouldKeepTheHighestVersionAndMoveWithIt() {
        ObservedIncident newest = incident("I-1", 3, "gas-leak", 600);
        filing.file(List.of(incident("I-1", 1, "fire", 100)), List.of());
        filing.file(List.of(newest), List.of());
        filing.file(List.of(incident("I-1", 2, "fire", 100)), List.of());

        assertThat(archive.find(LIVE, "I-1").orElseThrow().observed()).isEqualTo(newest);
        assertThat(
                        count(
                                "MATCH (:Incident)-[of:OF_TYPE]->(type) WHERE type.code = 'gas-leak' RETURN count(of) AS count"))
                .isEqualTo(1);
        assertThat(count("MATCH (:Incident)-[in:OF_TYPE|LOCATED_IN]->() RETURN count(in) AS count"))
                .isEqualTo(2);
        assertThat(count("MATCH (:Incident)-[in:LOCATED_IN]->(:Cell {id: 'C-2'}) RETURN count(in) AS count"))
                .isEqualTo(1);
    }

    @Test
    void shouldKeepAReportWhereItWasFiledFirst() {
        filing.file(List.of(), List.of(report("R-1", "I-1", 0)));
        filing.file(List.of(), List.of(report("R-1", "I-2", 0), report("R-2", "I-2", 0)));

        assertThat(filing.keptWhereFirstFiled()).isEqualTo(1);
        assertThat(archive.listReports(LIVE, "I-1", 0, 10)).hasSize(1);
        assertThat(archive.listReports(LIVE, "I-2", 0, 10))
                .extracting(filed -> filed.report().id())
                .containsExactly("R-2");
    }

    @Test
    void shouldMoveAReportWithAHigherVersionAndNeverBack() {
        FiledReport moved = report("R-1", "I-2", 0, 2);
        filing.file(List.of(), List.of(report("R-1", "I-1", 0), report("R-2", "I-1", 0)));
        filing.file(List.of(), List.of(report("R-1", "I-1", 0), moved));
        filing.file(List.of(), List.of(moved, report("R-1", "I-1", 0)));
        filing.file(List.of(), List.of(report("R-1", "I-1", 0)));

        assertThat(filing.keptWhereFirstFiled()).isZero();
        assertThat(archive.listReports(LIVE, "I-2", 0, 10)).containsExactly(moved);
        assertThat(archive.listReports(LIVE, "I-1", 0, 10))
                .extracting(filed -> filed.report().id())
                .containsExactly("R-2");
        filing.file(List.of(), List.of(report("R-1", "I-3", 0, 2)));
        assertThat(filing.keptWhereFirstFiled()).isEqualTo(1);
    }

    @Test
    void shouldAddWhatWasObservedToWhatWasDecidedBefore() {
        graph.dutyDesk().assign(LIVE, "I-1", "P-1", "王值班");
        StoredIncident decidedOnly = archive.find(LIVE, "I-1").orElseThrow();
        assertThat(decidedOnly.observed()).isNull();

        filing.file(List.of(incident("I-1", 1, "fire", 100)), List.of());

        StoredIncident both = archive.find(LIVE, "I-1").orElseThrow();
        assertThat(both.observed().type()).isEqualTo("fire");
        assertThat(both.decision()).isEqualTo(decidedOnly.decision());
        assertThat(both.assignments()).hasSize(1);
    }

    @Test
    void shouldListWhatIsOpenOrChangedSince() {
        filing.file(
                List.of(
                        incident("I-OLD-OPEN", 1, "fire", 0),
                        incident("I-OLD-CLOSED", 1, "fire", 0),
                        incident("I-OTHER-WORLD", 1, "fire", 0, "drill-1")),
                List.of());
        graph.dutyDesk().close(LIVE, "I-OLD-CLOSED", "王值班", null);

        Instant justNow = Instant.now().minusSeconds(60);
        assertThat(archive.listSince(LIVE, justNow, 10))
                .extracting(stored -> stored.observed().id())
                .containsExactly("I-OLD-CLOSED", "I-OLD-OPEN");
        assertThat(archive.listSince(LIVE, Instant.now().plusSeconds(60), 10))
                .extracting(stored -> stored.observed().id())
                .containsExactly("I-OLD-OPEN");
        assertThat(archive.listSince(LIVE, justNow, 1))
                .singleElement()
                .satisfies(stored -> assertThat(stored.decision().state()).isEqualTo(IncidentState.CLOSED));
    }

    private long count(String cypher) {
        return GraphForTests.run(settings, cypher, Map.of()).get(0).get("count").asLong();
    }

    private static ObservedIncident incident(String id, long version, String type, double east) {
        return incident(id, version, type, east, LIVE);
    }

    private static ObservedIncident incident(String id, long version, String type, double east, String world) {
        return new ObservedIncident(
                world,
                id,
                version,
                type,
                Grade.I,
                "着火了",
                DistrictDraft.lat(100),
                DistrictDraft.lon(east),
                "人民路 12 号",
                START,
                START,
                START,
                START.plusSeconds(version),
                1,
                "156:607",
                0.75,
                PlacedBy.TEXT,
                "PL-1",
                new Mood(-0.5, 0.4, 0.2));
    }

    private static FiledReport report(String id, String incidentId, long seconds) {
        return report(id, incidentId, seconds, 1);
    }

    private static FiledReport report(String id, String incidentId, long seconds, long version) {
        return new FiledReport(
                LIVE,
                incidentId,
                0.9,
                seconds == 0 ? null : 12.5,
                seconds,
                new Report(
                        LIVE,
                        id,
                        "hotline-12345",
                        "S-" + id,
                        ReportKind.CALL,
                        null,
                        "有人\u0000着火'); MATCH (n) DETACH DELETE n",
                        START,
                        START.plusSeconds(seconds),
                        31.2,
                        null,
                        null,
                        "张先生"),
                version,
                new Understanding(
                        "zh",
                        "fire",
                        0.8,
                        Grade.I,
                        Mood.NEUTRAL,
                        Wish.RESCUE,
                        List.of("着火"),
                        new PlaceMention("PL-1", "人民路 12 号", 31.2, 121.4, 80, 0.9)));
    }
}
