package io.watchfloor.contract;

/**
 * A place that a text names.
 *
 * @param placeId of the graph's place or street
 * @param words as they stand in the text, with house number and unit
 * @param lat WGS-84 degrees
 * @param lon WGS-84 degrees
 * @param accuracyMeters how far off the event may be from there: a building is near its point, a street is long
 * @param confidence that this place is meant, 0 to 1; several of one name share it
 */
public record PlaceMention(
        String placeId, String words, double lat, double lon, double accuracyMeters, double confidence) {}
