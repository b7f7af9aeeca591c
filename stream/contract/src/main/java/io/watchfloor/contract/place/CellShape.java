package io.watchfloor.contract.place;

import java.util.List;

/**
 * A grid cell (网格).
 *
 * @param id of the cell
 * @param areaId the district or street that answers for it
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param ring its border: pairs of latitude and longitude, WGS-84 degrees, not closed
 */
public record CellShape(String id, String areaId, String nameZh, String nameEn, List<List<Double>> ring) {}
