package io.watchfloor.pipeline.duty;

import io.watchfloor.contract.Measure;
import io.watchfloor.pipeline.duty.rule.MeasuredStep;
import java.time.Instant;

/**
 * Something for one measure: a duration that came or went, or the measure as it was published before.
 *
 * @param measureId which
 * @param millis how long a step took
 * @param endedAt when it was over; null when this is none
 * @param withinTarget whether it met its target
 * @param weight 1 came, -1 went
 * @param published null when this is a duration
 */
public record MeasureInput(
        String measureId, long millis, Instant endedAt, boolean withinTarget, int weight, Measure published) {
    static MeasureInput of(String measureId, MeasuredStep step, int weight) {
        return new MeasureInput(measureId, step.millis(), step.endedAt(), step.withinTarget(), weight, null);
    }

    static MeasureInput of(Measure published) {
        return new MeasureInput(published.id(), 0, null, false, 0, published);
    }
}
