package io.watchfloor.contract.live;

import java.util.List;

/**
 * How well the picture is.
 *
 * @param parts state of each part the gateway depends on
 * @param feeds what each feed sent since the gateway started
 * @param deadLetters how many entries the dead-letter stream holds
 */
public record Health(List<Part> parts, List<Feed> feeds, long deadLetters) {
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
