package io.watchfloor.graph.candidate;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EndReason;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Why somebody who was asked for an incident before is not to be suggested for it again.
 *
 * @param how {@code DECLINED}, {@code TIMED_OUT}, {@code LEFT} or {@code RECALLED}
 * @param at when
 * @param reason out of the list; null when none was given
 * @param note in words; null when nothing was said
 */
public record EarlierAnswer(AssignmentState how, Instant at, EndReason reason, String note) {
    /**
     * By person, from everything that was ever assigned for one incident. Each person's last assignment counts. Whoever is
     * on it, has finished, was sent by mistake or was called away to something else may be suggested again.
     */
    public static Map<String, EarlierAnswer> of(Collection<Assignment> ofOneIncident) {
        Map<String, Assignment> last = new HashMap<>();
        ofOneIncident.forEach(assignment -> last.merge(
                assignment.personId(), assignment, (a, b) -> b.offeredAt().isBefore(a.offeredAt()) ? a : b));
        Map<String, EarlierAnswer> answers = new HashMap<>();
        last.values().stream()
                .filter(EarlierAnswer::speaksAgainst)
                .forEach(assignment -> answers.put(assignment.personId(), from(assignment)));
        return Map.copyOf(answers);
    }

    private static boolean speaksAgainst(Assignment assignment) {
        return switch (assignment.state()) {
            case DECLINED, TIMED_OUT, LEFT -> true;
            case RECALLED -> assignment.reason() != EndReason.MISTAKE && assignment.reason() != EndReason.CALLED_AWAY;
            case OFFERED, ACCEPTED, EN_ROUTE, ON_SCENE, DONE -> false;
        };
    }

    private static EarlierAnswer from(Assignment assignment) {
        Instant at = assignment.endedAt() == null ? assignment.updatedAt() : assignment.endedAt();
        boolean silent = assignment.state() == AssignmentState.TIMED_OUT
                || assignment.note() == null
                || assignment.note().isBlank();
        return new EarlierAnswer(assignment.state(), at, assignment.reason(), silent ? null : assignment.note());
    }
}
