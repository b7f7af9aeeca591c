package io.watchfloor.pipeline.duty.rule;

import static io.watchfloor.pipeline.duty.DutyMessages.INCIDENT;
import static io.watchfloor.pipeline.duty.DutyMessages.START;
import static io.watchfloor.pipeline.duty.DutyMessages.acknowledged;
import static io.watchfloor.pipeline.duty.DutyMessages.assignment;
import static io.watchfloor.pipeline.duty.DutyMessages.at;
import static io.watchfloor.pipeline.duty.DutyMessages.decision;
import static io.watchfloor.pipeline.duty.DutyMessages.graded;
import static io.watchfloor.pipeline.duty.DutyMessages.handedOver;
import static io.watchfloor.pipeline.duty.DutyMessages.observed;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.EscalationStage;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.HandoverState;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.ObservedIncident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** With the shipped targets: grade I is acknowledged in 15 s, dispatched in 60, accepted in 60, there in 300. */
class EscalationsTest {
    private final Escalations escalations = new Escalations(TimeTargetsFile.shipped());
    private IncidentFacts facts = IncidentFacts.none("live", INCIDENT);
    private Escalation escalation;

    @Test
    void shouldWaitForTheAcknowledgementOfWhatIsNew() {
        observe(1, Grade.I, 1);

        assertThat(escalation)
                .isEqualTo(new Escalation(
                        "live",
                        INCIDENT,
                        1,
                        EscalationStage.ACKNOWLEDGE,
                        null,
                        START,
                        at(15),
                        0,
                        0,
                        at(15),
                        "NENA-STA-020 (2020)",
                        at(1)));
    }

    @Test
    void shouldClimbTheLadderAndRepeatAtItsTopUntilSomebodyAnswers() {
        observe(1, Grade.I, 1);

        assertTold(14, 0, 0);
        assertTold(15, 1, 1);
        assertTold(74, 1, 1);
        assertTold(75, 2, 2);
        assertTold(135, 2, 3);
        assertTold(195, 2, 4);
        decide(acknowledged(1, 200), 200);

        assertThat(escalation.stage()).isEqualTo(EscalationStage.DISPATCH);
        assertThat(escalation.rung()).isZero();
        assertThat(escalation.told()).isZero();
        assertThat(escalation.nextAt()).isEqualTo(at(260));
        assertThat(escalation.version()).isEqualTo(6);
    }

    @Test
    void shouldWaitForNothingWhileADepartmentHasItAndAnewWhenItGivesItBack() {
        observe(1, Grade.I, 1);
        assertTold(15, 1, 1);
        decide(handedOver(INCIDENT, 1, HandoverState.HANDED, at(20)), 20);

        assertThat(escalation.stage()).isNull();
        assertThat(escalation.nextAt()).isNull();

        decide(handedOver(INCIDENT, 2, HandoverState.RETURNED, at(900)), 900);

        assertThat(escalation.stage()).isEqualTo(EscalationStage.DISPATCH);
        assertThat(escalation.since()).isEqualTo(at(900));
        assertThat(escalation.told()).isZero();
    }

    @Test
    void shouldTellOnceAndPaceFromNowWhenItComesLate() {
        observe(1, Grade.I, 1);

        assertTold(1_000, 1, 1);

        assertThat(escalation.nextAt()).isEqualTo(at(1_060));
    }

    @Test
    void shouldKeepItsPaceWhenItComesALittleLate() {
        observe(1, Grade.I, 1);

        assertTold(16, 1, 1);

        assertThat(escalation.nextAt()).isEqualTo(at(75));
    }

    @Test
    void shouldGoNoHigherThanTheGradesLadder() {
        observe(1, Grade.IV, 1);

        assertTold(1_800, 1, 1);
        assertTold(1_800 + 24 * 3_600, 1, 2);
    }

    @Test
    void shouldAwaitDispatchThenAcceptanceThenArrivalThenNothing() {
        observe(1, Grade.I, 1);
        decide(acknowledged(1, 10), 10);
        assertWaits(EscalationStage.DISPATCH, null, 10, 70);

        send(1, AssignmentState.OFFERED, 30);
        assertWaits(EscalationStage.ACCEPT, "A", 30, 90);

        send(2, AssignmentState.ACCEPTED, 40);
        assertWaits(EscalationStage.ARRIVE, "A", 40, 340);

        send(3, AssignmentState.ON_SCENE, 200);
        assertThat(escalation.stage()).isNull();
        assertThat(escalation.nextAt()).isNull();
        assertThat(escalation.version()).isEqualTo(5);

        send(4, AssignmentState.DONE, 900);
        decide(decision(2, IncidentState.REPORTED_BACK, 900, 10L, 30L, 200L, 900L), 900);
        assertThat(escalation.version()).isEqualTo(5);
    }

