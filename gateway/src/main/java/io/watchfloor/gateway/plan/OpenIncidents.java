package io.watchfloor.gateway.plan;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.picture.Picture;
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
 * @param signature changes when anything changes that a plan depends on, but for where people are
 */
record OpenIncidents(List<OpenIncident> incidents, int unlocated, int leftOut, int signature) {
    /** More at once nobody reads, and none of the people would be left. */
    private static final int MOST = 300;

    static OpenIncidents of(Picture picture, Instant now) {
        List<OpenIncident> incidents = new ArrayList<>();
        int unlocated = 0;
        int signature = 1;
        for (IncidentView incident : picture.listIncidents(true)) {
            if (incident.state() == IncidentState.REPORTED_BACK) {
                continue;
            }
            if (incident.lat() == null || incident.lon() == null) {
                unlocated++;
                continue;
            }
            List<Assignment> assignments = picture.listAssignmentsOf(incident.id()).stream()
                    .filter(assignment -> assignment.state().isActive())
                    .toList();
            incidents.add(open(incident, assignments, now));
            signature = 31 * signature + signatureOf(incident, assignments);
        }
        incidents.sort(Comparator.comparingInt((OpenIncident incident) -> -incident.weight())
                .thenComparing(OpenIncident::incidentId));
        int leftOut = Math.max(0, incidents.size() - MOST);
        return new OpenIncidents(
                List.copyOf(incidents.subList(0, incidents.size() - leftOut)), unlocated, leftOut, signature);
    }

    private static OpenIncident open(IncidentView incident, List<Assignment> assignments, Instant now) {
        return new OpenIncident(
                incident.id(),
                incident.type(),
                incident.lat(),
                incident.lon(),
                Urgency.weight(number(incident.grade()), Duration.between(incident.openedAt(), now)),
                ids(assignments, true),
                ids(assignments, false));
    }

    private static List<String> ids(List<Assignment> assignments, boolean onScene) {
        return assignments.stream()
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

    private static int signatureOf(IncidentView incident, List<Assignment> assignments) {
        int signature = incident.id().hashCode();
        signature = 31 * signature + incident.type().hashCode();
        signature = 31 * signature + number(incident.grade());
        signature = 31 * signature + Double.hashCode(incident.lat()) + 17 * Double.hashCode(incident.lon());
        for (Assignment assignment : assignments) {
            signature += assignment.id().hashCode() * 31 + (assignment.state() == AssignmentState.ON_SCENE ? 1 : 0);
        }
        return signature;
    }
}
