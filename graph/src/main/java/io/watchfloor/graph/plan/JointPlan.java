package io.watchfloor.graph.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which team to send where, over all open incidents.
 *
 * @param at when it was made
 * @param suggestions one for each incident that needs somebody or has somebody under way, the weightiest first
 * @param seconds until every suggested team is complete, summed up
 * @param nearestSeconds the same when each incident takes the soonest team of those left
 * @param served how many incidents get a whole team
 * @param nearestServed the same when each takes the soonest
 * @param gainMinutes minutes of waiting spared against that, weighted by urgency; an incident without a team counts as
 *     waiting an hour
 * @param proof how sure it is that nothing is better
 */
public record JointPlan(
        Instant at,
        List<Suggestion> suggestions,
        long seconds,
        long nearestSeconds,
        int served,
        int nearestServed,
        double gainMinutes,
        TeamPacking.Proof proof) {

    /** No incident is open. */
    public static JointPlan empty(Instant at) {
        return new JointPlan(at, List.of(), 0, 0, 0, 0, 0, TeamPacking.Proof.OPTIMAL);
    }

    /** Everybody who is suggested for an incident. */
    public Set<String> suggestedIds() {
        return suggestions.stream()
                .flatMap(suggestion -> suggestion.people().stream())
                .map(Place::personId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is suggested for the incident, if anything. */
    public Optional<Suggestion> find(String incidentId) {
        return suggestions.stream()
                .filter(suggestion -> suggestion.incidentId().equals(incidentId))
                .findFirst();
    }

    /**
     * The team for one incident.
     *
     * @param incidentId which
     * @param weight what a second of its waiting counts
     * @param people who should go, soonest first; those already under way are among them
     * @param releasedIds who is under way there and should not go on
     * @param missing places nobody fills
     * @param seconds until the last of them is there; 0 when nobody goes
     * @param nearestSeconds the same when each incident takes the soonest team of those left; -1 when that sends nobody
     * @param spared who could be there sooner and is needed more elsewhere
     * @param outside whether the incident is so far from every road of the district that nobody of it is suggested; who is
     *     under way there nevertheless is left alone
     */
    public record Suggestion(
            String incidentId,
            int weight,
            List<Place> people,
            List<String> releasedIds,
            int missing,
            long seconds,
            long nearestSeconds,
            List<Spared> spared,
            boolean outside) {

        /** Who is to be sent newly, soonest first. */
        public List<Place> toSend() {
            return people.stream().filter(place -> !place.underWay()).toList();
        }

        /** Whether somebody has to leave another way for it. */
        public boolean reassigns() {
            return people.stream().anyMatch(place -> place.fromIncidentId() != null);
        }
    }

    /**
     * Somebody in a team.
     *
     * @param personId who
     * @param seconds until they are there
     * @param skillIds the open needs they meet
     * @param underWay whether they are on this way already
     * @param fromIncidentId the incident they are under way to now, when that is another; else null
     * @param equipmentId what they take along; null when nothing
     */
    public record Place(
            String personId,
            long seconds,
            List<String> skillIds,
            boolean underWay,
            String fromIncidentId,
            String equipmentId) {}

    /** Somebody who could be there sooner, and the incident they are suggested for instead. */
    public record Spared(String personId, String forIncidentId) {}
}
