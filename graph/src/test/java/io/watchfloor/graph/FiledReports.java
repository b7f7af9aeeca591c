package io.watchfloor.graph;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import java.time.Instant;

/** Filed reports for tests that do not look into them. */
final class FiledReports {
    private FiledReports() {}

    static FiledReport any() {
        Instant at = Instant.parse("2026-03-01T08:00:00Z");
        Report report =
                new Report("live", "R-1", "hotline", "1", ReportKind.CALL, null, "着火了", at, at, null, null, null, null);
        return new FiledReport("live", "I-1", 1, null, 0, report, 1, null);
    }
}
