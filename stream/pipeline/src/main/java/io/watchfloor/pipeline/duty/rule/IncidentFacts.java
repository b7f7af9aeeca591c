package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.ObservedIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that is known about one incident. Messages may come twice, late and in any order: of each kind the highest version
 * stays, and the same facts come out.
 *
 * @param world the world it belongs to
 * @param incidentId the incident
 * @param observed null while nothing was
 * @param decided null while nothing was
 * @param errands everybody who was ever sent, by assignment id
 * @param joined how grave each incident is that officers joined to this one
 */
public record IncidentFacts(
        String world,
        String incidentId,
        Observed observed,
        Decided decided,
        List<Errand> errands,
        List<JoinedGrade> joined) {
    /** An incident whose observation has never come by is held to this. */
    static final Grade ASSUMED = Grade.III;

    public IncidentFacts {
        joined = joined == null ? List.of() : joined; // what was kept before it was known
    }

    /** Nothing yet. */
    public static IncidentFacts none(String world, String incidentId) {
        return new IncidentFacts(world, incidentId, null, null, List.of(), List.of());
    }

    /** With an observation that was written at {@code writtenAt}; the same object when a newer one is known. */
    public IncidentFacts with(ObservedIncident incident, Instant writtenAt, Instant now) {
        if (observed != null && observed.version() >= incident.version()) {
            return this;
        }
        return new IncidentFacts(
                world, incidentId, Observed.of(incident, observed, writtenAt, now), decided, errands, joined);
    }

    /** With a decision; the same object when a newer one is known. */
    public IncidentFacts with(IncidentDecision decision, Instant now) {
        if (decided != null && decided.version() >= decision.version()) {
            return this;
        }
        return new IncidentFacts(world, incidentId, observed, Decided.of(decision, decided, now), errands, joined);
    }

    /** With an assignment; the same object when a newer one is known. */
    public IncidentFacts with(Assignment assignment, Instant now) {
        List<Errand> next = new ArrayList<>();
        for (Errand errand : errands) {
            if (!errand.assignmentId().equals(assignment.id())) {
                next.add(errand);
            } else if (errand.version() >= assignment.version()) {
                return this;
            }
        }
        next.add(Errand.of(assignment, now));
        next.sort((a, b) -> a.assignmentId().compareTo(b.assignmentId()));
        return new IncidentFacts(world, incidentId, observed, decided, next, joined);
    }

    /** With what is joined to it, or is not any more. */
    public IncidentFacts with(JoinedGrade news) {
        List<JoinedGrade> next = new ArrayList<>(joined);
        next.removeIf(known -> known.incidentId().equals(news.incidentId()));
        if (news.grade() != null) {
            next.add(news);
            next.sort(Comparator.comparing(JoinedGrade::incidentId));
        }
        return new IncidentFacts(world, incidentId, observed, decided, errands, next);
    }

    /** Where it stands; reported while nothing was decided. */
    IncidentState state() {
        return decided == null ? IncidentState.REPORTED : decided.state();
    }

    /** How grave it is, with what is joined to it, unless an officer has said how grave. */
    public Grade grade() {
        if (observed == null || observed.grade() == null) {
            return ASSUMED;
        }
        Grade own = observed.grade();
        return observed.gradeSet()
                ? own
                : joined.stream().map(JoinedGrade::grade).reduce(own, Grade::graver);
    }

    /** Whether anything is known at all. */
    boolean isKnown() {
        return observed != null || decided != null || !errands.isEmpty();
    }

    /** Whether it still needs somebody. */
    public boolean isOpen() {
        return state().isOpen();
    }

    /** Whether it is part of another one. */
    public boolean isJoined() {
        return state() == IncidentState.MERGED;
    }

    /** Whether another department has it. */
    boolean isHandedOver() {
        return decided != null && decided.handedOver();
    }

    /** Since when it has stood where it stands; null while nothing was decided. */
    public Instant stateSince() {
        return decided == null ? null : decided.stateSince();
    }
}
