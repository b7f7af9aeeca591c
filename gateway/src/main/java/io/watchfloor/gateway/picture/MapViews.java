package io.watchfloor.gateway.picture;

import io.watchfloor.graph.district.District;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the areas of a district lie. */
public final class MapViews {
    private MapViews() {}

    /** By area, the part of the map that holds all its cells. */
    public static Map<String, MapView> ofAreas(District district) {
        Map<String, DoubleSummaryStatistics> lats = new HashMap<>();
        Map<String, DoubleSummaryStatistics> lons = new HashMap<>();
        for (District.Cell cell : district.cells()) {
            for (List<Double> corner : cell.ring()) {
                rangeOf(lats, cell.areaId()).accept(corner.get(0));
                rangeOf(lons, cell.areaId()).accept(corner.get(1));
            }
        }
        Map<String, MapView> views = new HashMap<>();
        lats.forEach((area, lat) -> {
            DoubleSummaryStatistics lon = lons.get(area);
            views.put(area, new MapView(lon.getMin(), lat.getMin(), lon.getMax(), lat.getMax()));
        });
        return views;
    }

    private static DoubleSummaryStatistics rangeOf(Map<String, DoubleSummaryStatistics> ranges, String areaId) {
        return ranges.computeIfAbsent(areaId, absent -> new DoubleSummaryStatistics());
    }
}
