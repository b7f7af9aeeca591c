package io.watchfloor.graph.candidate;

import java.util.List;

/**
 * Who could cover what is still open at one site: what a joint plan chooses teams from.
 *
 * @param needs the open needs; bit n of a mask is the n-th of them
 * @param alternatives masks of needs; a team is complete when it fills all needs of any one of them
 * @param people who can go and meets at least one need, soonest first, with what is charged; of equally soon ones the lower
 *     id
 * @param outside whether the site is so far from every road of the district that nobody of it is suggested
 */
public record Coverers(List<OpenNeed> needs, List<Integer> alternatives, List<Coverer> people, boolean outside) {
    /**
     * One open need.
     *
     * @param skillId the skill
     * @param level least level that will do, 1 to 5
     * @param places how many people it still needs
     * @param shared whether somebody who fills another need's place may fill one of these as well
     */
    public record OpenNeed(String skillId, int level, int places, boolean shared) {}

    /**
     * Somebody who could go.
     *
     * @param personId who
     * @param travelMillis travel time by road
     * @param chargeMillis what counts beside it when people are compared: their shift ends before the work is done
     * @param roadMeters distance by road
     * @param needs mask of the needs they meet
     * @param standsIn mask of those that they meet only as a weaker stand-in
     * @param bound whether they would have to be called away from another incident
     * @param equipmentId what they would take along; null when nothing
     */
    public record Coverer(
            String personId,
            int travelMillis,
            int chargeMillis,
            int roadMeters,
            int needs,
            int standsIn,
            boolean bound,
            String equipmentId) {}
}
