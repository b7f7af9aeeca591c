package io.watchfloor.bench;

import java.time.Instant;
import java.util.BitSet;
import org.HdrHistogram.Histogram;

/** How long updates took to sockets, each counted when it is first seen. */
final class FanoutTimes {
    private static final long LONGEST_MICROS = 300_000_000L;

    private final int first;
    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
    private volatile long delivered;

    /** Updates before this number are not measured. */
    FanoutTimes(int first) {
        this.first = first;
    }

    static long nowMicros() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    /** Called by one thread only. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void note(BitSet seen, long[] stamps) {
        long now = nowMicros();
        for (int i = 0; i < stamps.length; i += 2) {
            int number = (int) stamps[i] - first;
            if (number >= 0 && !seen.get(number)) {
                seen.set(number);
                micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, now - stamps[i + 1])));
                delivered++;
            }
        }
    }

    long delivered() {
        return delivered;
    }

    /** In milliseconds; to be asked when nothing comes any more. */
    double percentileMillis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}
