package io.watchfloor.contract;

/** Observations as a pipeline makes them, for whoever reads them. */
public final class ObservedIncidents {
    private ObservedIncidents() {}

    /** In this version as grave as an officer said; its reports say {@code reportedGrade}. */
    public static ObservedIncident graded(ObservedIncident read, long version, Grade grade, Grade reportedGrade) {
        return new ObservedIncident(
                read.world(),
                read.id(),
                version,
                read.type(),
                grade,
                read.summary(),
                read.lat(),
                read.lon(),
                read.address(),
                read.firstOccurredAt(),
                read.lastOccurredAt(),
                read.openedAt(),
                read.updatedAt(),
                read.reportCount(),
                read.region(),
                read.typeConfidence(),
                read.placedBy(),
                read.placeId(),
                read.mood(),
                reportedGrade);
    }
}
