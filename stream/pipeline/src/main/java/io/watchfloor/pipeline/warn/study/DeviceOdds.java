package io.watchfloor.pipeline.warn.study;

import java.util.List;

/** How much likelier the signals of devices in a cell are when an incident comes there at some hour. */
final class DeviceOdds {
    private static final double SIGNALLED = 0.7;
    private static final double MORE_SIGNALS = 2.5;
    private static final int MOST = 16;
    private static final double FROM_HOURS = 18;
    private static final double TO_HOURS = 1;
    private static final double OVER_HOURS = FROM_HOURS - TO_HOURS;

    /** Against none coming: signals by the hours they came at, what is known at an hour, of an incident at the end. */
    double of(List<Double> signals, double hour, double end) {
        double known = Math.min(1, Math.max(0, (Math.min(hour, end - TO_HOURS) - end + FROM_HOURS) / OVER_HOURS));
        if (known == 0) {
            return 1;
        }
        int seen = 0;
        for (int i = signals.size() - 1; i >= 0 && signals.get(i) >= end - FROM_HOURS; i--) {
            seen += signals.get(i) <= Math.min(hour, end - TO_HOURS) ? 1 : 0;
        }
        double odds = 0;
        double ways = 1;
        for (int real = 0; real <= seen; real++) {
            odds += ways * likely(real, known) / StrictMath.pow(OVER_HOURS * Incidents.FALSE_SIGNALS, real);
            ways *= (seen - real) / (real + 1.0);
        }
        return 1 - SIGNALLED + SIGNALLED * odds;
    }

    /** Of one and some more signals, spread evenly, so many come in this share of the time; ordered ways. */
    private static double likely(int real, double known) {
        double chance = StrictMath.exp(-MORE_SIGNALS);
        double sum = 0;
        for (int all = 1; all <= MOST; all++) {
            if (all >= real) {
                double ordered = 1;
                for (int i = 0; i < real; i++) {
                    ordered *= all - i;
                }
                sum += chance * ordered * StrictMath.pow(1 - known, all - real);
            }
            chance *= MORE_SIGNALS / all;
        }
        return sum;
    }
}
