package io.watchfloor.contract.live;

import java.util.List;

/**
 * How well the picture is.
 *
 * @param parts state of each part the gateway depends on
 * @param feeds what each feed sent since the gateway started
 * @param deadLetters how many entries the dead-letter stream holds
 * @param stages how far reports are, in the order of their way; empty when nobody counts
 * @param alarms what is wrong with the system itself, in a fixed order
 */
public record Health(List<Part> parts, List<Feed> feeds, long deadLetters, List<Stage> stages, List<Alarm> alarms) {
    /** Lists that an older sender left out are empty. */
    public Health {
        stages = stages == null ? List.of() : stages;
        alarms = alarms == null ? List.of() : alarms;
    }

    /** Parts and feeds alone. */
    public Health(List<Part> parts, List<Feed> feeds, long deadLetters) {
        this(parts, feeds, deadLetters, List.of(), List.of());
    }

    /** The same with its stages and alarms. */
    public Health with(List<Stage> counted, List<Alarm> raised) {
        return new Health(parts, feeds, deadLetters, counted, raised);
    }

    /**
     * One stage of a report's way.
     *
     * @param name {@code received}, {@code journaled} and {@code streamed}, by this gateway since it started; {@code
     *     stream}, {@code picture}, {@code filed}: in all, by everybody; {@code shown}: reports of the incidents that
     *     consoles show now
     * @param reports how many reports came so far; -1 when that cannot be told
     * @param ageMillis age of the oldest report that is not through yet; 0 when none waits, -1 when it cannot be told
     */
    public record Stage(String name, long reports, long ageMillis) {}

    /**
     * Something is wrong with the system.
     *
     * @param code what: {@code stalled}, {@code silent}, {@code checkpoint}, {@code clock} (seconds), {@code disk}, {@code
     *     memory}, {@code queue} (percent), {@code gap}, {@code reset}, {@code journal}, {@code audit} (times)
     * @param about which stage, part, disk, queue or program; null when the code says it
     * @param value how much, in the unit that goes with the code
     * @param sinceMillis epoch milliseconds when it began, or when it last happened
     */
    public record Alarm(String code, String about, long value, long sinceMillis) {}

    /**
     * One part.
     *
     * @param name {@code redis}, {@code graph} or {@code pipeline}
     * @param up whether it answers
     * @param lagMillis age of the oldest thing it has not done yet; 0 when it is up to date
     */
    public record Part(String name, boolean up, long lagMillis) {}

    /**
     * One feed.
     *
     * @param source its name
     * @param accepted reports acknowledged
     * @param refused reports refused
     * @param lastAtMillis epoch milliseconds of the newest report; 0 when none
     */
    public record Feed(String source, long accepted, long refused, long lastAtMillis) {}
}
