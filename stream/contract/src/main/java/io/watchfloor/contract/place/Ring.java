package io.watchfloor.contract.place;

import java.util.Arrays;
import java.util.List;

/** An outline on the map: corners in WGS-84 degrees, not closed. It is small enough to be taken for flat. */
public final class Ring {
    private final double[] lats;
    private final double[] lons;
    private final double south;
    private final double north;

    private Ring(double[] lats, double[] lons) {
        this.lats = lats;
        this.lons = lons;
        this.south = Arrays.stream(lats).min().orElse(0);
        this.north = Arrays.stream(lats).max().orElse(-1);
    }

    /** Of corners, each a latitude and a longitude. */
    public static Ring of(List<List<Double>> corners) {
        return new Ring(
                corners.stream().mapToDouble(corner -> corner.get(0)).toArray(),
                corners.stream().mapToDouble(corner -> corner.get(1)).toArray());
    }

    /**
     * Even-odd rule: a ray from the point crosses the outline of what holds it an odd number of times. A point on the border
     * of two rings lies in one of them, always the same.
     */
    public boolean contains(double lat, double lon) {
        if (lat < south || lat > north) {
            return false;
        }
        boolean inside = false;
        for (int i = 0, previous = lats.length - 1; i < lats.length; previous = i++) {
            boolean crosses = lats[i] > lat != lats[previous] > lat;
            if (crosses && lon < (lons[previous] - lons[i]) * (lat - lats[i]) / (lats[previous] - lats[i]) + lons[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** How many corners it has. */
    public int size() {
        return lats.length;
    }

    /** Latitude of a corner. */
    public double lat(int corner) {
        return lats[corner];
    }

    /** Longitude of a corner. */
    public double lon(int corner) {
        return lons[corner];
    }

    /** Least latitude; of no corners it is north of {@link #north}. */
    public double south() {
        return south;
    }

    /** Greatest latitude. */
    public double north() {
        return north;
    }

    /** Least longitude; of no corners it is east of {@link #east}. */
    public double west() {
        return Arrays.stream(lons).min().orElse(0);
    }

    /** Greatest longitude. */
    public double east() {
        return Arrays.stream(lons).max().orElse(-1);
    }
}
