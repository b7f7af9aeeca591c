package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;

/** A ring of points drawn on the map, WGS-84 degrees. It is small enough to be taken for flat. */
final class DrawnArea {
    private final double[] lats;
    private final double[] lons;

    private DrawnArea(double[] lats, double[] lons) {
        this.lats = lats;
        this.lons = lons;
    }

    /** Pairs of latitude and longitude, at least three, not closed; the OpenAPI document has seen to it. */
    static DrawnArea read(JsonNode ring) {
        double[] lats = new double[ring.size()];
        double[] lons = new double[ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            lats[i] = ring.path(i).path(0).asDouble();
            lons[i] = ring.path(i).path(1).asDouble();
        }
        return new DrawnArea(lats, lons);
    }

    /** Whether a line from there to the east crosses the ring an odd number of times. */
    boolean contains(double lat, double lon) {
        boolean inside = false;
        for (int i = 0, before = lats.length - 1; i < lats.length; before = i++) {
            boolean crossesLatitude = (lats[i] > lat) != (lats[before] > lat);
            if (crossesLatitude
                    && lon < (lons[before] - lons[i]) * (lat - lats[i]) / (lats[before] - lats[i]) + lons[i]) {
                inside = !inside;
            }
        }
        return inside;
    }
}
