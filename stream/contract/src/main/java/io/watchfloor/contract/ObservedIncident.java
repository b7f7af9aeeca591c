package io.watchfloor.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * What was observed about an incident; written by the pipeline alone, as versioned upserts.
 *
 * @param world the world it belongs to
 * @param id derived from the report that opened it, see {@link Ids#incident}
 * @param version rises by one with every change; a reader keeps the highest
 * @param type a code of {@link IncidentTypes}
 * @param grade gravest grade any of its reports suggests, or the one that an officer has set
 * @param summary the opening report's words, shortened
 * @param lat WGS-84 degrees, mean of its located reports; null when none is located
 * @param lon WGS-84 degrees; null when none is located
 * @param address of its first report that has one; null when none has
 * @param firstOccurredAt earliest time any of its reports names
 * @param lastOccurredAt latest time any of its reports names
 * @param openedAt when its first report was received
 * @param updatedAt when its newest report was received
 * @param reportCount how many reports speak of it
 * @param region what it was merged in, see {@link IntakePartition#regionOf}; a correction of it goes the same way
 * @param typeConfidence how sure its type is, 0 to 1
 * @param placedBy how it is known where it is; null when it is not
 * @param placeId place that its words name, or that an officer chose; null when none
 * @param mood mean polarity and highest anger and fear of its reports
 * @param reportedGrade gravest grade any of its reports suggests, once an officer has set the grade; null while none has
 */
public record ObservedIncident(
        String world,
        String id,
        long version,
        String type,
        Grade grade,
        String summary,
        Double lat,
        Double lon,
        String address,
        Instant firstOccurredAt,
        Instant lastOccurredAt,
        Instant openedAt,
        Instant updatedAt,
        int reportCount,
        String region,
        double typeConfidence,
        PlacedBy placedBy,
        String placeId,
        Mood mood,
        Grade reportedGrade) {

    /** One whose grade no officer has set. */
    public ObservedIncident(
            String world,
            String id,
            long version,
            String type,
            Grade grade,
            String summary,
            Double lat,
            Double lon,
            String address,
            Instant firstOccurredAt,
            Instant lastOccurredAt,
            Instant openedAt,
            Instant updatedAt,
            int reportCount,
            String region,
            double typeConfidence,
            PlacedBy placedBy,
            String placeId,
            Mood mood) {
        this(
                world,
                id,
                version,
                type,
                grade,
                summary,
                lat,
                lon,
                address,
                firstOccurredAt,
                lastOccurredAt,
                openedAt,
                updatedAt,
                reportCount,
                region,
                typeConfidence,
                placedBy,
                placeId,
                mood,
                null);
    }

    /** How grave it is together with what an officer has joined to it; null when nothing is. What an officer set stays. */
    public Grade gradeWith(Grade joined) {
        return joined == null || reportedGrade != null ? grade : grade.graver(joined);
    }

    /** The gravest grade any of its reports suggests, whatever an officer has set. */
    @JsonIgnore
    public Grade gradeOfReports() {
        return reportedGrade == null ? grade : reportedGrade;
    }
}
