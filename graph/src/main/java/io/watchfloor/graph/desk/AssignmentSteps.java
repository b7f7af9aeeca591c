package io.watchfloor.graph.desk;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentOrigin;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.Succession;
import io.watchfloor.contract.SuccessionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** The steps in the life of an assignment, as pure functions. */
final class AssignmentSteps {
    private AssignmentSteps() {}

    /** What somebody says when taking a step. */
    record Word(String actor, EndReason reason, String note) {}

    /** Sent by an officer. */
    static Assignment offered(
            String world,
            String id,
            String incidentId,
            String personId,
            String actor,
            DutyDesk.Offer offer,
            Instant now) {
        Instant answerBy = offer.answerWithin() == null ? null : now.plus(offer.answerWithin());
        Succession succession = offer.tries() > 1 ? new Succession(1, offer.tries(), SuccessionState.OPEN, null) : null;
        return first(
                world, id, incidentId, personId, AssignmentState.OFFERED, actor, null, now, null, answerBy, succession);
    }

    /** Offered by itself to the next in line, with as much time to answer as the one before had. */
    static Assignment offeredNext(Assignment before, String id, String personId, Instant now) {
        Succession list = before.succession();
        Duration within = before.answerBy() == null ? null : Duration.between(before.offeredAt(), before.answerBy());
        return first(
                before.world(),
                id,
                before.incidentId(),
                personId,
                AssignmentState.OFFERED,
                before.assignedBy(),
                null,
                now,
                AssignmentOrigin.NEXT_IN_LINE,
                within == null ? null : now.plus(within),
                new Succession(list.attempt() + 1, list.most(), SuccessionState.OPEN, null));
    }

    /** Come on their own initiative: nothing is offered, so that nothing has to be accepted. */
    static Assignment joined(
            String world, String id, String incidentId, String personId, String actor, String note, Instant now) {
        return first(
                world,
                id,
                incidentId,
                personId,
                AssignmentState.ACCEPTED,
                actor,
                note,
                now,
                AssignmentOrigin.JOINED,
                null,
                null);
    }

    private static Assignment first(
            String world,
            String id,
            String incidentId,
            String personId,
            AssignmentState state,
            String actor,
            String note,
            Instant now,
            AssignmentOrigin origin,
            Instant answerBy,
            Succession succession) {
        return new Assignment(
                world,
                id,
                1,
                incidentId,
                personId,
                state,
                actor,
                note,
                now,
                state == AssignmentState.ACCEPTED ? now : null,
                null,
                null,
                null,
                now,
                origin,
                answerBy,
                succession,
                null,
                null);
    }

    /** Whether the step was taken before, be it the last one or an earlier one; a step that was skipped was not. */
    static boolean isTaken(Assignment assignment, AssignmentState step) {
        return switch (step) {
            case OFFERED -> true;
            case ACCEPTED -> assignment.acceptedAt() != null;
            case EN_ROUTE -> assignment.enRouteAt() != null;
            case ON_SCENE -> assignment.onSceneAt() != null;
            case DONE, DECLINED, RECALLED, TIMED_OUT, LEFT -> assignment.state() == step;
        };
    }

    /**
     * When a step was taken: when it happened, but not before the step it follows, nor after now. A responder without
     * network arrives when they arrive, not when the network is back.
     */
    static Instant takenAt(Assignment from, Instant happenedAt, Instant now) {
        Instant earliest = Stream.of(from.offeredAt(), from.acceptedAt(), from.enRouteAt(), from.onSceneAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(now);
        Instant at = happenedAt.isBefore(earliest) ? earliest : happenedAt;
        return at.isAfter(now) ? now : at;
    }

    /** After a step taken at once. */
    static Assignment advanced(Assignment from, AssignmentState next, Word word, Instant now) {
        return advanced(from, next, word, now, now);
    }

    /** After a step that {@link AssignmentState#canBecome} allows; a note that says nothing keeps the one before. */
    static Assignment advanced(Assignment from, AssignmentState next, Word word, Instant takenAt, Instant now) {
        boolean saysNothing = word.note() == null || word.note().isBlank();
        return new Assignment(
                from.world(),
                from.id(),
                from.version() + 1,
                from.incidentId(),
                from.personId(),
                next,
                from.assignedBy(),
                saysNothing ? from.note() : word.note(),
                from.offeredAt(),
                next == AssignmentState.ACCEPTED ? takenAt : from.acceptedAt(),
                next == AssignmentState.EN_ROUTE ? takenAt : from.enRouteAt(),
                next == AssignmentState.ON_SCENE ? takenAt : from.onSceneAt(),
                next.isActive() ? from.endedAt() : takenAt,
                now,
                from.origin(),
                from.answerBy(),
                successionAfter(from.succession(), next),
                next.isActive() || next == AssignmentState.DONE ? null : word.reason(),
                next.isActive() || next == AssignmentState.TIMED_OUT ? null : word.actor());
    }

    /** The same assignment, elsewhere in its list. */
    static Assignment withSuccession(Assignment from, Succession succession, Instant now) {
        return new Assignment(
                from.world(),
                from.id(),
                from.version() + 1,
                from.incidentId(),
                from.personId(),
                from.state(),
                from.assignedBy(),
                from.note(),
                from.offeredAt(),
                from.acceptedAt(),
                from.enRouteAt(),
                from.onSceneAt(),
                from.endedAt(),
                now,
                from.origin(),
                from.answerBy(),
                succession,
                from.reason(),
                from.endedBy());
    }

    /** One who accepted and then cannot is as good as one who never did: the next is asked. */
    private static Succession successionAfter(Succession list, AssignmentState next) {
        if (list == null || !list.state().goesOn()) {
            return list;
        }
        return switch (next) {
            case ACCEPTED, EN_ROUTE, ON_SCENE -> list.with(SuccessionState.ACCEPTED);
            case DECLINED, TIMED_OUT ->
                list.with(list.attempt() < list.most() ? SuccessionState.DUE : SuccessionState.SPENT);
            case RECALLED -> list.with(SuccessionState.STOPPED);
            case OFFERED, DONE, LEFT -> list;
        };
    }
}
