package io.watchfloor.gateway.plan;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentOrigin;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.SuccessionState;
import io.watchfloor.graph.candidate.EarlierAnswer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where nothing is sent by itself although the area is set so, because an officer has decided otherwise: pure rules over
 * what is known of one incident.
 */
final class HandsOff {
    /** What the name of whoever acts by itself ends with in every record. */
    static final String AUTOMATIC = "（自动 automatic）";

    private HandsOff() {}

    /**
     * Whether nobody is to be sent there by itself.
     *
     * @param decision null when nothing was decided about it
     * @param assignments everybody ever sent there
     * @param personIds who would be sent
     */
    static boolean holds(
            IncidentDecision decision, Collection<Assignment> assignments, List<String> personIds, Instant now) {
        Map<String, EarlierAnswer> answers = EarlierAnswer.of(assignments);
        return isSetAside(decision, now)
                || isCalledBack(assignments)
                || assignments.stream().anyMatch(HandsOff::isBeingOfferedOn)
                || personIds.stream().anyMatch(answers::containsKey);
    }

    private static boolean isSetAside(IncidentDecision decision, Instant now) {
        return decision != null && (decision.isHandedOver() || decision.isPutOff(now));
    }

    /** An officer called somebody back, and no officer has sent anybody since. */
    private static boolean isCalledBack(Collection<Assignment> assignments) {
        Optional<Instant> back = assignments.stream()
                .filter(assignment -> assignment.state() == AssignmentState.RECALLED)
                .filter(assignment -> assignment.reason() != EndReason.CALLED_AWAY)
                .map(HandsOff::endOf)
                .max(Instant::compareTo);
        return back.isPresent()
                && assignments.stream().filter(HandsOff::isByOfficer).noneMatch(sent -> sent.offeredAt()
                        .isAfter(back.get()));
    }

    private static boolean isByOfficer(Assignment assignment) {
        boolean sent = assignment.origin() == null || assignment.origin() == AssignmentOrigin.SENT;
        return sent && !assignment.assignedBy().endsWith(AUTOMATIC);
    }

    /** The next in line is asked by the list itself. */
    private static boolean isBeingOfferedOn(Assignment assignment) {
        return assignment.succession() != null && assignment.succession().state() == SuccessionState.DUE;
    }

    private static Instant endOf(Assignment assignment) {
        return assignment.endedAt() == null ? assignment.updatedAt() : assignment.endedAt();
    }
}
