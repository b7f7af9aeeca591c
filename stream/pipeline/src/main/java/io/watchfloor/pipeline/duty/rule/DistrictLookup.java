package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.place.Ring;
import io.watchfloor.graph.district.District;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which cell a point lies in, and which department a person belongs to. */
public final class DistrictLookup {
    /** Nothing is known of any district. */
    public static final DistrictLookup NONE = new DistrictLookup(List.of(), Map.of());

    private record Outline(String cellId, Ring ring) {}

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
        List<Outline> outlines = district.cells().stream()
                .map(cell -> new Outline(cell.id(), Ring.of(cell.ring())))
                .toList();
        return new DistrictLookup(outlines, organizations);
    }

    /** Null when in none. */
    String cellIdAt(double lat, double lon) {
        for (Outline outline : outlines) {
            if (outline.ring().contains(lat, lon)) {
                return outline.cellId();
            }
        }
        return null;
    }

    /** Null when the person is not known. */
    String organizationOf(String personId) {
        return organizations.get(personId);
    }
}
