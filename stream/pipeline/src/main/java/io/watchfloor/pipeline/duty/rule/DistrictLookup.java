package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.graph.District;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which cell a point lies in, and which department a person belongs to. */
public final class DistrictLookup {
    /** Nothing is known of any district. */
    public static final DistrictLookup NONE = new DistrictLookup(List.of(), Map.of());

    private static final class Outline {
        private final String cellId;
        private final double[] lats;
        private final double[] lons;
        private final double south;
        private final double north;

        Outline(District.Cell cell) {
            cellId = cell.id();
            lats = cell.ring().stream().mapToDouble(point -> point.get(0)).toArray();
            lons = cell.ring().stream().mapToDouble(point -> point.get(1)).toArray();
            south = Arrays.stream(lats).min().orElse(0);
            north = Arrays.stream(lats).max().orElse(-1);
        }

        /** Even-odd rule: a ray from the point crosses the outline of what holds it an odd number of times. */
        boolean contains(double lat, double lon) {
            if (lat < south || lat > north) {
                return false;
            }
            boolean inside = false;
            for (int i = 0, previous = lats.length - 1; i < lats.length; previous = i++) {
                boolean crosses = lats[i] > lat != lats[previous] > lat;
                if (crosses
                        && lon < (lons[previous] - lons[i]) * (lat - lats[i]) / (lats[previous] - lats[i]) + lons[i]) {
                    inside = !inside;
                }
            }
            return inside;
        }
    }

    private final List<Outline> outlines;
    private final Map<String, String> organizations;

    private DistrictLookup(List<Outline> outlines, Map<String, String> organizations) {
        this.outlines = outlines;
        this.organizations = organizations;
    }

    /** Of a district as it was imported. */
    public static DistrictLookup of(District district) {
        Map<String, String> organizations = new HashMap<>();
        for (District.Person person : district.people()) {
            if (person.organizationId() != null) {
                organizations.put(person.id(), person.organizationId());
            }
        }
        return new DistrictLookup(district.cells().stream().map(Outline::new).toList(), organizations);
    }

    /** Null when in none. */
    String cellIdAt(double lat, double lon) {
        for (Outline outline : outlines) {
            if (outline.contains(lat, lon)) {
                return outline.cellId;
            }
        }
        return null;
    }

    /** Null when the person is not known. */
    String organizationOf(String personId) {
        return organizations.get(personId);
    }
}
