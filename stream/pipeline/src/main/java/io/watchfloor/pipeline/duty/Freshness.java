package io.watchfloor.pipeline.duty;

/**
 * Whether what is known here is new enough to tell somebody that nobody has acted: after a start, or a pause of the
 * process, the answer may stand on the stream unread. Two signs are held against it, and neither can last:
 *
 * <ul>
 *   <li>what is being read was written long ago, and is getting younger: a backlog is being worked off. A clock that is
 *       off, or a lag that stays, does not get younger and holds nothing up.
 *   <li>a timer comes late: the process was away. Once, for two seconds, so that reading gets its turn; not again within
 *       half a minute, however slow everything is.
 * </ul>
 */
final class Freshness {
    /** How long timers are put off. */
    static final long HOLD_MILLIS = 2_000;

    private static final long OLD_MILLIS = 5_000;
    private static final long PROGRESS_MILLIS = 1_000;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long QUIET_MILLIS = 2_000;
    private static final long LATE_MILLIS = 1_000;
    private static final long EPISODE_MILLIS = 30_000;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private long ageMillis;
    private long leastAgeMillis;
    private long readAtMillis = NEVER;
    private long progressAtMillis = NEVER;
    private long heldSinceMillis = NEVER;

    /** Something was read that was written then. */
    void onRead(long writtenAtMillis, long nowMillis) {
        long age = nowMillis - writtenAtMillis;
        boolean jumped = age - ageMillis > OLD_MILLIS;
        if (jumped || age < leastAgeMillis - PROGRESS_MILLIS) {
            leastAgeMillis = age;
            progressAtMillis = nowMillis;
        }
        ageMillis = age;
        readAtMillis = nowMillis;
    }

    /** Whether a backlog is being read. */
    boolean isBehind(long nowMillis) {
        return ageMillis > OLD_MILLIS
                && nowMillis - readAtMillis < QUIET_MILLIS
                && nowMillis - progressAtMillis < PATIENCE_MILLIS;
    }

    /** Whether what a timer that was set for {@code timerAtMillis} wants to do must be put off. */
    boolean mustHold(long timerAtMillis, long nowMillis) {
        if (nowMillis - timerAtMillis > LATE_MILLIS && nowMillis - heldSinceMillis > EPISODE_MILLIS) {
            heldSinceMillis = nowMillis;
        }
        return nowMillis - heldSinceMillis < HOLD_MILLIS || isBehind(nowMillis);
    }
}
