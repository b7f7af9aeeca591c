package io.watchfloor.graph.roster;

import io.watchfloor.contract.IncidentTypes;

/**
 * What somebody would be sent for.
 *
 * @param incidentId empty when it is no incident
 * @param handlingMinutes how long the work usually takes
 */
public record Errand(String incidentId, int handlingMinutes) {
    /** No incident: a question of its own. */
    public static final Errand NONE = new Errand("", 0);

    /** An incident of this type; null when its type is not known. */
    public static Errand to(String incidentId, String incidentType) {
        return new Errand(incidentId, IncidentTypes.getOrOther(incidentType).handlingMinutes());
    }
}
