package io.watchfloor.contract;

import java.time.Instant;

/**
 * One hour of an alert's curve.
 *
 * @param at its begin
 * @param count reports in it
 * @param expected what is usual for this hour of the week
 * @param upper what it exceeds once in a hundred such hours
 */
public record AlertPoint(Instant at, int count, double expected, double upper) {}
