package io.watchfloor.pipeline;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.Understanding;
import io.watchfloor.contract.Wish;
import io.watchfloor.pipeline.function.ReadArrival;
import io.watchfloor.pipeline.rule.ReadReport;
import io.watchfloor.text.similar.TextSketcher;
import java.time.Instant;
import java.util.List;

/** Reports as tests need them: at a place, at a time, of a type. */
public final class Reports {
    /** A place in the demo world. */
    public static final double LAT = 31.2304;

    public static final double LON = 121.4737;
    /** Degrees of latitude in a hundred metres. */
    public static final double HUNDRED_METERS = 100 / 111_195.0;

    private Reports() {}

    /** A located report, received 20 seconds after it happened. */
    public static Report at(String sourceId, String type, String occurredAt, double lat, double lon) {
        Instant occurred = Instant.parse(occurredAt);
        return report(sourceId, type, occurred, occurred.plusSeconds(20), lat, lon, null);
    }

    /** A report that only says an address. */
    public static Report atAddress(String sourceId, String type, String occurredAt, String address) {
        Instant occurred = Instant.parse(occurredAt);
        return report(sourceId, type, occurred, occurred.plusSeconds(20), null, null, address);
    }

    /** A report with everything said. */
    public static Report report(
            String sourceId, String type, Instant occurred, Instant received, Double lat, Double lon, String address) {
        return report(sourceId, type, occurred, received, lat, lon, address, null);
    }

    /** A report with everything said, by somebody. */
    public static Report report(
            String sourceId,
            String type,
            Instant occurred,
            Instant received,
            Double lat,
            Double lon,
            String address,
            String reporter) {
        return new Report(
                "live",
                Ids.report("live", "test", sourceId),
                "test",
                sourceId,
                ReportKind.CALL,
                type,
                "report " + sourceId,
                occurred,
                received,
                lat,
                lon,
                address,
                reporter);
    }

    /** A report received as it happens, with its pin or without. */
    public static Report pinned(
            String sourceId, IncidentType type, Instant at, boolean hasPin, double lat, double lon, String address) {
        Double north = hasPin ? lat : null;
        Double east = hasPin ? lon : null;
        return report(sourceId, type.code(), at, at, north, east, address);
    }

    /** The report as a reader takes it who is this sure of its type and finds this place in its words, or none. */
    public static ReadReport read(Report report, double typeConfidence, PlaceMention place, TextSketcher sketcher) {
        Grade grade = IncidentTypes.getOrOther(report.type()).grade();
        Understanding understanding = new Understanding(
                "zh", report.type(), typeConfidence, grade, Mood.NEUTRAL, Wish.NONE, List.of(), place);
        return ReadReport.of(report, understanding, sketcher);
    }

    /** The report as a reader takes it who believes the feed: its type, and this grade. */
    public static ReadReport read(Report report, Grade grade) {
        return new ReadReport(
                report,
                new Understanding("en", report.type(), 1, grade, Mood.NEUTRAL, Wish.NONE, List.of(), null),
                new TextSketcher().sketch(report.text()));
    }

    /** The report as a reader takes it who believes the feed. */
    public static ReadReport read(Report report) {
        return read(report, IncidentTypes.getOrOther(report.type()).grade());
    }

    /** The report as it comes to be merged. */
    public static ReadArrival arrival(Report report) {
        return new ReadArrival(read(report), null);
    }
}
