package io.watchfloor.contract;

import java.time.Instant;

/**
 * How long one step takes, over the last 24 hours; written by the pipeline alone, as versioned upserts.
 *
 * @param world the world it belongs to
 * @param id step, scope and key
 * @param version rises by one with every change; a reader keeps the highest
 * @param step which stretch
 * @param scope what it is taken over
 * @param key the cell, type or organization; empty for the world
 * @param count how many were measured
 * @param p50Seconds half took no longer
 * @param p90Seconds nine in ten took no longer
 * @param withinTarget share that met the target for their grade, 0 to 1; null when there is no target
 * @param updatedAt when this version was made
 */
public record Measure(
        String world,
        String id,
        long version,
        MeasureStep step,
        MeasureScope scope,
        String key,
        int count,
        double p50Seconds,
        double p90Seconds,
        Double withinTarget,
        Instant updatedAt) {}
