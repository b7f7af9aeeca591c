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
 * @param speedMetersPerSecond how fast they moved; null when unknown
 * @param batteryPercent how full the device is, 0 to 100; null when unknown
 */
public record Position(
        String world,
        String personId,
        double lat,
        double lon,
        Double accuracyMeters,
        Instant at,
        String source,
        Double speedMetersPerSecond,
        Integer batteryPercent) {

    /** One of which nothing else is known. */
    public Position(
            String world, String personId, double lat, double lon, Double accuracyMeters, Instant at, String source) {
        this(world, personId, lat, lon, accuracyMeters, at, source, null, null);
    }
}
