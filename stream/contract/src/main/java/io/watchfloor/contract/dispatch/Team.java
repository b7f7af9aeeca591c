package io.watchfloor.contract.dispatch;

import java.util.List;

/**
 * The people who together are there soonest for what is still open.
 *
 * @param label which of the incident type's alternative teams it is; empty when there is one only
 * @param needs what this team has to cover, beside what those already sent cover
 * @param members soonest first
 * @param complete whether it covers everything
 * @param readySeconds until the last of them is there; null when nobody comes
 * @param shortfalls needs it leaves open; empty when complete
 */
public record Team(
        String label,
        List<Need> needs,
        List<Member> members,
        boolean complete,
        Long readySeconds,
        List<Need> shortfalls) {
    /**
     * One of the team.
     *
     * @param personId who
     * @param nameZh Chinese name
     * @param nameEn English name
     * @param covers ids of the skills they are there for
     * @param standsIn whether they are a weaker stand-in for all of these
     * @param equipmentId what they bring; null when nothing
     * @param travelSeconds travel time by road
     * @param backfill who comes next in their place; null when nobody could
     */
    public record Member(
            String personId,
            String nameZh,
            String nameEn,
            List<String> covers,
            boolean standsIn,
            String equipmentId,
            long travelSeconds,
            Backfill backfill) {}

    /**
     * Who would come instead.
     *
     * @param personId who
     * @param nameZh Chinese name
     * @param nameEn English name
     * @param travelSeconds travel time by road
     */
    public record Backfill(String personId, String nameZh, String nameEn, long travelSeconds) {}
}
