package io.watchfloor.contract.dispatch;

import java.util.List;

/**
 * A person who could be sent, or who is nearer than one who could and was passed over.
 *
 * @param personId who
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param organizationId the department or partner body they belong to
 * @param lat WGS-84 degrees
 * @param lon WGS-84 degrees
 * @param positionAgeSeconds age of the position; null when it is only their station
 * @param travelSeconds travel time by road; null when it is not known where to
 * @param roadMeters distance by road; null when it is not known where to
 * @param covers ids of the skills needed that the person covers; empty when passed over for want of skill
 * @param reasons for, when recommended; against, when passed over
 * @param paths the ways through the knowledge graph that these reasons stand on
 * @param languages what they speak, as BCP 47 codes
 */
public record Candidate(
        String personId,
        String nameZh,
        String nameEn,
        String organizationId,
        double lat,
        double lon,
        Long positionAgeSeconds,
        Long travelSeconds,
        Long roadMeters,
        List<String> covers,
        List<Reason> reasons,
        List<GraphPath> paths,
        List<String> languages) {
    /** One whose paths and languages are not told. */
    public Candidate(
            String personId,
            String nameZh,
            String nameEn,
            String organizationId,
            double lat,
            double lon,
            Long positionAgeSeconds,
            long travelSeconds,
            long roadMeters,
            List<String> covers,
            List<Reason> reasons) {
        this(
                personId,
                nameZh,
                nameEn,
                organizationId,
                lat,
                lon,
                positionAgeSeconds,
                travelSeconds,
                roadMeters,
                covers,
                reasons,
                List.of(),
                List.of());
    }
}