    @Test
    void shouldTakeSendingSomebodyForAnAcknowledgement() {
        observe(1, Grade.I, 1);

        send(1, AssignmentState.OFFERED, 5);

        assertWaits(EscalationStage.ACCEPT, "A", 5, 65);
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "RECALLED", "TIMED_OUT"})
    void shouldAwaitDispatchAgainFromTheMomentTheOnlyOneSentCannot(AssignmentState end) {
        observe(1, Grade.I, 1);
        decide(acknowledged(1, 10), 10);
        send(1, AssignmentState.OFFERED, 30);
        decide(decision(2, IncidentState.DISPATCHED, 30, 10L, 30L, null, null), 30);

        send(2, end, 80);
        assertWaits(EscalationStage.DISPATCH, null, 80, 140);
        long version = escalation.version();

        decide(decision(3, IncidentState.OPENED, 80, 10L, 30L, null, null), 81);
        assertThat(escalation.version()).isEqualTo(version);
        assertTold(140, 1, 1);
    }

    @Test
    void shouldAwaitDispatchAgainEvenIfItWasNeverAcknowledged() {
        observe(1, Grade.I, 1);
        send(1, AssignmentState.OFFERED, 5);
        send(2, AssignmentState.DECLINED, 20);
        decide(decision(2, IncidentState.REPORTED, 20, null, 5L, null, null), 20);

        assertWaits(EscalationStage.DISPATCH, null, 20, 80);
    }

    @Test
    void shouldAwaitWhatIsDueFirstOfSeveralSent() {
        observe(1, Grade.I, 1);
        send("A", 1, AssignmentState.OFFERED, 10, 10);
        send("B", 1, AssignmentState.OFFERED, 20, 20);
        assertWaits(EscalationStage.ACCEPT, "A", 10, 70);

        send("A", 2, AssignmentState.ACCEPTED, 10, 65);
        assertWaits(EscalationStage.ACCEPT, "B", 20, 80);

        send("B", 2, AssignmentState.DECLINED, 20, 70);
        assertWaits(EscalationStage.ARRIVE, "A", 65, 365);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "REVIEWED", "SUPPRESSED", "MERGED"})
    void shouldSettleWhenItNeedsNobodyAnyMore(IncidentState over) {
        observe(1, Grade.I, 1);
        assertTold(15, 1, 1);

        decide(decision(1, over, 30, null, null, null, null), 30);

        assertThat(escalation.stage()).isNull();
        assertThat(escalation.nextAt()).isNull();
        assertThat(escalation.rung()).isZero();
        Escalation settled = escalation;
        assertThat(escalations.told(settled, Grade.I, at(100_000))).isSameAs(settled);
    }

    @Test
    void shouldAskForAcknowledgementByItsOldClockWhenAJoinIsUndone() {
        observe(1, Grade.I, 1);
        decide(decision(1, IncidentState.MERGED, 10, null, null, null, null), 10);
        assertThat(escalation.stage()).isNull();
        decide(decision(2, IncidentState.REPORTED, 5_000, null, null, null, null), 5_000);

        assertWaits(EscalationStage.ACKNOWLEDGE, null, 0, 15);
    }

    @Test
    void shouldAskForSomebodyByItsOldClockWhenAJoinIsUndoneAndByANewOneWhenItIsOpenedAgain() {
        observe(1, Grade.I, 1);
        decide(acknowledged(1, 20), 20);
        decide(decision(2, IncidentState.MERGED, 30, 20L, null, null, null), 30);
        decide(decision(3, IncidentState.MERGED, 40, 20L, null, null, null), 40);
        decide(decision(4, IncidentState.OPENED, 50, 20L, null, null, null), 50);
        assertWaits(EscalationStage.DISPATCH, null, 20, 80);

        decide(decision(5, IncidentState.CLOSED, 60, 20L, null, null, null), 60);
        decide(decision(6, IncidentState.OPENED, 90, 20L, null, null, null), 90);
        assertWaits(EscalationStage.DISPATCH, null, 90, 150);
        decide(decision(7, IncidentState.MERGED, 95, 20L, null, null, null), 95);
        decide(decision(8, IncidentState.OPENED, 99, 20L, null, null, null), 99);
        assertWaits(EscalationStage.DISPATCH, null, 90, 150);
    }

    @Test
    void shouldGoOnFromTheRungItHadReachedWhenAJoinIsUndone() {
        observe(1, Grade.I, 1);
        assertTold(15, 1, 1);
        Escalation interrupted = escalation;
        decide(decision(1, IncidentState.MERGED, 30, null, null, null, null), 30);
        long settled = escalation.version();
        facts = facts.with(decision(2, IncidentState.REPORTED, 40, null, null, null, null), at(40));

        escalation = escalations.awaiting(escalation, interrupted, facts, at(40));

        assertThat(escalation.stage()).isEqualTo(EscalationStage.ACKNOWLEDGE);
        assertThat(escalation.since()).isEqualTo(START);
        assertThat(escalation.version()).isEqualTo(settled + 1);
        assertThat(escalation.updatedAt()).isEqualTo(at(40));
        assertThat(escalation.rung()).isEqualTo(1);
        assertThat(escalation.told()).isEqualTo(1);
        assertTold(74, 1, 1);
        assertTold(75, 2, 2);
    }

    @Test
    void shouldGoOnByTheTargetOfItsGradeNowWhenAJoinIsUndone() {
        observe(1, Grade.I, 1);
        assertTold(15, 1, 1);
        Escalation interrupted = escalation;
        decide(decision(1, IncidentState.MERGED, 30, null, null, null, null), 30);
        hear(graded(2, Grade.IV, Grade.I), 35);
        long settled = escalation.version();
        facts = facts.with(decision(2, IncidentState.REPORTED, 40, null, null, null, null), at(40));

        escalation = escalations.awaiting(escalation, interrupted, facts, at(40));

        assertWaits(EscalationStage.ACKNOWLEDGE, null, 0, 1_800);
        assertThat(escalation.told()).isEqualTo(1);
        assertThat(escalation.version()).isEqualTo(settled + 1);
    }

    @Test
    void shouldBeginAtTheFootWhenItWaitsForSomethingElseThanBeforeTheJoin() {
        observe(1, Grade.I, 1);
        assertTold(15, 1, 1);
        Escalation interrupted = escalation;
        decide(decision(1, IncidentState.MERGED, 30, null, null, null, null), 30);
        facts = facts.with(acknowledged(2, 40), at(40));

        escalation = escalations.awaiting(escalation, interrupted, facts, at(40));

        assertThat(escalation.stage()).isEqualTo(EscalationStage.DISPATCH);
        assertThat(escalation.rung()).isZero();
        assertThat(escalation.told()).isZero();
    }

    @Test
    void shouldCountFromWhenItCameUpIfThatWasMuchLaterThanItsFirstReport() {
        facts = facts.with(observed(1, Grade.I), at(3_600), at(3_600));
        escalation = escalations.awaiting(null, facts, at(3_600));

        assertWaits(EscalationStage.ACKNOWLEDGE, null, 3_600, 3_615);
    }

    @Test
    void shouldBringTheTargetForwardWhenItGetsGraver() {
        observe(1, Grade.IV, 1);
        observe(2, Grade.I, 5);

        assertWaits(EscalationStage.ACKNOWLEDGE, null, 0, 15);
        assertThat(escalation.version()).isEqualTo(2);
        assertThat(escalation.norm()).isEqualTo("NENA-STA-020 (2020)");
    }

    @Test
    void shouldWaitForTheTargetOfAnOfficersGradeThoughSomebodyWasToldBefore() {
        observe(1, Grade.I, 1);
        assertTold(15, 1, 1);

        hear(graded(2, Grade.IV, Grade.I), 20);

        assertWaits(EscalationStage.ACKNOWLEDGE, null, 0, 1_800);
        assertThat(escalation.told()).isEqualTo(1);
        assertTold(1_799, 1, 1);
        assertTold(1_800, 1, 2);
    }

    @Test
    void shouldKeepTheLighterPaceFromNowWhenTheLighterTargetIsOverAsWell() {
        observe(1, Grade.I, 1);
        assertTold(15, 1, 1);
        assertTold(75, 2, 2);

        hear(graded(2, Grade.II, Grade.I), 80);

        assertThat(escalation.dueAt()).isEqualTo(at(60));
        assertThat(escalation.nextAt()).isEqualTo(at(80 + 5 * 60));
    }

    @Test
    void shouldBeHeldToTheGravestOfWhatIsJoinedToIt() {
        observe(1, Grade.IV, 1);
        join("I-2", Grade.II, 2);
        assertWaits(EscalationStage.ACKNOWLEDGE, null, 0, 60);

        join("I-3", Grade.I, 3);
        assertWaits(EscalationStage.ACKNOWLEDGE, null, 0, 15);
        Escalation gravest = escalation;
        join("I-3", Grade.I, 4);
        assertThat(escalation).isSameAs(gravest);

        join("I-3", null, 5);
        assertWaits(EscalationStage.ACKNOWLEDGE, null, 0, 60);
    }

    @Test
    void shouldStayWithAnOfficersGradeWhateverIsJoinedToIt() {
        hear(graded(1, Grade.IV, Grade.IV), 1);
        join("I-2", Grade.I, 2);

        assertWaits(EscalationStage.ACKNOWLEDGE, null, 0, 1_800);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 2"})
    void shouldIgnoreWhatIsNoNewer(long first, long second) {
        decide(acknowledged(2, 20), 20);
        observe(2, Grade.I, 21);
        send("A", 2, AssignmentState.ACCEPTED, 22, 30);
        Escalation before = escalation;

        observe(first, Grade.IV, 40);
        decide(decision(second, IncidentState.CLOSED, 41, null, null, null, null), 41);
        send("A", second, AssignmentState.DECLINED, 22, 42);

        assertThat(escalation).isSameAs(before);
    }

    @Test
    void shouldNotWaitLongerBecauseAnotherClockRunsAhead() {
        facts = facts.with(observed(1, Grade.I), at(1), at(1)).with(acknowledged(1, 3_600), at(10));
        escalation = escalations.awaiting(null, facts, at(10));

        assertWaits(EscalationStage.DISPATCH, null, 10, 70);
    }

    @Test
    void shouldHoldAnIncidentItKnowsNothingOfToGradeThree() {
        decide(acknowledged(1, 10), 10);

        assertWaits(EscalationStage.DISPATCH, null, 10, 10 + 30 * 60);
    }

    @Test
    void shouldGoOnWaitingForWhatWasPublishedWhenNothingElseIsKnownAnyMore() {
        Escalation published = escalations.awaiting(null, facts.with(observed(1, Grade.I), at(1), at(1)), at(1));

        assertThat(escalations.awaiting(published, facts, at(2))).isSameAs(published);
        assertThat(escalations.told(published, facts.grade(), at(15)).told()).isEqualTo(1);
    }

    @Test
    void shouldGoOnFromWhatAnotherRunHasPublished() {
        observe(1, Grade.I, 1);
        Escalation published = escalations.told(escalation, Grade.I, at(15));

        escalation = Escalations.adopt(escalation, published);
        assertThat(escalations.awaiting(escalation, facts, at(16))).isSameAs(published);
        assertThat(Escalations.adopt(published, escalations.awaiting(null, facts, at(1))))
                .isSameAs(published);
        assertTold(75, 2, 2);
    }

    private void join(String id, Grade grade, long now) {
        facts = facts.with(new JoinedGrade(INCIDENT, id, grade));
        escalation = escalations.awaiting(escalation, facts, at(now));
    }

    private void observe(long version, Grade grade, long now) {
        hear(observed(version, grade), now);
    }

    private void hear(ObservedIncident incident, long now) {
        facts = facts.with(incident, at(now), at(now));
        escalation = escalations.awaiting(escalation, facts, at(now));
    }

    private void decide(IncidentDecision decision, long now) {
        facts = facts.with(decision, at(now));
        escalation = escalations.awaiting(escalation, facts, at(now));
    }

    private void send(long version, AssignmentState state, long now) {
        send("A", version, state, version == 1 ? now : 30, now);
    }

    private void send(String id, long version, AssignmentState state, long offered, long now) {
        facts = facts.with(assignment(id, version, state, offered, now), at(now));
        escalation = escalations.awaiting(escalation, facts, at(now));
    }

    private void assertTold(long now, int rung, int told) {
        escalation = escalations.told(escalation, facts.grade(), at(now));
        assertThat(escalation.rung()).isEqualTo(rung);
        assertThat(escalation.told()).isEqualTo(told);
    }

    private void assertWaits(EscalationStage stage, String assignmentId, long since, long due) {
        assertThat(escalation.stage()).isEqualTo(stage);
        assertThat(escalation.assignmentId()).isEqualTo(assignmentId);
        assertThat(escalation.since()).isEqualTo(at(since));
        assertThat(escalation.dueAt()).isEqualTo(at(due));
        assertThat(escalation.nextAt()).isEqualTo(at(due));
    }
}
