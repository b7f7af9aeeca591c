package io.watchfloor.graph.plan;

import java.util.List;

/**
 * An incident to plan for.
 *
 * @param incidentId which
 * @param type a code of {@link io.watchfloor.contract.IncidentTypes}
 * @param lat WGS-84 degrees
 * @param lon WGS-84 degrees
 * @param weight what a second of its waiting counts, as {@link Urgency} gives it
 * @param onSceneIds who is there already and stays
 * @param underWayIds who is sent and not there yet
 */
public record OpenIncident(
        String incidentId,
        String type,
        double lat,
        double lon,
        int weight,
        List<String> onSceneIds,
        List<String> underWayIds) {
    /** Copies the lists. */
    public OpenIncident {
        onSceneIds = List.copyOf(onSceneIds);
        underWayIds = List.copyOf(underWayIds);
    }
}
