package io.watchfloor.pipeline.duty;

/** At most so many in a second; whoever comes too early is given a turn of their own. */
final class Pace {
    private final long gapMillis;
    private final long burstMillis;
    /** When everything that was given out so far is used up. */
    private long usedUpToMillis = Long.MIN_VALUE;

    private long promisedMillis = Long.MIN_VALUE;

    Pace(int perSecond) {
        gapMillis = 1_000 / perSecond;
        burstMillis = 1_000;
    }

    /** Takes a turn now; false when there is none left. */
    boolean take(long nowMillis) {
        long from = Math.max(usedUpToMillis, nowMillis - burstMillis);
        if (from > nowMillis) {
            return false;
        }
        usedUpToMillis = from + gapMillis;
        return true;
    }

    /** When to ask again: another moment for everybody who asks. */
    long nextMillis(long nowMillis) {
        promisedMillis = Math.max(Math.max(usedUpToMillis, promisedMillis), nowMillis) + gapMillis;
        return promisedMillis;
    }
}
