package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.MeasureStep;
import java.time.Instant;
import java.util.List;

/**
 * How long one step of one incident took.
 *
 * @param step which
 * @param millis how long
 * @param endedAt when it was over
 * @param withinTarget whether it met the target for its grade
 * @param measureIds every measure it counts in
 */
public record MeasuredStep(
        MeasureStep step, long millis, Instant endedAt, boolean withinTarget, List<String> measureIds) {}
