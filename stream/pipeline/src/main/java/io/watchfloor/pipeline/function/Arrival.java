package io.watchfloor.pipeline.function;

import io.watchfloor.contract.Correction;
import io.watchfloor.contract.Report;
import java.time.Instant;

/**
 * What came in on an intake stream: one of the two.
 *
 * @param report what somebody told us; null when it is a correction
 * @param correction what an officer said about an incident; null when it is a report
 */
public record Arrival(Report report, Correction correction) {
    /** When it was taken in; the logical clock of merging follows it. */
    public Instant at() {
        return report != null ? report.receivedAt() : correction.at();
    }
}
