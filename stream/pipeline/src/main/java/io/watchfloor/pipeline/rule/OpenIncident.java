package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.IntakePartition;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.contract.Report;
import java.time.Instant;

/**
 * An incident that may still get reports: what was observed, and what the next report's arithmetic needs.
 *
 * @param observed as it was last told
 * @param sumLat sum of its located reports' latitudes, degrees
 * @param sumLon sum of their longitudes, degrees
 * @param located how many of its reports are located
 * @param touchedMillis the logical clock when its last report came, milliseconds since 1970
 */
public record OpenIncident(ObservedIncident observed, double sumLat, double sumLon, int located, long touchedMillis) {
    private static final int SUMMARY_CODE_POINTS = 120;

    /** The incident that this report opens. */
    public static OpenIncident openedBy(ReadReport read, long clockMillis) {
        Report report = read.report();
        ObservedIncident observed = new ObservedIncident(
                report.world(),
                Ids.incident(report.id()),
                1,
                read.type(),
                read.grade(),
                summaryOf(read),
                read.isLocated() ? report.lat() : null,
                read.isLocated() ? report.lon() : null,
                addressOf(report),
                report.occurredAt(),
                report.occurredAt(),
                report.receivedAt(),
                report.receivedAt(),
                1,
                IntakePartition.regionOf(report),
                1,
                read.isLocated() ? PlacedBy.REPORT : null,
                null,
                Mood.NEUTRAL);
        return new OpenIncident(
                observed,
                read.isLocated() ? report.lat() : 0,
                read.isLocated() ? report.lon() : 0,
                read.isLocated() ? 1 : 0,
                clockMillis);
    }

    /** The incident after one more report. */
    public OpenIncident joinedBy(ReadReport read, long clockMillis) {
        Report report = read.report();
        double lats = sumLat + (read.isLocated() ? report.lat() : 0);
        double lons = sumLon + (read.isLocated() ? report.lon() : 0);
        int positions = located + (read.isLocated() ? 1 : 0);
        Grade grade = observed.grade().graver(read.grade());
        ObservedIncident next = new ObservedIncident(
                observed.world(),
                observed.id(),
                observed.version() + 1,
                observed.type(),
                grade,
                observed.summary(),
                positions == 0 ? null : Double.valueOf(lats / positions),
                positions == 0 ? null : Double.valueOf(lons / positions),
                observed.address() == null ? addressOf(report) : observed.address(),
                earlier(observed.firstOccurredAt(), report.occurredAt()),
                later(observed.lastOccurredAt(), report.occurredAt()),
                observed.openedAt(),
                later(observed.updatedAt(), report.receivedAt()),
                observed.reportCount() + 1,
                observed.region(),
                observed.typeConfidence(),
                observed.placedBy() == null && read.isLocated() ? PlacedBy.REPORT : observed.placedBy(),
                observed.placeId(),
                observed.mood());
        return new OpenIncident(next, lats, lons, positions, clockMillis);
    }

    /** Seconds between the time and the span of times its reports name; 0 within. */
    public long secondsFrom(Instant time) {
        if (time.isBefore(observed.firstOccurredAt())) {
            return observed.firstOccurredAt().getEpochSecond() - time.getEpochSecond();
        }
        return Math.max(0, time.getEpochSecond() - observed.lastOccurredAt().getEpochSecond());
    }

    /** Metres between the report and the mean of its reports; null when either is not located. */
    public Double metersFrom(ReadReport read) {
        if (!read.isLocated() || observed.lat() == null) {
            return null;
        }
        return Distance.meters(
                observed.lat(),
                observed.lon(),
                read.report().lat(),
                read.report().lon());
    }

    private static String summaryOf(ReadReport read) {
        String words = read.report().text().strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            return IncidentTypes.getOrOther(read.type()).zh();
        }
        if (words.codePointCount(0, words.length()) <= SUMMARY_CODE_POINTS) {
            return words;
        }
        return words.substring(0, words.offsetByCodePoints(0, SUMMARY_CODE_POINTS - 1)) + "…";
    }

    private static String addressOf(Report report) {
        return report.address() == null || report.address().isBlank()
                ? null
                : report.address().strip();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
