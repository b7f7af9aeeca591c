package io.watchfloor.contract;

import java.time.Instant;

/**
 * How many alarms an officer is asked to bear, over the last 24 hours, against what is bearable (ISA-18.2, EEMUA 191); an
 * alarm is an alert raised or an incident escalated. Written by the pipeline alone, as versioned upserts, one per world.
 *
 * @param world the world it belongs to
 * @param version rises by one with every change; a reader keeps the highest
 * @param perTenMinutes mean; up to 1 is acceptable, up to 2 manageable
 * @param peakPerTenMinutes most in any ten minutes
 * @param floodShare share of ten-minute windows with more than 10, 0 to 1; under 0.01 is good
 * @param high alarms of grade I
 * @param medium alarms of grade II
 * @param low alarms of grades III and IV; 80 / 15 / 5 in a hundred low, medium, high is good
 * @param chattering alarms that came back within ten minutes of having gone
 * @param stale alarms that have stood for over 24 hours; under 5 is good
 * @param updatedAt when this version was made
 */
public record AlarmHealth(
        String world,
        long version,
        double perTenMinutes,
        int peakPerTenMinutes,
        double floodShare,
        int high,
        int medium,
        int low,
        int chattering,
        int stale,
        Instant updatedAt) {}
