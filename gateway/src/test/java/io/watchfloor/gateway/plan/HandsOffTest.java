package io.watchfloor.gateway.plan;

import static io.watchfloor.gateway.Samples.NOON;
import static io.watchfloor.gateway.Samples.decision;
import static io.watchfloor.gateway.Samples.handedOver;
import static io.watchfloor.gateway.Samples.putOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentOrigin;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.Succession;
import io.watchfloor.contract.SuccessionState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandsOffTest {
    private static final IncidentDecision OPEN = decision("I-1", 1, IncidentState.OPENED);
    private static final String ITSELF = "王值班" + HandsOff.AUTOMATIC;

    @Test
    void shouldSendWhereNobodyDecidedOtherwise() {
        assertThat(holds(OPEN)).isFalse();
        assertThat(holds(null)).isFalse();
        assertThat(holds(OPEN, sent("P-2", AssignmentState.EN_ROUTE, ITSELF, 0)))
                .isFalse();
    }

    @Test
    void shouldKeepOffWhatAnotherDepartmentHasAndWhatIsPutOffUntilItsTime() {
        assertThat(holds(handedOver("I-1", 2, IncidentState.DISPATCHED))).isTrue();
        assertThat(holds(putOff("I-1", 2, NOON.plusSeconds(60)))).isTrue();
        assertThat(holds(putOff("I-1", 2, NOON))).isFalse();
    }

    @Test
    void shouldNotAskAgainWhoeverDeclinedOrKeptSilent() {
        assertThat(holds(OPEN, sent("P-1", AssignmentState.DECLINED, ITSELF, -60)))
                .isTrue();
        assertThat(holds(OPEN, sent("P-1", AssignmentState.TIMED_OUT, ITSELF, -60)))
                .isTrue();
        assertThat(holds(OPEN, sent("P-2", AssignmentState.DECLINED, ITSELF, -60)))
                .isFalse();
    }

    @Test
    void shouldLeaveTheIncidentToTheOfficerWhoCalledSomebodyBackUntilOneSendsAgain() {
        Assignment back = ended(sent("P-2", AssignmentState.RECALLED, ITSELF, -600), EndReason.NOT_NEEDED, -300);
        assertThat(holds(OPEN, back)).isTrue();
        assertThat(holds(OPEN, back, sent("P-3", AssignmentState.OFFERED, ITSELF, -100)))
                .as("sent by itself by another gateway that had not heard of it")
                .isTrue();
        assertThat(holds(OPEN, back, sent("P-3", AssignmentState.OFFERED, "李值班", -400)))
                .as("sent before")
                .isTrue();
        assertThat(holds(OPEN, back, joined("P-3", -100)))
                .as("came by themselves")
                .isTrue();
        assertThat(holds(OPEN, back, sent("P-3", AssignmentState.DECLINED, "李值班", -100)))
                .isFalse();
        Assignment calledAway = ended(sent("P-2", AssignmentState.RECALLED, ITSELF, -600), EndReason.CALLED_AWAY, -300);
        assertThat(holds(OPEN, calledAway)).as("taken off by the plan").isFalse();
    }

    @Test
    void shouldLeaveTheNextInLineToTheList() {
        Assignment due = with(
                sent("P-2", AssignmentState.DECLINED, ITSELF, -60),
                AssignmentOrigin.SENT,
                new Succession(1, 3, SuccessionState.DUE, null));
        assertThat(holds(OPEN, due)).isTrue();
    }

    private static boolean holds(IncidentDecision decision, Assignment... assignments) {
        return HandsOff.holds(decision, List.of(assignments), List.of("P-1"), NOON);
    }

    private static Assignment sent(String personId, AssignmentState state, String actor, long seconds) {
        Instant at = NOON.plusSeconds(seconds);
        return new Assignment(
                "live", "A-" + personId, 1, "I-1", personId, state, actor, null, at, null, null, null, null, at);
    }

    private static Assignment joined(String personId, long seconds) {
        return with(sent(personId, AssignmentState.ACCEPTED, personId, seconds), AssignmentOrigin.JOINED, null);
    }

    private static Assignment with(Assignment of, AssignmentOrigin origin, Succession succession) {
        return copy(of, of.endedAt(), origin, succession, of.reason());
    }

    private static Assignment ended(Assignment of, EndReason reason, long seconds) {
        return copy(of, NOON.plusSeconds(seconds), of.origin(), of.succession(), reason);
    }

    private static Assignment copy(
            Assignment of, Instant endedAt, AssignmentOrigin origin, Succession succession, EndReason reason) {
        return new Assignment(
                of.world(),
                of.id(),
                of.version(),
                of.incidentId(),
                of.personId(),
                of.state(),
                of.assignedBy(),
                null,
                of.offeredAt(),
                null,
                null,
                null,
                endedAt,
                of.updatedAt(),
                origin,
                null,
                succession,
                reason,
                null);
    }
}
