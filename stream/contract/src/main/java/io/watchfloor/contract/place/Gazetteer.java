package io.watchfloor.contract.place;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * All names of a district.
 *
 * @param stamp of the import it comes from; another stamp, another district
 * @param zone the district's time zone, as an id such as {@code Asia/Shanghai}
 * @param places everything that has a name
 * @param cells its grid
 * @param crossings where its named streets meet; empty in what older versions wrote
 */
public record Gazetteer(
        String stamp,
        String zone,
        List<NamedPlace> places,
        List<CellShape> cells,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Crossing> crossings) {

    public Gazetteer {
        crossings = crossings == null ? List.of() : crossings;
    }

    /** Names and cells alone. */
    public Gazetteer(String stamp, String zone, List<NamedPlace> places, List<CellShape> cells) {
        this(stamp, zone, places, cells, List.of());
    }
}
