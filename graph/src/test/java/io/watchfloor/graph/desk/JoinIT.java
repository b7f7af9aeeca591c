package io.watchfloor.graph.desk;

import static io.watchfloor.graph.desk.Observed.LIVE;
import static io.watchfloor.graph.desk.Observed.incident;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.SuccessionState;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.TickingClock;
import io.watchfloor.graph.archive.IncidentArchive;
import io.watchfloor.graph.audit.Outbox;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incidents joined by hand, and alerts kept silent. */
class JoinIT {
    private static final String A = "I-A";
    private static final String B = "I-B";
    private static final String C = "I-C";
    private static final String D = "I-D";

    private Graph graph;
    private DutyDesk desk;

    @BeforeEach
    void open() {
        graph = GraphForTests.openWith(
                new DistrictDraft().place("J1", 0, 0).person("P-1", "J1").build(), new TickingClock(Observed.START));
        graph.incidentFiling()
                .file(
                        List.of(
                                incident(A, 1, "noise", 1),
                                incident(B, 1, "noise", 1),
                                incident(C, 1, "noise", 1),
                                incident(D, 1, "noise", 1)),
                        List.of());
        desk = graph.dutyDesk();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldMakeOnePartOfAnotherAndGiveItBackAsItWas() {
        IncidentDecision before = desk.acknowledge(LIVE, B, "王值班").decision();

        DeskResult joined = desk.join(LIVE, B, A, "李值班");
        assertThat(joined.decision().state()).isEqualTo(IncidentState.MERGED);
        assertThat(joined.decision().mergedInto()).isEqualTo(A);
        assertThat(joined.decision().acknowledgedBy()).isEqualTo("王值班");
        assertThat(desk.join(LIVE, B, A, "李值班")).isEqualTo(joined);
        assertThat(desk.assign(LIVE, B, "P-1", "王值班")).satisfies(no -> {
            assertThat(no.refusal()).isEqualTo(Refusal.INCIDENT_NOT_OPEN);
            assertThat(no.detailZh()).contains("已并入").contains(A);
        });

        IncidentDecision apart = desk.unjoin(LIVE, B, "李值班").decision();
        assertThat(apart.state()).isEqualTo(before.state());
        assertThat(apart.acknowledgedAt()).isEqualTo(before.acknowledgedAt());
        assertThat(apart.mergedInto()).isNull();
        assertThat(apart.version()).isEqualTo(3);
        assertThat(desk.unjoin(LIVE, B, "李值班").decision()).isEqualTo(apart);
        assertThat(graph.incidentArchive().listTimeline(LIVE, A))
                .extracting(IncidentArchive.TimelineEntry::action)
                .containsExactly("join", "unjoin");
        assertThat(graph.outbox().listOldest(10))
                .extracting(Outbox.Entry::intakeRegion)
                .containsOnlyNulls();
    }

    @Test
    void shouldWaitForSomebodyWhenTheNextWasBeingLookedForAndItWasJoinedMeanwhile() {
        desk.acknowledge(LIVE, B, "王值班");
        String sent = desk.assign(LIVE, B, "P-1", new DutyDesk.Offer(Duration.ofSeconds(60), 3), "王值班")
                .assignment()
                .id();
        DeskResult declined = desk.advance(LIVE, sent, AssignmentState.DECLINED, EndReason.BUSY, "P-1", null);
        assertThat(declined.decision().state()).isEqualTo(IncidentState.DISPATCHED);
        desk.join(LIVE, B, A, "李值班");

        desk.unjoin(LIVE, B, "李值班");
        assertThat(stateOf(B)).as("the next is looked for on").isEqualTo(IncidentState.DISPATCHED);

        desk.join(LIVE, B, A, "李值班");
        desk.endList(LIVE, sent, SuccessionState.STOPPED);
        desk.unjoin(LIVE, B, "李值班");
        assertThat(stateOf(B)).isEqualTo(IncidentState.OPENED);
    }

    private IncidentState stateOf(String id) {
        return graph.incidentArchive().find(LIVE, id).orElseThrow().decision().state();
    }

    @Test
    void shouldFlattenAChainToItsSurvivorAndComeApartWhereItWasJoined() {
        desk.join(LIVE, C, B, "王值班");
        desk.join(LIVE, D, B, "王值班");
        desk.join(LIVE, B, A, "王值班");

        assertThat(survivorOf(C)).isEqualTo(A);
        assertThat(survivorOf(D)).isEqualTo(A);
        assertThat(desk.join(LIVE, A, B, "王值班").refusal()).isEqualTo(Refusal.WOULD_CIRCLE);

        desk.unjoin(LIVE, B, "王值班");
        assertThat(survivorOf(B)).isNull();
        assertThat(survivorOf(C)).isEqualTo(B);
        assertThat(survivorOf(D)).isEqualTo(B);

        desk.unjoin(LIVE, C, "王值班");
        assertThat(survivorOf(C)).isNull();
        assertThat(survivorOf(D)).isEqualTo(B);
    }

    @Test
    void shouldRefuseWhatWouldLoseSomebodyOrSomething() {
        assertThat(desk.join(LIVE, A, A, "a").refusal()).isEqualTo(Refusal.WOULD_CIRCLE);
        assertThat(desk.join(LIVE, A, "R-1", "a").refusal()).isEqualTo(Refusal.INCIDENT_UNKNOWN);
        desk.join(LIVE, B, A, "a");
        assertThat(desk.join(LIVE, A, B, "a").refusal()).isEqualTo(Refusal.WOULD_CIRCLE);
        assertThat(desk.join(LIVE, C, B, "a").refusal()).isEqualTo(Refusal.ALREADY_MERGED);
        assertThat(desk.join(LIVE, B, C, "a").detailEn()).contains(A);

        String sent = desk.assign(LIVE, C, "P-1", "a").assignment().id();
        assertThat(desk.join(LIVE, C, A, "a").refusal()).isEqualTo(Refusal.STILL_ASSIGNED);
        desk.advance(LIVE, sent, AssignmentState.RECALLED, "a", null);
        desk.close(LIVE, D, "王值班", null);
        assertThat(desk.join(LIVE, C, D, "a").detailZh()).contains("王值班");
        assertThat(desk.join(LIVE, D, C, "a").refusal()).isEqualTo(Refusal.INCIDENT_NOT_OPEN);
        assertThat(desk.join(LIVE, C, A, "a").isDone()).isTrue();
        assertThat(graph.auditLog().verify(LIVE).isIntact()).isTrue();
    }

    @Test
    void shouldLeaveExactlyOneSurvivorWhenTwoOfficersJoinEachIntoTheOther() throws Exception {
        ExecutorService officers = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                Future<DeskResult> one = officers.submit(() -> desk.join(LIVE, A, B, "王值班"));
                Future<DeskResult> two = officers.submit(() -> desk.join(LIVE, B, A, "李值班"));

                assertThat(List.of(one.get(), two.get()))
                        .filteredOn(DeskResult::isDone)
                        .hasSize(1);
                desk.unjoin(LIVE, A, "王值班");
                desk.unjoin(LIVE, B, "王值班");
            }
        } finally {
            officers.shutdownNow();
        }
        assertThat(graph.auditLog().verify(LIVE).isIntact()).isTrue();
    }

    @Test
    void shouldListWhatIsJoinedForAsLongAsItsSurvivorIsOpen() {
        desk.join(LIVE, B, A, "王值班");
        assertThat(listedLater()).contains(B);

        desk.close(LIVE, A, "王值班", null);
        assertThat(listedLater()).doesNotContain(A, B);
    }

    @Test
    void shouldKeepAnAlertSilentForAReasonAndLetItSpeakAgain() {
        DeskResult first = desk.snooze(LIVE, "W-1", 90, "夜间抢修", "王值班");
        AlertDecision silent = first.alert();
        assertThat(silent.version()).isEqualTo(1);
        assertThat(Duration.between(silent.updatedAt(), silent.snoozedUntil())).isEqualTo(Duration.ofMinutes(90));
        assertThat(desk.snooze(LIVE, "W-1", 90, "夜间抢修", "王值班")).isEqualTo(first);
        assertThat(desk.snooze(LIVE, "W-1", 10, "夜间抢修", "王值班").alert().version())
                .isEqualTo(2);

        AlertDecision speaks = desk.unsnooze(LIVE, "W-1", "李值班").alert();
        assertThat(speaks.snoozedUntil()).isNull();
        assertThat(speaks.reason()).isNull();
        assertThat(desk.unsnooze(LIVE, "W-1", "李值班").alert()).isEqualTo(speaks);
        assertThat(desk.unsnooze(LIVE, "W-2", "李值班").alert().version()).isZero();
        assertThat(graph.incidentArchive().findAlertDecision(LIVE, "W-1")).hasValue(speaks);
        assertThat(graph.incidentArchive().listAlertDecisions(LIVE, Observed.START, 10))
                .containsExactly(speaks);
        assertThat(graph.outbox().listOldest(10))
                .extracting(Outbox.Entry::messageKind)
                .containsExactly("alert-decision", "alert-decision", "alert-decision");
    }

    @Test
    void shouldNotKeepAnAlertSilentForEverOrForNothing() {
        assertThat(desk.snooze(LIVE, "W-1", 0, "x", "a").refusal()).isEqualTo(Refusal.MINUTES_OUT_OF_RANGE);
        assertThat(desk.snooze(LIVE, "W-1", 1441, "x", "a").detailZh()).contains("1440");
        assertThat(desk.snooze(LIVE, "W-1", 60, " ", "a").refusal()).isEqualTo(Refusal.REASON_MISSING);
        assertThat(desk.snooze(LIVE, " ", 60, "x", "a").refusal()).isEqualTo(Refusal.ALERT_UNKNOWN);
        assertThat(graph.incidentArchive().findAlertDecision(LIVE, "W-1")).isEmpty();
    }

    private String survivorOf(String incidentId) {
        return decisionOf(incidentId).mergedInto();
    }

    private IncidentDecision decisionOf(String incidentId) {
        return graph.incidentArchive().find(LIVE, incidentId).orElseThrow().decision();
    }

    private List<String> listedLater() {
        return graph.incidentArchive().listSince(LIVE, Observed.START.plusSeconds(86_400), 100).stream()
                .map(stored -> stored.observed().id())
                .toList();
    }
}
