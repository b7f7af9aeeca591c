package io.watchfloor.graph.plan;

import io.watchfloor.graph.candidate.EarlierAnswer;
import java.util.List;
import java.util.Map;

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
 * @param answers who was asked for it before and is not suggested again, and why
 */
public record OpenIncident(
        String incidentId,
        String type,
        double lat,
        double lon,
        int weight,
        List<String> onSceneIds,
        List<String> underWayIds,
        Map<String, EarlierAnswer> answers) {
    /** One that nobody was asked for in vain. */
    public OpenIncident(
            String incidentId,
            String type,
            double lat,
            double lon,
            int weight,
            List<String> onSceneIds,
            List<String> underWayIds) {
        this(incidentId, type, lat, lon, weight, onSceneIds, underWayIds, Map.of());
    }

    /** Copies what it is given. */
    public OpenIncident {
        onSceneIds = List.copyOf(onSceneIds);
        underWayIds = List.copyOf(underWayIds);
        answers = Map.copyOf(answers);
    }
}
