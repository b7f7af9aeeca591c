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
 * @param measured what was last counted of it
 */
public record Watch(IncidentFacts facts, Escalation escalation, List<MeasuredStep> measured) {
    static Watch none(String world, String incidentId) {
        return new Watch(IncidentFacts.none(world, incidentId), null, List.of());
    }

    /** With a message taken in; equal to this one when it says nothing new. */
    Watch with(DutyInput in, Instant now) {
        if (in.escalation() != null) {
            return new Watch(facts, Escalations.adopt(escalation, in.escalation()), measured);
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
        return new Watch(next, escalation, measured);
    }

    Watch with(Escalation next) {
        return new Watch(facts, next, measured);
    }

    Watch with(List<MeasuredStep> next) {
        return new Watch(facts, escalation, next);
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
