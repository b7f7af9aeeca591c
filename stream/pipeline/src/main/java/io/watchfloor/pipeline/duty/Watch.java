package io.watchfloor.pipeline.duty;

import io.watchfloor.contract.Escalation;
import io.watchfloor.pipeline.duty.rule.Escalations;
import io.watchfloor.pipeline.duty.rule.IncidentFacts;
import io.watchfloor.pipeline.duty.rule.MeasuredStep;
import java.time.Instant;
import java.util.List;

/**
 * What is kept of one incident.
 *
 * @param facts what is known
 * @param escalation what was last published about it; null when nothing was
 * @param interrupted what it waited for when it became part of another, for as long as it is that; null when for nothing, and
 *     in what an older version has kept
 * @param measured what was last counted of it
 */
public record Watch(IncidentFacts facts, Escalation escalation, Escalation interrupted, List<MeasuredStep> measured) {
    static Watch none(String world, String incidentId) {
        return new Watch(IncidentFacts.none(world, incidentId), null, null, List.of());
    }

    /** With a message taken in; equal to this one when it says nothing new. */
    Watch with(DutyInput in, Instant now) {
        if (in.escalation() != null) {
            Escalation next = Escalations.adopt(escalation, in.escalation());
            return new Watch(facts, next, facts.isJoined() ? interruptedBy(next) : interrupted, measured);
        }
        IncidentFacts next = facts;
        if (in.incident() != null) {
            next = facts.with(in.incident(), Instant.ofEpochMilli(in.writtenAtMillis()), now);
        } else if (in.decision() != null) {
            next = facts.with(in.decision(), now);
        } else if (in.assignment() != null) {
            next = facts.with(in.assignment(), now);
        } else if (in.joined() != null) {
            next = facts.with(in.joined());
        }
        return new Watch(next, escalation, interrupted, measured);
    }

    /** With what follows from the facts. */
    Watch with(Escalation next) {
        return new Watch(facts, next, facts.isJoined() ? interruptedBy(next) : null, measured);
    }

    Watch with(List<MeasuredStep> next) {
        return new Watch(facts, escalation, interrupted, next);
    }

    /** Whether this goes on with what it waited for before a join. */
    boolean resumes(Escalation next) {
        return isIdle() && interrupted != null && next.stage() != null && next.told() == interrupted.told();
    }

    private Escalation interruptedBy(Escalation next) {
        boolean ends = !isIdle() && next.stage() == null;
        return ends ? escalation : interrupted;
    }

    /** When the next is to be told; null when nobody is. */
    Instant nextAt() {
        return escalation == null ? null : escalation.nextAt();
    }

    /** Whether anything ever waits here for something. */
    boolean isIdle() {
        return escalation == null || escalation.stage() == null;
    }
}
