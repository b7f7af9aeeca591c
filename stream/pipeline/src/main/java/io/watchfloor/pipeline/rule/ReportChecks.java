package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportProblem;
import java.util.Optional;

/** What a report must have to be merged; the gateway has checked it all before, this is for whoever else writes. */
public final class ReportChecks {
    private static final double MAX_LAT = 90;
    private static final double MAX_LON = 180;

    private ReportChecks() {}

    /** The first thing that is wrong with it, if any. */
    public static Optional<ReportProblem> findProblem(Report report, String world) {
        if (report.id() == null || report.id().isBlank()) {
            return missing("id");
        }
        if (!world.equals(report.world())) {
            return Optional.of(new ReportProblem(
                    "wrong-world", "world", "this is the stream of world " + world + ", not of " + report.world()));
        }
        if (report.text() == null) {
            return missing("text");
        }
        if (report.occurredAt() == null) {
            return missing("occurredAt");
        }
        if (report.receivedAt() == null) {
            return missing("receivedAt");
        }
        return inRange("lat", report.lat(), MAX_LAT).or(() -> inRange("lon", report.lon(), MAX_LON));
    }

    private static Optional<ReportProblem> missing(String field) {
        return Optional.of(new ReportProblem("missing", field, field + " is missing"));
    }

    private static Optional<ReportProblem> inRange(String field, Double value, double limit) {
        if (value == null || Math.abs(value) <= limit) {
            return Optional.empty();
        }
        return Optional.of(new ReportProblem(
                "out-of-range",
                field,
                field + " is " + value + ", it must lie between -" + (int) limit + " and " + (int) limit));
    }
}
