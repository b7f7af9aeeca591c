package io.watchfloor.contract.place;

import java.util.List;

/**
 * All names of a district.
 *
 * @param stamp of the import it comes from; another stamp, another district
 * @param zone the district's time zone, as an id such as {@code Asia/Shanghai}
 * @param places everything that has a name
 * @param cells its grid
 */
public record Gazetteer(String stamp, String zone, List<NamedPlace> places, List<CellShape> cells) {}
