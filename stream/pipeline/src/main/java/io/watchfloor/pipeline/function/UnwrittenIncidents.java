package io.watchfloor.pipeline.function;

import io.watchfloor.pipeline.rule.OpenIncident;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Incidents that have changed since the store had them last, by region. Most change again within moments, and the store
 * need only be right when a checkpoint is taken.
 */
final class UnwrittenIncidents {
    private final Map<String, Map<String, OpenIncident>> byRegion = new HashMap<>();
    private int count;

    void put(String region, OpenIncident incident) {
        boolean isNew =
                byRegion.computeIfAbsent(region, there -> new HashMap<>()).put(incident.id(), incident) == null;
        count += isNew ? 1 : 0;
    }

    /** The incident as it is now; null when the store has it so, or there is none. */
    OpenIncident find(String region, String id) {
        return in(region).get(id);
    }

    boolean isEmpty(String region) {
        return in(region).isEmpty();
    }

    /** Removes those of which this is true, and gives them. */
    List<OpenIncident> remove(String region, Predicate<OpenIncident> what) {
        List<OpenIncident> removed = in(region).values().stream().filter(what).toList();
        removed.forEach(incident -> in(region).remove(incident.id()));
        count -= removed.size();
        return removed;
    }

    /** Those of the region, which are no longer here then. */
    Collection<OpenIncident> take(String region) {
        Map<String, OpenIncident> taken = byRegion.remove(region);
        count -= taken == null ? 0 : taken.size();
        return taken == null ? new ArrayList<>() : taken.values();
    }

    /** Where there are any. */
    Set<String> regions() {
        return byRegion.keySet();
    }

    /** Of all regions. */
    int count() {
        return count;
    }

    private Map<String, OpenIncident> in(String region) {
        return byRegion.getOrDefault(region, Map.of());
    }
}
