package io.watchfloor.graph.desk;

import static io.watchfloor.graph.desk.Observed.LIVE;
import static io.watchfloor.graph.desk.Observed.incident;
import static io.watchfloor.graph.desk.Observed.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Correction;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.ObservedIncidents;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.TickingClock;
import io.watchfloor.graph.archive.IncidentArchive;
import io.watchfloor.graph.archive.IncidentArchive.Label;
import io.watchfloor.graph.audit.AuditLog;
import io.watchfloor.graph.audit.Outbox;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.district.DistrictDraft;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrectionIT {
    private static final String NOISE = "I-NOISE00001";
    private static final ObservedIncident SEEN = incident(NOISE, 3, "noise", 3);

    private Graph graph;
    private DutyDesk desk;

    @BeforeEach
    void open() {
        graph = GraphForTests.openWith(
                new DistrictDraft().place("J1", 500, 0).build(), new TickingClock(Observed.START));
        graph.incidentFiling()
                .file(
                        List.of(SEEN, incident("I-OTHER00001", 1, "noise", 1)),
                        List.of(
                                report("R-1", NOISE, 1, 1),
                                report("R-2", NOISE, 1, 2),
                                report("R-3", NOISE, 1, 3),
                                report("R-9", "I-OTHER00001", 1, 1)));
        desk = graph.dutyDesk();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldSendACorrectionOfTypeToTheIntakeOfItsRegionOnce() {
        DeskResult first = desk.retype(SEEN, "elevator-trapped", "王值班");
        DeskResult again = desk.retype(SEEN, "elevator-trapped", "李值班");

        assertThat(again).isEqualTo(first);
        Outbox.Entry entry = onlyEntry();
        assertThat(entry.messageKind()).isEqualTo("correction");
        assertThat(entry.intakeRegion()).isEqualTo("156:607");
        Correction correction = MessageCodec.decode(entry.messageJson(), Correction.class);
        assertThat(correction.id()).isEqualTo(first.corrected().id()).startsWith("C-");
        assertThat(correction.type()).isEqualTo("elevator-trapped");
        assertThat(correction.known()).isEqualTo(SEEN);
        assertThat(correction.moved()).isEmpty();
        assertThat(graph.incidentArchive().listTimeline(LIVE, NOISE))
                .extracting(IncidentArchive.TimelineEntry::action, IncidentArchive.TimelineEntry::note)
                .containsExactly(Tuple.tuple("retype", "noise → elevator-trapped"));
    }

    @Test
    void shouldSendAnOfficersGradeOnceAndKeepItAsALabel() {
        DeskResult first = desk.regrade(SEEN, Grade.I, "王值班");
        assertThat(desk.regrade(SEEN, Grade.I, "李值班")).isEqualTo(first);
        DeskResult lower = desk.regrade(SEEN, Grade.II, "李值班");

        assertThat(lower.corrected()).isNotEqualTo(first.corrected());
        assertThat(corrections())
                .extracting(Correction::id, Correction::grade, Correction::type, Correction::lat)
                .containsExactly(
                        Tuple.tuple(first.corrected().id(), Grade.I, null, null),
                        Tuple.tuple(lower.corrected().id(), Grade.II, null, null));
        String read = SEEN.grade().name();
        assertThat(graph.incidentArchive().listTimeline(LIVE, NOISE))
                .extracting(
                        IncidentArchive.TimelineEntry::action,
                        IncidentArchive.TimelineEntry::actor,
                        IncidentArchive.TimelineEntry::note)
                .containsExactly(
                        Tuple.tuple("regrade", "王值班", read + " → I"), Tuple.tuple("regrade", "李值班", read + " → II"));
        assertThat(graph.incidentArchive().listLabels(LIVE, 0, 100)).hasSize(3).allSatisfy(label -> assertThat(label)
                .extracting(Label::kind, Label::fromGrade, Label::toGrade, Label::fromType, Label::toType)
                .containsExactly("grade", read, "II", null, null));
        assertThat(graph.auditLog().verify(LIVE)).isEqualTo(new AuditLog.Verification(2, null, null));
    }

    @Test
    void shouldFileAnOfficersGradeWithWhatTheReportsSayBesideIt() {
        ObservedIncident graded = ObservedIncidents.graded(SEEN, SEEN.version() + 1, Grade.I, Grade.III);
        graph.incidentFiling().file(List.of(graded), List.of());

        assertThat(graph.incidentArchive().find(LIVE, NOISE).orElseThrow().observed())
                .isEqualTo(graded);
        assertThat(desk.regrade(incident("X-1", 1, "noise", 1), Grade.I, "a").refusal())
                .isEqualTo(Refusal.INCIDENT_UNKNOWN);
    }

    @Test
    void shouldTakeWhatTheGraphKnowsWhenThatIsNewerAndElseWhatTheOfficerSaw() {
        ObservedIncident unfiled = incident("I-AHEAD00001", 7, "noise", 1);
        desk.retype(incident(NOISE, 2, "garbage", 2), "elevator-trapped", "王值班");
        desk.retype(unfiled, "elevator-trapped", "王值班");

        assertThat(corrections()).extracting(Correction::known).containsExactly(SEEN, unfiled);
    }

    @Test
    void shouldPlaceAnIncidentAtAPointOrAtAPlace() {
        desk.place(SEEN, 31.3, 121.5, null, "王值班");
        desk.place(SEEN, 31.3, 121.5, null, "王值班");
        desk.place(SEEN, null, null, "J1", "王值班");

        assertThat(corrections())
                .extracting(Correction::lat, Correction::lon, Correction::placeId)
                .containsExactly(
                        Tuple.tuple(31.3, 121.5, null),
                        Tuple.tuple(DistrictDraft.lat(0), DistrictDraft.lon(500), "J1"));
    }

    @Test
    void shouldRefuseWhatCannotBeCarriedOutAndSayWhy() {
        assertThat(desk.retype(SEEN, "dragons", "a")).satisfies(no -> {
            assertThat(no.refusal()).isEqualTo(Refusal.TYPE_UNKNOWN);
            assertThat(no.detailZh()).contains("dragons");
        });
        assertThat(desk.place(SEEN, null, null, "PL-404", "a").refusal()).isEqualTo(Refusal.PLACE_UNKNOWN);
        assertThat(desk.place(SEEN, 91.0, 0.0, null, "a").refusal()).isEqualTo(Refusal.POSITION_INVALID);
        assertThat(desk.place(SEEN, 0.0, 0.0, null, "a").refusal()).isEqualTo(Refusal.POSITION_INVALID);
        assertThat(desk.place(SEEN, Double.NaN, 0.0, null, "a").refusal()).isEqualTo(Refusal.POSITION_INVALID);
        assertThat(desk.place(SEEN, 31.0, 121.0, "J1", "a").refusal()).isEqualTo(Refusal.POSITION_INVALID);
        assertThat(desk.retype(incident("X-1", 1, "noise", 1), "fire", "a").refusal())
                .isEqualTo(Refusal.INCIDENT_UNKNOWN);
        assertThat(split("R-404").refusal()).isEqualTo(Refusal.REPORT_UNKNOWN);
        assertThat(split("R-9").detailEn()).contains("I-OTHER00001");
        assertThat(split().refusal()).isEqualTo(Refusal.REPORTS_INVALID);
        assertThat(split("R-1", "R-2", "R-3").refusal()).isEqualTo(Refusal.NOTHING_LEFT);
        assertThat(graph.outbox().listOldest(10)).isEmpty();
        assertThat(graph.auditLog().verify(LIVE)).isEqualTo(new AuditLog.Verification(11, null, null));
    }

    @Test
    void shouldSplitReportsOffOnceAndMoveThemWhenThePipelineHasFiledThemAnew() {
        DeskResult first = split("R-3", "R-2");
        String movedTo = first.corrected().movedTo();
        assertThat(movedTo).isEqualTo(Ids.incident("R-2"));
        assertThat(split("R-2", "R-3")).isEqualTo(first);
        assertThat(split("R-3")).satisfies(no -> {
            assertThat(no.refusal()).isEqualTo(Refusal.REPORT_ELSEWHERE);
            assertThat(no.detailZh()).contains(movedTo);
        });
        assertThat(split("R-1").refusal()).isEqualTo(Refusal.NOTHING_LEFT);
        Correction correction = corrections().get(0);
        assertThat(correction.moved()).extracting(filed -> filed.report().id()).containsExactly("R-2", "R-3");

        graph.incidentFiling()
                .file(
                        List.of(incident(NOISE, 4, "noise", 1), incident(movedTo, 1, "noise", 2)),
                        List.of(report("R-2", movedTo, 2, 2), report("R-3", movedTo, 2, 3)));

        assertThat(reportsOf(NOISE)).containsExactly("R-1");
        assertThat(reportsOf(movedTo)).containsExactly("R-2", "R-3");
        assertThat(split("R-2", "R-3")).isEqualTo(first);
        assertThat(desk.split(incident(movedTo, 1, "noise", 2), List.of("R-3"), "a")
                        .isDone())
                .isTrue();
        assertThat(graph.incidentArchive().listTimeline(LIVE, movedTo))
                .extracting(IncidentArchive.TimelineEntry::action)
                .containsExactly("split", "split");
    }

    @Test
    void shouldGiveTheOpeningReportAnIncidentThatThereIsNotYet() {
        String opened = Ids.incident("R-1");
        ObservedIncident own = incident(opened, 1, "noise", 2);
        graph.incidentFiling().file(List.of(own), List.of(report("R-1", opened, 2, 1), report("R-2", opened, 2, 2)));

        DeskResult result = desk.split(own, List.of("R-1"), "王值班");

        assertThat(result.corrected().movedTo())
                .isEqualTo(Ids.incident(result.corrected().id()))
                .isNotEqualTo(opened);
    }

    @Test
    void shouldKeepCorrectionsAsLabelsOfTheReportsTheyStillConcern() {
        desk.retype(SEEN, "elevator-trapped", "王值班");
        desk.retype(SEEN, "garbage", "王值班");
        desk.place(SEEN, null, null, "J1", "李值班");
        split("R-3");

        List<Label> labels = graph.incidentArchive().listLabels(LIVE, 0, 100);

        assertThat(labels)
                .extracting(Label::kind, Label::reportId, Label::fromType, Label::toType, Label::placeId)
                .containsExactly(
                        Tuple.tuple("type", "R-1", "noise", "garbage", null),
                        Tuple.tuple("type", "R-2", "noise", "garbage", null),
                        Tuple.tuple("place", "R-1", null, null, "J1"),
                        Tuple.tuple("place", "R-2", null, null, "J1"),
                        Tuple.tuple("split", "R-3", null, null, null));
        assertThat(labels.get(0).text()).isEqualTo("话 R-1");
        assertThat(labels.get(2).actor()).isEqualTo("李值班");
        assertThat(graph.incidentArchive().listLabels(LIVE, 4, 100)).hasSize(1);
        assertThat(graph.incidentArchive().listLabels("drill-1", 0, 100)).isEmpty();
    }

    @Test
    void shouldReadReportsBackByTheirIdsNewestFirst() {
        assertThat(graph.incidentArchive().listReports(LIVE, List.of("R-1", "R-9", "R-3", "R-404", "R-3")))
                .extracting(filed -> filed.report().id())
                .containsExactly("R-3", "R-1", "R-9");
    }

    private DeskResult split(String... reportIds) {
        return desk.split(SEEN, List.of(reportIds), "王值班");
    }

    private List<String> reportsOf(String incidentId) {
        return graph.incidentArchive().listReports(LIVE, incidentId, 0, 10).stream()
                .map(FiledReport::report)
                .map(report -> report.id())
                .toList();
    }

    private Outbox.Entry onlyEntry() {
        List<Outbox.Entry> entries = graph.outbox().listOldest(10);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private List<Correction> corrections() {
        return graph.outbox().listOldest(10).stream()
                .map(entry -> MessageCodec.decode(entry.messageJson(), Correction.class))
                .toList();
    }
}
