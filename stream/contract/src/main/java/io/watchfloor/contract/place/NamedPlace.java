package io.watchfloor.contract.place;

import java.util.List;

/**
 * Something that has a name and lies somewhere: a building, an estate, a square, a street.
 *
 * @param id of the graph's place; of a street, {@code street:} and its Chinese name
 * @param nameZh Chinese name; empty when it has none
 * @param nameEn English name; empty when it has none
 * @param aliases other names
 * @param street whether house numbers count along it
 * @param cellId grid cell its middle lies in; null when in none
 * @param lat WGS-84 degrees of its middle
 * @param lon WGS-84 degrees of its middle
 * @param accuracyMeters how far from its middle something in it may be
 */
public record NamedPlace(
        String id,
        String nameZh,
        String nameEn,
        List<String> aliases,
        boolean street,
        String cellId,
        double lat,
        double lon,
        double accuracyMeters) {}
