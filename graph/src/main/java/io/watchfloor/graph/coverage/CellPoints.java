package io.watchfloor.graph.coverage;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.RoadNetwork;
import java.util.List;

/** Where the middle of each cell meets the roads. */
final class CellPoints {
    private final List<District.Cell> cells;
    private final RoadNetwork.Access[] accesses;

    CellPoints(List<District.Cell> cells, RoadNetwork roads) {
        this.cells = cells;
        this.accesses = new RoadNetwork.Access[cells.size()];
        for (int i = 0; i < accesses.length; i++) {
            double[] middle = middle(cells.get(i).ring());
            accesses[i] = roads.to(middle[0], middle[1]);
        }
    }

    int count() {
        return accesses.length;
    }

    District.Cell cell(int index) {
        return cells.get(index);
    }

    /** Null when there is no road at all. */
    RoadNetwork.Access access(int index) {
        return accesses[index];
    }

    /** Centroid of the area inside the ring; the mean of its points when it has none. */
    private static double[] middle(List<List<Double>> ring) {
        double area = 0;
        double lat = 0;
        double lon = 0;
        double lat0 = ring.get(0).get(0);
        double lon0 = ring.get(0).get(1);
        for (int i = 0; i < ring.size(); i++) {
            List<Double> a = ring.get(i);
            List<Double> b = ring.get((i + 1) % ring.size());
            double cross = (a.get(0) - lat0) * (b.get(1) - lon0) - (b.get(0) - lat0) * (a.get(1) - lon0);
            area += cross;
            lat += (a.get(0) + b.get(0) - 2 * lat0) * cross;
            lon += (a.get(1) + b.get(1) - 2 * lon0) * cross;
        }
        if (area == 0) {
            return new double[] {
                ring.stream().mapToDouble(point -> point.get(0)).average().orElse(0),
                ring.stream().mapToDouble(point -> point.get(1)).average().orElse(0)
            };
        }
        return new double[] {lat0 + lat / (3 * area), lon0 + lon / (3 * area)};
    }
}
