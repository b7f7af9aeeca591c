package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.Grade;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The state machine of escalation. A state is the {@link Escalation} that was last published, null at first; each
 * transition gives the next, with a version one higher, or the same object when nothing changes. Two things move it:
 * what is known about the incident ({@link #awaiting}) and the time ({@link #told}).
 */
public final class Escalations implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TimeTargets targets;

    /** By these targets. */
    public Escalations(TimeTargets targets) {
        this.targets = targets;
    }

    /** After something became known, with no join behind it. */
    public Escalation awaiting(Escalation before, IncidentFacts facts, Instant now) {
        return awaiting(before, null, facts, now);
    }

    /**
     * After something became known. A new wait begins with its own clock and at the foot of the ladder; one that a join
     * interrupted goes on where it stood, and so does its clock: the caller has waited meanwhile.
     *
     * @param interrupted what was waited for when it became part of another; null when it was not, or for nothing
     */
    public Escalation awaiting(Escalation before, Escalation interrupted, IncidentFacts facts, Instant now) {
        if (!facts.isKnown()) {
            return before; // what it waits for was published, and why is trimmed: it goes on waiting
        }
        Optional<Wait> found = Wait.of(facts, targets);
        if (found.isEmpty()) {
            return before == null || before.stage() == null ? before : settled(before, now);
        }
        Wait wait = found.get();
        if (before != null && wait.isOf(before)) {
            return retargeted(before, wait, facts, now);
        }
        if (before != null && interrupted != null && wait.isOf(interrupted)) {
            return resumed(before, retargeted(interrupted, wait, facts, now), now);
        }
        Instant dueAt = wait.dueAt(facts, targets);
        return new Escalation(
                facts.world(),
                facts.incidentId(),
                before == null ? 1 : before.version() + 1,
                wait.stage(),
                wait.assignmentId(),
                wait.since(),
                dueAt,
                0,
                0,
                dueAt,
                targets.of(wait.stage(), facts.grade()).norm(),
                now);
    }

    /** After time went by: when somebody is to be told now, the next rung, once. */
    public Escalation told(Escalation before, Grade grade, Instant now) {
        if (!isDue(before, now)) {
            return before;
        }
        Ladder ladder = targets.ladder(grade);
        int rung = Math.min(before.rung() + 1, ladder.topRung());
        return new Escalation(
                before.world(),
                before.incidentId(),
                before.version() + 1,
                before.stage(),
                before.assignmentId(),
                before.since(),
                before.dueAt(),
                rung,
                before.told() + 1,
                following(before.nextAt(), ladder.after(rung), now),
                before.norm(),
                now);
    }

    /** Whether somebody is to be told now. */
    public static boolean isDue(Escalation escalation, Instant now) {
        return escalation != null
                && escalation.nextAt() != null
                && !escalation.nextAt().isAfter(now);
    }

    /** What another run has published counts as if it had been published here, unless this one is further. */
    public static Escalation adopt(Escalation own, Escalation published) {
        return own == null || published.version() > own.version() ? published : own;
    }

    /** On time, the pace is kept; late, it starts from now, so that nobody is told twice in one moment. */
    private static Instant following(Instant planned, Duration interval, Instant now) {
        boolean nearlyOnTime = Duration.between(planned, now).compareTo(interval.dividedBy(2)) <= 0;
        return (nearlyOnTime ? planned : now).plus(interval);
    }

    private static Escalation resumed(Escalation before, Escalation interrupted, Instant now) {
        return new Escalation(
                before.world(),
                before.incidentId(),
                before.version() + 1,
                interrupted.stage(),
                interrupted.assignmentId(),
                interrupted.since(),
                interrupted.dueAt(),
                interrupted.rung(),
                interrupted.told(),
                interrupted.nextAt(),
                interrupted.norm(),
                now);
    }

    private static Escalation settled(Escalation before, Instant now) {
        return new Escalation(
                before.world(),
                before.incidentId(),
                before.version() + 1,
                null,
                null,
                null,
                null,
                0,
                0,
                null,
                null,
                now);
    }

    /**
     * Its grade may have changed. The new target counts while nobody was told and while it lies ahead; after that the new
     * ladder's pace, from now when it became less grave.
     */
    private Escalation retargeted(Escalation before, Wait wait, IncidentFacts facts, Instant now) {
        Target target = targets.of(wait.stage(), facts.grade());
        Instant dueAt = wait.dueAt(facts, targets);
        if (dueAt.equals(before.dueAt()) && target.norm().equals(before.norm())) {
            return before;
        }
        boolean lessGrave = dueAt.isAfter(before.dueAt());
        Instant pace = now.plus(targets.ladder(facts.grade()).after(before.rung()));
        return new Escalation(
                before.world(),
                before.incidentId(),
                before.version() + 1,
                before.stage(),
                before.assignmentId(),
                before.since(),
                dueAt,
                before.rung(),
                before.told(),
                before.told() == 0 || dueAt.isAfter(now)
                        ? dueAt
                        : lessGrave ? pace : Times.earlier(before.nextAt(), pace),
                target.norm(),
                now);
    }
}
