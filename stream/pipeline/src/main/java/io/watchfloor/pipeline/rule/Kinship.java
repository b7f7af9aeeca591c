package io.watchfloor.pipeline.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which incident types are akin. Callers of one event name different sides of it (smoke and fire, a crash and the
 * injured), and a reader may err; some pairs are likely, others are not.
 */
final class Kinship {
    private static final List<List<String>> FAMILIES = List.of(
            List.of("fire", "gas-leak", "pollution", "power-outage"),
            List.of("fire", "medical", "traffic-accident"),
            List.of("medical", "traffic-accident", "violence"),
            List.of("medical", "elevator-trapped"),
            List.of("violence", "public-order", "theft", "crowd", "noise"),
            List.of("public-order", "missing-person", "fraud", "consumer"),
            List.of("crowd", "labour", "traffic-jam", "street-vending", "consumer"),
            List.of("traffic-accident", "traffic-jam", "illegal-parking", "road-damage"),
            List.of("traffic-jam", "fallen-tree", "flooding", "building-site"),
            List.of("flooding", "water-supply", "road-damage", "facility-damage"),
            List.of("noise", "building-site", "street-vending", "pollution"),
            List.of("building-site", "road-damage", "pollution"),
            List.of("garbage", "pollution", "animal", "property-management", "street-vending"),
            List.of("elevator-trapped", "facility-damage", "property-management"),
            List.of("power-outage", "street-light", "facility-damage", "elevator-trapped"),
            List.of("fallen-tree", "facility-damage", "road-damage"),
            List.of("heating", "water-supply", "power-outage", "property-management"),
            List.of("noise", "property-management", "animal"),
            List.of("gas-leak", "medical"),
            List.of("consumer", "fraud", "health-service", "education"));

    private static final Map<String, Set<String>> RELATIVES = relatives();

    private Kinship() {}

    /** Whether two different types, codes of {@link io.watchfloor.contract.IncidentTypes}, are akin. */
    static boolean areAkin(String a, String b) {
        return !a.equals(b) && RELATIVES.getOrDefault(a, Set.of()).contains(b);
    }

    private static Map<String, Set<String>> relatives() {
        Map<String, Set<String>> relatives = new HashMap<>();
        for (List<String> family : FAMILIES) {
            for (String type : family) {
                relatives.computeIfAbsent(type, t -> new HashSet<>()).addAll(family);
            }
        }
        return relatives;
    }
}
