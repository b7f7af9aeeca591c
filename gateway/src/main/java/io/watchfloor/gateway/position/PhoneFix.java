package io.watchfloor.gateway.position;

import java.time.Instant;

/**
 * One position as a phone tells it, in our units.
 *
 * @param device what the phone calls itself
 * @param lat degrees
 * @param lon degrees
 * @param accuracyMeters null when unknown
 * @param speedMetersPerSecond null when unknown
 * @param batteryPercent null when unknown
 * @param at when it was measured
 */
record PhoneFix(
        String device,
        double lat,
        double lon,
        Double accuracyMeters,
        Double speedMetersPerSecond,
        Integer batteryPercent,
        Instant at) {}
