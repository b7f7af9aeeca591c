package io.watchfloor.contract.place;

/**
 * Where two named streets meet; two that run side by side in two lanes meet in several points.
 *
 * @param placeId of the graph's place, a node of its roads
 * @param streetId one of the streets, as {@link NamedPlace#id} of it
 * @param otherStreetId the other
 * @param lat WGS-84 degrees
 * @param lon WGS-84 degrees
 */
public record Crossing(String placeId, String streetId, String otherStreetId, double lat, double lon) {}
