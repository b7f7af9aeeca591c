package io.watchfloor.graph.road;

/**
 * A place on the roads, and how soon one is there.
 *
 * @param lat WGS-84 degrees
 * @param lon WGS-84 degrees
 * @param seconds by road
 */
public record Reached(double lat, double lon, long seconds) {}
