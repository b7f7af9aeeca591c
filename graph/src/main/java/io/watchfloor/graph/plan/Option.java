package io.watchfloor.graph.plan;

/**
 * Somebody who could come.
 *
 * @param personId who
 * @param millis until they are there, by road
 * @param meets bit n is set when they meet need n
 */
public record Option(String personId, int millis, int meets) {}
