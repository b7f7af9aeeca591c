package io.watchfloor.pipeline.function;

import io.watchfloor.contract.Correction;
import io.watchfloor.contract.Report;
import java.time.Instant;

/**
 * What came in on an intake stream: one of the two.
 *
 * @param report what somebody told us; null when it is a correction
 * @param correction what an officer said about an incident; null when it is a report
 * @param again whether the report was taken in before and is fed again, because the graph does not have it
 */
public record Arrival(Report report, Correction correction, boolean again) {
    /** One that comes for the first time, as far as its sender knows. */
    public Arrival(Report report, Correction correction) {
        this(report, correction, false);
    }

    /** When it was taken in; the logical clock of merging follows it. */
    public Instant at() {
        return report != null ? report.receivedAt() : correction.at();
    }
}
