package io.watchfloor.graph.desk;

import io.watchfloor.contract.Handover;
import io.watchfloor.contract.HandoverState;
import java.time.Duration;
import java.time.Instant;

/** What becomes of a handover, as pure functions. */
final class HandoverSteps {
    private static final Duration LEAST = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofDays(60);

    /** A department that needs more time than that gives the incident back. */
    private static final int MOST_EXTENSIONS = 2;

    private static final int TOP_RUNG = 2;
    private static final Duration FASTEST_PACE = Duration.ofMinutes(1);
    private static final Duration SLOWEST_PACE = Duration.ofHours(4);

    private HandoverSteps() {}

    static boolean isTarget(Duration within) {
        return within != null && within.compareTo(LEAST) >= 0 && within.compareTo(MOST) <= 0;
    }

    static boolean mayExtend(Handover from, Duration more) {
        return isTarget(more) && from.extensions() < MOST_EXTENSIONS;
    }

    static boolean needsReason(HandoverStep step) {
        return switch (step) {
            case EXTEND, URGE, RETURN, WITHDRAW -> true;
            case ACCEPT, FINISH -> false;
        };
    }

    static Handover handed(String organizationId, String actor, String reason, Duration within, Instant now) {
        Instant due = now.plus(within);
        return new Handover(
                organizationId, HandoverState.HANDED, actor, now, due, null, null, reason, 0, 0, 0, due, null, null);
    }

    /** Whether it stands so already. */
    static boolean isTaken(Handover handover, HandoverStep step) {
        return switch (step) {
            case ACCEPT -> handover.state() == HandoverState.ACCEPTED;
            case FINISH -> handover.state() == HandoverState.DONE;
            case RETURN -> handover.state() == HandoverState.RETURNED;
            case WITHDRAW -> handover.state() == HandoverState.WITHDRAWN;
            case EXTEND, URGE -> false;
        };
    }

    static Handover after(Handover from, HandoverStep step, Duration more, String actor, String reason, Instant now) {
        return switch (step) {
            case ACCEPT -> accepted(from, actor, now);
            case EXTEND -> extended(from, more, reason, now);
            case URGE -> urged(from, reason);
            case FINISH -> ended(from, HandoverState.DONE, actor, reason, now);
            case RETURN -> ended(from, HandoverState.RETURNED, actor, reason, now);
            case WITHDRAW -> ended(from, HandoverState.WITHDRAWN, actor, reason, now);
        };
    }

    static boolean isOverdue(Handover handover, Instant now) {
        return handover.nextAt() != null && !now.isBefore(handover.nextAt());
    }

    /** The next rung is told; at the top it is told again and again. */
    static Handover escalated(Handover from, Instant now) {
        return with(
                from,
                from.state(),
                from.dueAt(),
                from.reason(),
                from.extensions(),
                from.urged(),
                Math.min(TOP_RUNG, from.rung() + 1),
                now.plus(pace(from)));
    }

    /** Half of the time the department had, within limits. */
    private static Duration pace(Handover handover) {
        Duration half = Duration.between(handover.handedAt(), handover.dueAt()).dividedBy(2);
        if (half.compareTo(FASTEST_PACE) < 0) {
            return FASTEST_PACE;
        }
        return half.compareTo(SLOWEST_PACE) > 0 ? SLOWEST_PACE : half;
    }

    private static Handover accepted(Handover from, String actor, Instant now) {
        return new Handover(
                from.organizationId(),
                HandoverState.ACCEPTED,
                from.handedBy(),
                from.handedAt(),
                from.dueAt(),
                actor,
                now,
                from.reason(),
                from.extensions(),
                from.urged(),
                from.rung(),
                from.nextAt(),
                null,
                null);
    }

    /** From when it was due, or from now when that is over; the ladder begins anew. */
    private static Handover extended(Handover from, Duration more, String reason, Instant now) {
        Instant due = (from.dueAt().isAfter(now) ? from.dueAt() : now).plus(more);
        return with(from, from.state(), due, reason, from.extensions() + 1, from.urged(), 0, due);
    }

    private static Handover urged(Handover from, String reason) {
        return with(
                from,
                from.state(),
                from.dueAt(),
                reason,
                from.extensions(),
                from.urged() + 1,
                from.rung(),
                from.nextAt());
    }

    private static Handover with(
            Handover from,
            HandoverState state,
            Instant dueAt,
            String reason,
            int extensions,
            int urged,
            int rung,
            Instant nextAt) {
        return new Handover(
                from.organizationId(),
                state,
                from.handedBy(),
                from.handedAt(),
                dueAt,
                from.acceptedBy(),
                from.acceptedAt(),
                reason,
                extensions,
                urged,
                rung,
                nextAt,
                from.endedBy(),
                from.endedAt());
    }

    private static Handover ended(Handover from, HandoverState state, String actor, String reason, Instant now) {
        return new Handover(
                from.organizationId(),
                state,
                from.handedBy(),
                from.handedAt(),
                from.dueAt(),
                from.acceptedBy(),
                from.acceptedAt(),
                reason == null ? from.reason() : reason,
                from.extensions(),
                from.urged(),
                from.rung(),
                null,
                actor,
                now);
    }
}
