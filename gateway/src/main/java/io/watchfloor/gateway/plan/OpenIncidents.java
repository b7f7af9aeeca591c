package io.watchfloor.gateway.plan;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.candidate.EarlierAnswer;
import io.watchfloor.graph.plan.OpenIncident;
import io.watchfloor.graph.plan.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What there is to plan for.
 *
 * @param incidents the weightiest first
 * @param unlocated open incidents that nobody can be near because it is not known where they are
 * @param leftOut located ones beyond what a plan takes, the lightest
 * @param setAside open incidents that another department has or that are put off
 * @param signature changes when one of these or any assignment changes; neither where people are matters to it nor which of
 *     these is the weightiest just now, since waiting alone changes that all the time
 */
record OpenIncidents(List<OpenIncident> incidents, int unlocated, int leftOut, int setAside, int signature) {
    /** More at once nobody reads, and none of the people would be left. */
    private static final int MOST = 300;

    private static final Comparator<Weighed> HEAVIEST_FIRST = Comparator.comparingInt((Weighed one) -> -one.weight())
            .thenComparing(one -> one.incident().openedAt())
            .thenComparing(one -> one.incident().id());

    private record Weighed(IncidentView incident, int weight) {}

    /**
     * The heaviest by grade and waiting time. Within a grade whoever waits longer is not lighter, so that the heaviest of
     * all are among those of each grade that were opened first.
     */
    static OpenIncidents of(Picture picture, Instant now) {
        List<Weighed> heaviest = picture.listFirstOpened(MOST, now).stream()
                .map(incident -> new Weighed(incident, weight(incident, now)))
                .sorted(HEAVIEST_FIRST)
                .limit(MOST)
                .toList();
        List<OpenIncident> incidents = new ArrayList<>(heaviest.size());
        int signature = Long.hashCode(picture.assignmentsRevision());
        for (Weighed weighed : heaviest) {
            IncidentView incident = weighed.incident();
            incidents.add(open(incident, weighed.weight(), picture.listAssignmentsOf(incident.id())));
            signature += signatureOf(incident);
        }
        int leftOut = picture.openLocated(now) - incidents.size();
        return new OpenIncidents(
                List.copyOf(incidents), picture.openUnlocated(), leftOut, picture.setAside(now), signature);
    }

    private static int weight(IncidentView incident, Instant now) {
        return Urgency.weight(number(incident.grade()), Duration.between(incident.openedAt(), now));
    }

    private static OpenIncident open(IncidentView incident, int weight, List<Assignment> assignments) {
        return new OpenIncident(
                incident.id(),
                incident.type(),
                incident.lat(),
                incident.lon(),
                weight,
                ids(assignments, true),
                ids(assignments, false),
                EarlierAnswer.of(assignments));
    }

    private static List<String> ids(List<Assignment> assignments, boolean onScene) {
        return assignments.stream()
                .filter(assignment -> assignment.state().isActive())
                .filter(assignment -> (assignment.state() == AssignmentState.ON_SCENE) == onScene)
                .map(Assignment::personId)
                .toList();
    }

    private static int number(Grade grade) {
        return switch (grade) {
            case I -> 1;
            case II -> 2;
            case III -> 3;
            case IV -> 4;
        };
    }

    private static int signatureOf(IncidentView incident) {
        int signature = incident.id().hashCode();
        signature = 31 * signature + incident.type().hashCode();
        signature = 31 * signature + number(incident.grade());
        return 31 * signature + Double.hashCode(incident.lat()) + 17 * Double.hashCode(incident.lon());
    }
}
