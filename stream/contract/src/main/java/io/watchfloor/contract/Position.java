package io.watchfloor.contract;

import java.time.Instant;

/**
 * Where a person was.
 *
 * @param world the world it belongs to
 * @param personId who
 * @param lat WGS-84 degrees
 * @param lon WGS-84 degrees
 * @param accuracyMeters radius the device claims; null when unknown
 * @param at when it was measured
 * @param source {@code phone}, {@code simulator} or the feed's name
 */
public record Position(
        String world, String personId, double lat, double lon, Double accuracyMeters, Instant at, String source) {}
