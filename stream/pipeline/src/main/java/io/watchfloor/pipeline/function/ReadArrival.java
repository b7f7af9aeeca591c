package io.watchfloor.pipeline.function;

import io.watchfloor.contract.Correction;
import io.watchfloor.contract.IntakePartition;
import io.watchfloor.pipeline.rule.ReadReport;
import java.time.Instant;

/**
 * What came in, with its words read: one of the two.
 *
 * @param read a report; null when it is a correction
 * @param correction what an officer said about an incident; null when it is a report
 * @param again whether the report was taken in before and is fed again, because the graph does not have it
 */
public record ReadArrival(ReadReport read, Correction correction, boolean again) {
    /** One that comes for the first time, as far as its sender knows. */
    public ReadArrival(ReadReport read, Correction correction) {
        this(read, correction, false);
    }

    /** When it was taken in. */
    public Instant at() {
        return read != null ? read.report().receivedAt() : correction.at();
    }

    /**
     * What it is merged within. One intake stream has one order for everything, so everything can meet; several have an
     * order within a region only.
     */
    public String key(int intakePartitions) {
        if (intakePartitions == 1) {
            return read != null ? read.report().world() : correction.world();
        }
        return read != null ? IntakePartition.regionOf(read.report()) : correction.region();
    }
}
