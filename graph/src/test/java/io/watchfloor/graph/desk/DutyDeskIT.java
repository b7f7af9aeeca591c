package io.watchfloor.graph.desk;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.TickingClock;
import io.watchfloor.graph.archive.IncidentArchive;
import io.watchfloor.graph.audit.AuditLog;
import io.watchfloor.graph.audit.Outbox;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DutyDeskIT {
    private static final String LIVE = "live";
    private static final String FIRE = "I-FIRE000001";
    private static final String LIFT = "I-LIFT000001";
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final TickingClock clock = new TickingClock(START);
    private Graph graph;
    private DutyDesk desk;

    @BeforeEach
    void open() {
        graph = GraphForTests.openWith(
                new DistrictDraft()
                        .place("J1", 0, 0)
                        .place("J2", 500, 0)
                        .road("J1", "J2", 500, 36)
                        .person("P-1", "J1", holds("patrol", 3))
                        .person("P-2", "J2", holds("patrol", 3))
                        .build(),
                clock);
        desk = graph.dutyDesk();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldWalkAnIncidentThroughAllItsStates() {
        Instant acknowledgedAt = clock.next();
        IncidentDecision opened = desk.acknowledge(LIVE, FIRE, "王值班").decision();
        assertThat(opened.state()).isEqualTo(IncidentState.OPENED);
        assertThat(opened.version()).isEqualTo(1);
        assertThat(opened.acknowledgedBy()).isEqualTo("王值班");
        assertThat(opened.acknowledgedAt()).isEqualTo(acknowledgedAt);

        DeskResult sent = desk.assign(LIVE, FIRE, "P-1", "王值班");
        String id = sent.assignment().id();
        assertThat(sent.decision().state()).isEqualTo(IncidentState.DISPATCHED);
        assertThat(sent.assignment().state()).isEqualTo(AssignmentState.OFFERED);
        assertThat(sent.person().availability()).isEqualTo(Availability.ASSIGNED);
        assertThat(sent.person().incidentId()).isEqualTo(FIRE);

        assertThat(advance(id, AssignmentState.ACCEPTED).decision().state()).isEqualTo(IncidentState.DISPATCHED);
        assertThat(advance(id, AssignmentState.EN_ROUTE).decision().version())
                .isEqualTo(sent.decision().version());
        DeskResult arrived = advance(id, AssignmentState.ON_SCENE);
        assertThat(arrived.decision().state()).isEqualTo(IncidentState.HANDLING);
        assertThat(arrived.decision().onSceneAt())
                .isEqualTo(arrived.assignment().onSceneAt());
        DeskResult done = advance(id, AssignmentState.DONE);
        assertThat(done.decision().state()).isEqualTo(IncidentState.REPORTED_BACK);
        assertThat(done.decision().reportedBackAt()).isEqualTo(done.assignment().endedAt());
        assertThat(done.person().availability()).isEqualTo(Availability.FREE);
        assertThat(done.assignment().version()).isEqualTo(5);

        IncidentDecision closed = desk.close(LIVE, FIRE, "李值班", "已核查").decision();
        assertThat(closed.state()).isEqualTo(IncidentState.CLOSED);
        assertThat(closed.closedBy()).isEqualTo("李值班");
        assertThat(graph.incidentArchive().find(LIVE, FIRE).orElseThrow().decision())
                .isEqualTo(closed);
    }

    @Test
    void shouldLeaveTheTimeOfASkippedStepEmpty() {
        DeskResult sent = desk.assign(LIVE, FIRE, "P-1", "王值班");
        String id = sent.assignment().id();
        DeskResult arrived = advance(id, AssignmentState.ON_SCENE);

        assertThat(sent.decision().acknowledgedAt()).isNull();
        assertThat(arrived.assignment().acceptedAt()).isNull();
        assertThat(arrived.assignment().enRouteAt()).isNull();
        DeskResult late = advance(id, AssignmentState.ACCEPTED);
        assertThat(late.refusal()).isEqualTo(Refusal.STEP_NOT_ALLOWED);
        assertThat(late.detailZh()).contains("已到场").contains("已接单");
        DeskResult acknowledged = desk.acknowledge(LIVE, FIRE, "王值班");
        assertThat(acknowledged.isDone()).isTrue();
        assertThat(acknowledged.decision().acknowledgedAt()).isNull();
        assertThat(acknowledged.decision().state()).isEqualTo(IncidentState.HANDLING);
    }

    @Test
    void shouldSendNobodyBeforeTheyWereFreeWhateverTheClockSays() {
        String first = desk.assign(LIVE, FIRE, "P-1", "王值班").assignment().id();
        DeskResult recalled = advance(first, AssignmentState.RECALLED);
        clock.setBack(Duration.ofHours(1));

        DeskResult again = desk.assign(LIVE, FIRE, "P-1", "李值班");

        assertThat(again.assignment().offeredAt())
                .isEqualTo(recalled.assignment().endedAt());
        assertThat(again.person().updatedAt()).isEqualTo(again.assignment().offeredAt());
    }

    @Test
    void shouldTellTheLoserWhoWasFirstAndWhere() {
        graph.incidentFiling().file(List.of(observed(FIRE, "人民路 12 号")), List.of());
        desk.assign(LIVE, FIRE, "P-1", "王值班");

        DeskResult refused = desk.assign(LIVE, LIFT, "P-1", "李值班");

        assertThat(refused.refusal()).isEqualTo(Refusal.PERSON_TAKEN);
        assertThat(refused.heldBy()).isEqualTo("王值班");
        assertThat(refused.heldFor()).isEqualTo(FIRE);
        assertThat(refused.detailZh()).contains("王值班").contains(FIRE).contains("人民路 12 号");
        assertThat(refused.detailEn()).contains("Mr P-1").contains("王值班").contains(FIRE);
        assertThat(graph.incidentArchive().find(LIVE, LIFT)).isEmpty();
    }

    @Test
    void shouldTellAnotherOfficerWhoSentThePersonToTheSameIncident() {
        desk.assign(LIVE, FIRE, "P-1", "王值班");

        DeskResult refused = desk.assign(LIVE, FIRE, "P-1", "李值班");

        assertThat(refused.refusal()).isEqualTo(Refusal.PERSON_TAKEN);
        assertThat(refused.heldBy()).isEqualTo("王值班");
        assertThat(refused.heldFor()).isEqualTo(FIRE);
    }

    @Test
    void shouldSucceedAndChangeNothingWhenAskedAgain() {
        DeskResult first = desk.assign(LIVE, FIRE, "P-1", "王值班");
        String id = first.assignment().id();
        assertThat(desk.assign(LIVE, FIRE, "P-1", "王值班")).isEqualTo(first);

        DeskResult accepted = advance(id, AssignmentState.ACCEPTED);
        DeskResult enRoute = advance(id, AssignmentState.EN_ROUTE);
        assertThat(advance(id, AssignmentState.ACCEPTED).assignment()).isEqualTo(enRoute.assignment());
        assertThat(accepted.assignment().acceptedAt())
                .isEqualTo(enRoute.assignment().acceptedAt());

        DeskResult done = advance(id, AssignmentState.DONE);
        assertThat(advance(id, AssignmentState.DONE)).isEqualTo(done);

        IncidentDecision closed = desk.close(LIVE, FIRE, "王值班", null).decision();
        assertThat(desk.close(LIVE, FIRE, "李值班", null).decision()).isEqualTo(closed);

        desk.acknowledge(LIVE, LIFT, "王值班");
        assertThat(desk.acknowledge(LIVE, LIFT, "李值班").decision().acknowledgedBy())
                .isEqualTo("王值班");
        assertThat(graph.auditLog().verify(LIVE).rows()).isEqualTo(6);
    }

    @Test
    void shouldRefuseWhatDoesNotExist() {
        assertThat(desk.assign(LIVE, FIRE, "P-404", "王值班").refusal()).isEqualTo(Refusal.PERSON_UNKNOWN);
        assertThat(desk.assign(LIVE, "", "P-1", "王值班").refusal()).isEqualTo(Refusal.INCIDENT_UNKNOWN);
        assertThat(desk.acknowledge(LIVE, "R-1", "王值班").refusal()).isEqualTo(Refusal.INCIDENT_UNKNOWN);
        assertThat(advance("A-404", AssignmentState.ACCEPTED).refusal()).isEqualTo(Refusal.ASSIGNMENT_UNKNOWN);
        assertThat(graph.auditLog().verify(LIVE)).isEqualTo(new AuditLog.Verification(4, null, null));
    }

    @Test
    void shouldOpenAgainWhatWasClosedTooSoon() {
        desk.close(LIVE, LIFT, "王值班", "误点");
        IncidentDecision again = desk.reopen(LIVE, LIFT, "李值班", null).decision();
        assertThat(again.state()).isEqualTo(IncidentState.OPENED);
        assertThat(again.acknowledgedBy()).isEqualTo("李值班");
        assertThat(again.closedAt()).isNull();
        assertThat(desk.reopen(LIVE, LIFT, "张三", null).decision()).isEqualTo(again);

        String id = desk.assign(LIVE, LIFT, "P-1", "王值班").assignment().id();
        advance(id, AssignmentState.ACCEPTED);
        advance(id, AssignmentState.DONE);
        desk.close(LIVE, LIFT, "王值班", null);
        assertThat(desk.reopen(LIVE, LIFT, "王值班", null).decision().state()).isEqualTo(IncidentState.REPORTED_BACK);
        assertThat(desk.reopen(LIVE, "R-1", "王值班", null).refusal()).isEqualTo(Refusal.INCIDENT_UNKNOWN);

        desk.join(LIVE, FIRE, LIFT, "王值班");
        assertThat(desk.reopen(LIVE, FIRE, "王值班", null).refusal()).isEqualTo(Refusal.INCIDENT_NOT_OPEN);
    }

    @Test
    void shouldNotCloseWhileSomebodyIsOnIt() {
        String id = desk.assign(LIVE, FIRE, "P-1", "王值班").assignment().id();
        DeskResult refused = desk.close(LIVE, FIRE, "王值班", null);
        assertThat(refused.refusal()).isEqualTo(Refusal.STILL_ASSIGNED);
        assertThat(refused.detailEn()).contains("1 person is");

        desk.advance(LIVE, id, AssignmentState.DECLINED, "P-1", "在忙");
        assertThat(desk.close(LIVE, FIRE, "王值班", null).isDone()).isTrue();
        assertThat(desk.assign(LIVE, FIRE, "P-1", "王值班").refusal()).isEqualTo(Refusal.INCIDENT_NOT_OPEN);
        assertThat(desk.acknowledge(LIVE, FIRE, "王值班").detailZh()).contains("已结案");
    }

    @Test
    void shouldWaitForSomebodyAgainWhenEverybodyIsGone() {
        String first = desk.assign(LIVE, FIRE, "P-1", "王值班").assignment().id();
        DeskResult recalled = desk.advance(LIVE, first, AssignmentState.RECALLED, "王值班", "误报");
        assertThat(recalled.decision().state()).isEqualTo(IncidentState.REPORTED);
        assertThat(recalled.assignment().note()).isEqualTo("误报");
        assertThat(recalled.person().availability()).isEqualTo(Availability.FREE);

        desk.acknowledge(LIVE, FIRE, "王值班");
        String second = desk.assign(LIVE, FIRE, "P-1", "王值班").assignment().id();
        assertThat(advance(second, AssignmentState.TIMED_OUT).decision().state())
                .isEqualTo(IncidentState.OPENED);
    }

    @Test
    void shouldBeReportedBackOnlyWhenEverybodyHasEnded() {
        String one = desk.assign(LIVE, FIRE, "P-1", "王值班").assignment().id();
        String two = desk.assign(LIVE, FIRE, "P-2", "王值班").assignment().id();
        advance(one, AssignmentState.ACCEPTED);
        advance(one, AssignmentState.ON_SCENE);
        DeskResult oneDone = advance(one, AssignmentState.DONE);
        assertThat(oneDone.decision().state()).isEqualTo(IncidentState.HANDLING);

        DeskResult twoGone = desk.advance(LIVE, two, AssignmentState.DECLINED, "P-1", "在忙");
        assertThat(twoGone.decision().state()).isEqualTo(IncidentState.REPORTED_BACK);
        assertThat(twoGone.decision().reportedBackAt())
                .isEqualTo(oneDone.assignment().endedAt());

        DeskResult again = desk.assign(LIVE, FIRE, "P-2", "王值班");
        assertThat(again.decision().state()).isEqualTo(IncidentState.DISPATCHED);
        assertThat(again.decision().reportedBackAt()).isNull();
    }

    @Test
    void shouldKeepWorldsApart() {
        desk.assign(LIVE, FIRE, "P-1", "王值班");
        DeskResult drill = desk.assign("drill-1", LIFT, "P-1", "教官");

        assertThat(drill.isDone()).isTrue();
        assertThat(graph.incidentArchive().listPersonStatus(LIVE))
                .extracting(PersonStatus::incidentId)
                .containsExactly(FIRE);
        assertThat(graph.incidentArchive().listPersonStatus("drill-1"))
                .extracting(PersonStatus::incidentId)
                .containsExactly(LIFT);
        assertThat(graph.incidentArchive().find("drill-1", FIRE)).isEmpty();
    }

    @Test
    void shouldQueueWhatChangedInTheOrderOfDecisions() {
        String id = desk.assign(LIVE, FIRE, "P-1", "王值班").assignment().id();
        advance(id, AssignmentState.ACCEPTED);
        desk.assign(LIVE, LIFT, "P-1", "李值班");

        List<Outbox.Entry> entries = graph.outbox().listOldest(100);

        assertThat(entries)
                .extracting(Outbox.Entry::messageKind)
                .containsExactly("person-status", "assignment", "incident-decision", "assignment");
        assertThat(entries).extracting(Outbox.Entry::world).containsOnly(LIVE);
        Assignment accepted = MessageCodec.decode(entries.get(3).messageJson(), Assignment.class);
        assertThat(accepted.state()).isEqualTo(AssignmentState.ACCEPTED);
        assertThat(accepted)
                .isEqualTo(graph.incidentArchive().findAssignment(LIVE, id).orElseThrow());
    }

    @Test
    void shouldKeepEntriesUntilTheyAreForgotten() {
        desk.acknowledge(LIVE, FIRE, "王值班");
        clock.setBack(Duration.ofHours(1));
        desk.acknowledge(LIVE, LIFT, "王值班");
        List<Outbox.Entry> listed = graph.outbox().listOldest(1);

        // A relay that crashed after publishing and before forgetting finds the same entry again.
        assertThat(graph.outbox().listOldest(1)).isEqualTo(listed);
        assertThat(listed.get(0).messageJson()).contains(FIRE);

        graph.outbox().forget(List.of(listed.get(0).id(), "live:404:0"));
        assertThat(graph.outbox().listOldest(10)).singleElement().satisfies(entry -> assertThat(entry.messageJson())
                .contains(LIFT));
    }

    @Test
    void shouldTellTheTimelineWithoutWhatWasRefused() {
        desk.acknowledge(LIVE, FIRE, "王值班");
        String id = desk.assign(LIVE, FIRE, "P-1", "王值班").assignment().id();
        desk.assign(LIVE, LIFT, "P-2", "李值班");
        desk.assign(LIVE, FIRE, "P-2", "王值班");
        desk.advance(LIVE, id, AssignmentState.ACCEPTED, "P-1", "马上到");

        assertThat(graph.incidentArchive().listTimeline(LIVE, FIRE))
                .extracting(
                        IncidentArchive.TimelineEntry::action,
                        IncidentArchive.TimelineEntry::actor,
                        IncidentArchive.TimelineEntry::assignmentId,
                        IncidentArchive.TimelineEntry::note)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("acknowledge", "王值班", null, null),
                        org.assertj.core.groups.Tuple.tuple("assign", "王值班", id, null),
                        org.assertj.core.groups.Tuple.tuple("accept", "P-1", id, "马上到"));
    }

    private DeskResult advance(String assignmentId, AssignmentState next) {
        return desk.advance(LIVE, assignmentId, next, "P-1", null);
    }

    private static ObservedIncident observed(String id, String address) {
        return new ObservedIncident(
                LIVE,
                id,
                1,
                "fire",
                Grade.I,
                "着火了",
                null,
                null,
                address,
                START,
                START,
                START,
                START,
                1,
                "@人民路",
                1,
                null,
                null,
                Mood.NEUTRAL);
    }
}
