package io.watchfloor.graph.plan;

import java.time.Duration;

/**
 * What a plan is charged for, each as time that an incident could wait instead.
 *
 * @param unserved for sending nobody; a part of it for each place that stays open
 * @param nobodyIdleShare how much of the sum of all ways counts beside the last arrival: who drives far is missed elsewhere
 * @param change for each person a suggestion drops who was suggested before
 * @param reassign for each person who is taken off a way begun
 * @param partialTeams whether a team may be sent that leaves places open
 * @param teamsPerIncident how many teams are considered for each incident
 * @param solverSeconds deterministic seconds, about as long as real ones, that a proof of the best may take
 */
public record PlanCharges(
        Duration unserved,
        double nobodyIdleShare,
        Duration change,
        Duration reassign,
        boolean partialTeams,
        int teamsPerIncident,
        double solverSeconds) {

    /** What the duty room works with. */
    public static PlanCharges standard() {
        return new PlanCharges(
                Duration.ofMinutes(60), 0.2, Duration.ofSeconds(60), Duration.ofSeconds(180), true, 32, 2.0);
    }
}
