package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Report;

/**
 * A report and what was read in it.
 *
 * @param report as it was acknowledged
 * @param type a code of {@link io.watchfloor.contract.IncidentTypes}
 * @param grade what it suggests
 */
public record ReadReport(Report report, String type, Grade grade) {
    /** Whether it says where. */
    public boolean isLocated() {
        return report.lat() != null && report.lon() != null;
    }
}
