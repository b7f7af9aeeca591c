package io.watchfloor.graph.desk;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.SettableClock;
import io.watchfloor.graph.archive.IncidentArchive.StoredIncident;
import io.watchfloor.graph.archive.IncidentArchive.TimelineEntry;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.desk.DutyDesk.Offer;
import io.watchfloor.graph.district.DistrictDraft;
import io.watchfloor.graph.equipment.Bringing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody is taken off one way for another, or is not; and somebody is sent whom something speaks against. */
class ReassignmentIT {
    private static final String LIVE = "live";
    private static final String NOISE = "I-NOISE00001";
    private static final String FIRE = "I-FIRE000001";
    private static final String OFFICER = "王值班";
    private static final Offer OFFER = new Offer(Duration.ofSeconds(60), 1);
    private static final Objection OFF_SHIFT = new Objection(
            List.of(
                    new Reason(ReasonCode.OFF_SHIFT, "不当班", "Off shift"),
                    new Reason(ReasonCode.SKILL_MISSING, "没有所需技能：灭火", "Does not have Firefighting")),
            null);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));
    private Graph graph;
    private DutyDesk desk;

    @BeforeEach
    void open() {
        DistrictDraft draft = new DistrictDraft().place("J1", 0, 0);
        draft.person("P-1", "J1", holds("patrol", 3)).person("P-2", "J1", holds("patrol", 3));
        graph = GraphForTests.openWith(draft.build(), clock);
        desk = graph.dutyDesk();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldTakeSomebodyOffAndSendThemElsewhereInOne() {
        Assignment from = desk.assign(LIVE, NOISE, "P-1", OFFER, OFFICER).assignment();
        clock.advance(Duration.ofSeconds(10));

        DeskResult moved = desk.reassign(LIVE, from.id(), FIRE, "P-1", OFFER, OFFICER);

        assertThat(moved.isDone()).isTrue();
        assertThat(moved.person().incidentId()).isEqualTo(FIRE);
        assertThat(moved.assignment().answerBy()).isEqualTo(clock.instant().plusSeconds(60));
        Assignment ended = stored(NOISE).assignments().get(0);
        assertThat(ended.state()).isEqualTo(AssignmentState.RECALLED);
        assertThat(ended.reason()).isEqualTo(EndReason.CALLED_AWAY);
        assertThat(stored(NOISE).decision().state()).isEqualTo(IncidentState.REPORTED);
        assertThat(actions(NOISE)).containsExactly("assign", "recall");
        assertThat(actions(FIRE)).containsExactly("assign");
    }

    @Test
    void shouldLeaveThemWhereTheyAreNeededWhenTheyCannotBeSent() {
        Assignment from = desk.assign(LIVE, NOISE, "P-1", OFFER, OFFICER).assignment();
        desk.acknowledge(LIVE, FIRE, OFFICER);
        desk.close(LIVE, FIRE, OFFICER, "误报");

        DeskResult closed = desk.reassign(LIVE, from.id(), FIRE, "P-1", OFFER, OFFICER);
        DeskResult unfit = desk.reassign(LIVE, from.id(), "I-OTHER00001", "P-1", OFFER.against(OFF_SHIFT), OFFICER);

        assertThat(closed.refusal()).isEqualTo(Refusal.INCIDENT_NOT_OPEN);
        assertThat(unfit.refusal()).isEqualTo(Refusal.NOT_ELIGIBLE);
        Assignment still = stored(NOISE).assignments().get(0);
        assertThat(still.state()).isEqualTo(AssignmentState.OFFERED);
        assertThat(desk.advance(LIVE, from.id(), AssignmentState.ACCEPTED, "P-1", null)
                        .person()
                        .availability())
                .isEqualTo(Availability.ASSIGNED);
    }

    @Test
    void shouldNotTakeAwayWhoHasArrivedNorWhoIsBoundBySomethingElse() {
        Assignment from = desk.assign(LIVE, NOISE, "P-1", OFFER, OFFICER).assignment();
        desk.advance(LIVE, from.id(), AssignmentState.ON_SCENE, "P-1", null);
        assertThat(desk.reassign(LIVE, from.id(), FIRE, "P-1", OFFER, OFFICER).refusal())
                .isEqualTo(Refusal.PERSON_TAKEN);

        Assignment over = desk.assign(LIVE, NOISE, "P-2", OFFER, OFFICER).assignment();
        desk.advance(LIVE, over.id(), AssignmentState.RECALLED, OFFICER, null);
        desk.assign(LIVE, "I-OTHER00001", "P-2", OFFER, "李值班");
        DeskResult late = desk.reassign(LIVE, over.id(), FIRE, "P-2", OFFER, OFFICER);
        assertThat(late.refusal()).isEqualTo(Refusal.PERSON_TAKEN);
        assertThat(late.heldBy()).isEqualTo("李值班");
    }

    @Test
    void shouldRefuseWhomSomethingSpeaksAgainstUnlessTheOfficerSaysWhyAndKeepThat() {
        DeskResult refused = desk.assign(LIVE, FIRE, "P-1", OFFER.against(OFF_SHIFT), OFFICER);
        assertThat(refused.refusal()).isEqualTo(Refusal.NOT_ELIGIBLE);
        assertThat(refused.detailZh()).contains("不当班；没有所需技能：灭火");
        assertThat(refused.detailEn()).contains("Off shift; Does not have Firefighting");

        Objection despite = new Objection(OFF_SHIFT.reasons(), "电话确认可到");
        DeskResult sent = desk.assign(LIVE, FIRE, "P-1", OFFER.against(despite), OFFICER);
        assertThat(sent.isDone()).isTrue();
        assertThat(timeline(FIRE).get(0).note()).isEqualTo("OFF_SHIFT, SKILL_MISSING: 电话确认可到");

        assertThat(desk.assign(LIVE, FIRE, "P-1", OFFER.against(OFF_SHIFT), "李值班")
                        .refusal())
                .as("the loser is told who won")
                .isEqualTo(Refusal.PERSON_TAKEN);
        assertThat(desk.joinIn(LIVE, FIRE, "P-2", Bringing.NOTHING, OFF_SHIFT, "P-2", null)
                        .refusal())
                .isEqualTo(Refusal.NOT_ELIGIBLE);
    }

    private StoredIncident stored(String incidentId) {
        return graph.incidentArchive().find(LIVE, incidentId).orElseThrow();
    }

    private List<TimelineEntry> timeline(String incidentId) {
        return graph.incidentArchive().listTimeline(LIVE, incidentId);
    }

    private List<String> actions(String incidentId) {
        return timeline(incidentId).stream().map(TimelineEntry::action).toList();
    }
}
