package io.watchfloor.launcher.supervise;

import java.time.Duration;

/**
 * When to start a part again that died.
 *
 * @param firstDelay before the first restart; doubles with each further one
 * @param longestDelay it doubles up to here
 * @param steadyAfter a part that ran this long is taken as sound: its next death counts as the first
 * @param startAttempts how often a part may die before it was ever ready; then the start is given up
 */
public record RestartPolicy(Duration firstDelay, Duration longestDelay, Duration steadyAfter, int startAttempts) {
    /** Exit code of a process that refuses its settings. */
    public static final int REFUSED = 2;

    /** What this system does. */
    public static final RestartPolicy DEFAULT =
            new RestartPolicy(Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofMinutes(1), 5);

    private static final int MAX_DOUBLINGS = 20;

    /**
     * A death of a part.
     *
     * @param code exit code, 128 + n when signal n killed it
     * @param ranFor how long it ran
     * @param everReady whether it, or an earlier start of it in this run, could be used
     */
    public record Death(int code, Duration ranFor, boolean everReady) {}

    /** What to do about a death. */
    public sealed interface Verdict {}

    /**
     * Start it again.
     *
     * @param delay after this
     * @param deathsInARow to be passed on to the next verdict
     */
    public record StartAgain(Duration delay, int deathsInARow) implements Verdict {}

    /** It says its settings are wrong: starting it again would not help. */
    public record Refused() implements Verdict {}

    /** It never got ready. */
    public record GiveUp(int attempts) implements Verdict {}

    /** Decides about a death, given how many there were in a row before it. */
    public Verdict judge(Death death, int deathsInARowBefore) {
        int inARow = death.ranFor().compareTo(steadyAfter) >= 0 ? 1 : deathsInARowBefore + 1;
        if (!death.everReady() && death.code() == REFUSED) {
            return new Refused();
        }
        if (!death.everReady() && inARow >= startAttempts) {
            return new GiveUp(inARow);
        }
        return new StartAgain(delay(inARow), inARow);
    }

    private Duration delay(int inARow) {
        Duration doubled = firstDelay.multipliedBy(1L << Math.min(inARow - 1, MAX_DOUBLINGS));
        return doubled.compareTo(longestDelay) < 0 ? doubled : longestDelay;
    }
}
