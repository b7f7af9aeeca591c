package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.Correction;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportProblem;
import java.util.Optional;

/** What a report or a correction must have to be merged; the gateway has checked it all before, this is for whoever else writes. */
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

    /** The first thing that is wrong with a correction, if any. */
    public static Optional<ReportProblem> findProblem(Correction correction, String world) {
        if (correction.id() == null || correction.id().isBlank()) {
            return missing("id");
        }
        if (!world.equals(correction.world())) {
            return Optional.of(new ReportProblem(
                    "wrong-world", "world", "this is the stream of world " + world + ", not of " + correction.world()));
        }
        if (correction.incidentId() == null || correction.incidentId().isBlank()) {
            return missing("incidentId");
        }
        if (correction.known() == null
                || !correction.incidentId().equals(correction.known().id())) {
            return missing("known");
        }
        if (correction.at() == null) {
            return missing("at");
        }
        if (correction.type() != null && IncidentTypes.find(correction.type()).isEmpty()) {
            return Optional.of(
                    new ReportProblem("unknown", "type", correction.type() + " is not in the catalogue of types"));
        }
        return findSplitProblem(correction)
                .or(() -> inRange("lat", correction.lat(), MAX_LAT))
                .or(() -> inRange("lon", correction.lon(), MAX_LON));
    }

    private static Optional<ReportProblem> findSplitProblem(Correction correction) {
        if (correction.moved() == null || correction.moved().isEmpty()) {
            return Optional.empty();
        }
        if (correction.movedTo() == null || correction.movedTo().equals(correction.incidentId())) {
            return missing("movedTo");
        }
        return correction.moved().stream()
                .map(filed ->
                        filed.report() == null ? missing("report") : findProblem(filed.report(), correction.world()))
                .flatMap(Optional::stream)
                .findFirst();
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
