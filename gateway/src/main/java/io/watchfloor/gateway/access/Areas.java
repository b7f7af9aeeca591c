package io.watchfloor.gateway.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.district.District;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which area answers for what. What lies nowhere, and what is not known where it lies, everybody may see: it is better
 * looked at by somebody else's officer than by nobody.
 */
public final class Areas {
    private final Picture picture;
    private Map<String, String> areaOfCell = Map.of();

    /** Looks incidents up in this picture. */
    public Areas(Picture picture) {
        this.picture = picture;
    }

    /** The district became known. */
    public void districtKnown(District district) {
        areaOfCell = district.cells().stream()
                .filter(cell -> cell.areaId() != null)
                .collect(Collectors.toMap(District.Cell::id, District.Cell::areaId));
    }

    /** Whether whoever answers for these areas may see what lies in this cell. */
    public boolean isWithin(Set<String> areaIds, String cellId) {
        String area = cellId == null ? null : areaOfCell.get(cellId);
        return areaIds.isEmpty() || area == null || areaIds.contains(area);
    }

    /** The same of an incident. */
    public boolean mayTouchIncident(Set<String> areaIds, String incidentId) {
        return isWithin(
                areaIds,
                picture.findIncident(incidentId).map(IncidentView::cellId).orElse(null));
    }

    /** The incident of this assignment; empty when it is not in the picture. */
    public Optional<Assignment> findAssignment(String assignmentId) {
        return picture.findAssignment(assignmentId);
    }

    /** The alert lies in one of these areas, or is not known. */
    public boolean mayTouchAlert(Set<String> areaIds, String alertId) {
        return picture.alerts()
                .find(alertId)
                .map(alert -> isWithin(areaIds, alert.cellId()))
                .orElse(true);
    }

    /** The incident, in which the person has or had an assignment. */
    public boolean isSentTo(String personId, String incidentId) {
        return picture.listAssignmentsOf(incidentId).stream()
                .anyMatch(assignment -> assignment.personId().equals(personId));
    }

    /** Takes out of every list what belongs to other areas. */
    public JsonNode only(Set<String> areaIds, JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (isElsewhere(areaIds, array.get(i))) {
                    array.remove(i);
                } else {
                    only(areaIds, array.get(i));
                }
            }
        } else if (node instanceof ObjectNode object) {
            object.forEach(value -> only(areaIds, value));
        }
        return node;
    }

    private boolean isElsewhere(Set<String> areaIds, JsonNode item) {
        if (item.hasNonNull("cellId") && !isWithin(areaIds, item.get("cellId").asText())) {
            return true;
        }
        JsonNode incidentId = item.path("incidentId");
        boolean person = item.has("availability");
        return !person && incidentId.isTextual() && !mayTouchIncident(areaIds, incidentId.asText());
    }
}
