package io.watchfloor.graph.desk;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import java.time.Instant;

/** What a pipeline would file. */
final class Observed {
    static final String LIVE = "live";
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private Observed() {}

    static ObservedIncident incident(String id, long version, String type, int reports) {
        return new ObservedIncident(
                LIVE,
                id,
                version,
                type,
                Grade.III,
                "楼上半夜装修",
                31.2,
                121.4,
                "人民路 12 号",
                START,
                START,
                START,
                START.plusSeconds(version),
                reports,
                "156:607",
                0.6,
                PlacedBy.REPORT,
                null,
                Mood.NEUTRAL);
    }

    static FiledReport report(String id, String incidentId, long version, int second) {
        Report report = new Report(
                LIVE,
                id,
                "hotline-12345",
                id,
                ReportKind.CALL,
                null,
                "话 " + id,
                START,
                START.plusSeconds(second),
                31.2,
                121.4,
                null,
                null);
        return new FiledReport(LIVE, incidentId, 0.9, 1.0, 0, report, version, null);
    }
}
