package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.Understanding;
import io.watchfloor.contract.Wish;
import io.watchfloor.text.similar.TextSketch;
import io.watchfloor.text.similar.TextSketcher;
import java.util.List;

/**
 * A report and what was read in it.
 *
 * @param report as it was acknowledged
 * @param understanding what its words say
 * @param sketch of its words, to compare it by
 */
public record ReadReport(Report report, Understanding understanding, TextSketch sketch) {
    /** How far a person's phone or a caller's pin is off. */
    static final double POSITION_METERS = 40;

    /** A sensor or a camera knows where it hangs, not quite where it looks. */
    static final double DEVICE_METERS = 20;

    /** A name less sure than this does not place a report. */
    private static final double SURE_ENOUGH = 0.5;

    private static final double LEAST_METERS = 10;

    /** A report that was filed before, with what was read in it then. */
    public static ReadReport of(FiledReport filed, TextSketcher sketcher) {
        Understanding understanding = filed.understanding() != null ? filed.understanding() : unread(filed.report());
        return of(filed.report(), understanding, sketcher);
    }

    /** A report with what was read in it. */
    public static ReadReport of(Report report, Understanding understanding, TextSketcher sketcher) {
        PlaceMention place = understanding.place();
        return new ReadReport(
                report,
                understanding,
                sketcher.sketch(report.text(), place == null ? "" : place.words(), report.address()));
    }

    private static Understanding unread(Report report) {
        IncidentType type = IncidentTypes.getOrOther(report.type());
        double confidence = type.code().equals(report.type()) ? 1 : 0;
        return new Understanding(
                "und", type.code(), confidence, type.grade(), Mood.NEUTRAL, Wish.NONE, List.of(), null);
    }

    public String type() {
        return understanding.type();
    }

    /** How its position is known; null when it is not. */
    public PlacedBy placedBy() {
        if (report.lat() != null && report.lon() != null) {
            return PlacedBy.REPORT;
        }
        return namesItsPlace() ? PlacedBy.TEXT : null;
    }

    /** Whether it is known where it is. */
    public boolean isLocated() {
        return placedBy() != null;
    }

    /** WGS-84 degrees; 0 when it is not located. */
    public double lat() {
        PlacedBy by = placedBy();
        return by == null
                ? 0
                : by == PlacedBy.REPORT ? report.lat() : understanding.place().lat();
    }

    /** WGS-84 degrees; 0 when it is not located. */
    public double lon() {
        PlacedBy by = placedBy();
        return by == null
                ? 0
                : by == PlacedBy.REPORT ? report.lon() : understanding.place().lon();
    }

    /** How far off its position may be. */
    public double accuracyMeters() {
        if (placedBy() == PlacedBy.TEXT) {
            return Math.max(LEAST_METERS, understanding.place().accuracyMeters());
        }
        return isFromDevice() ? DEVICE_METERS : POSITION_METERS;
    }

    /** The place it names; null when none is sure enough. */
    public String placeId() {
        return namesItsPlace() ? understanding.place().placeId() : null;
    }

    /** A sensor's or a camera's: its few words are always the same. */
    public boolean isFromDevice() {
        return report.reportKind() == ReportKind.SENSOR || report.reportKind() == ReportKind.CAMERA;
    }

    /** Its address; null when it has none. */
    public String address() {
        return report.address() == null || report.address().isBlank()
                ? null
                : report.address().strip();
    }

    private boolean namesItsPlace() {
        PlaceMention place = understanding.place();
        return place != null && place.confidence() >= SURE_ENOUGH;
    }
}
