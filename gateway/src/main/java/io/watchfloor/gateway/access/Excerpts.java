package io.watchfloor.gateway.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.live.Removed;
import io.watchfloor.gateway.picture.Parts;
import io.watchfloor.gateway.push.LiveExcerpt;
import io.watchfloor.gateway.push.LiveScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** What rights leave of live messages: things of other areas are told as gone, and callers are masked. */
public final class Excerpts implements LiveExcerpt {
    private final Areas areas;

    /** By these areas. */
    public Excerpts(Areas areas) {
        this.areas = areas;
    }

    @Override
    public Parts of(LiveScope view, Parts parts) {
        List<String> incidentsGone = new ArrayList<>();
        List<String> assignmentsGone = new ArrayList<>();
        List<String> alertsGone = new ArrayList<>();
        List<byte[]> incidents = filter(view, parts.incidents(), this::hasCellWithin, incidentsGone);
        List<byte[]> assignments = filter(view, parts.assignments(), this::hasIncidentWithin, assignmentsGone);
        List<byte[]> alerts = filter(view, parts.alerts(), this::hasCellWithin, alertsGone);
        List<byte[]> decisions = filter(view, parts.alertDecisions(), (seen, node) -> true, List.of());
        Removed removed = gone(parts.removed(), incidentsGone, assignmentsGone, alertsGone);
        return new Parts(incidents, assignments, parts.people(), alerts, decisions, parts.notices(), removed);
    }

    private List<byte[]> filter(
            LiveScope view, List<byte[]> items, BiPredicate<LiveScope, JsonNode> within, List<String> gone) {
        List<byte[]> left = new ArrayList<>(items.size());
        for (byte[] item : items) {
            try {
                JsonNode node = Json.mapper().readTree(item);
                if (!within.test(view, node)) {
                    gone.add(node.get("id").asText());
                } else {
                    left.add(view.masked() ? Json.mapper().writeValueAsBytes(PersonalData.mask(node)) : item);
                }
            } catch (IOException e) {
                throw new IllegalStateException("what was written as JSON can be read", e);
            }
        }
        return left;
    }

    private boolean hasCellWithin(LiveScope view, JsonNode node) {
        return areas.isWithin(view.areaIds(), node.path("cellId").asText(null));
    }

    private boolean hasIncidentWithin(LiveScope view, JsonNode node) {
        return areas.mayTouchIncident(view.areaIds(), node.path("incidentId").asText(""));
    }

    private static Removed gone(Removed before, List<String> incidents, List<String> assignments, List<String> alerts) {
        if (incidents.isEmpty() && assignments.isEmpty() && alerts.isEmpty()) {
            return before;
        }
        return new Removed(
                joined(before == null ? null : before.incidents(), incidents),
                joined(before == null ? null : before.assignments(), assignments),
                joined(before == null ? null : before.alerts(), alerts));
    }

    private static List<String> joined(List<String> before, List<String> more) {
        List<String> all = new ArrayList<>(before == null ? List.of() : before);
        all.addAll(more);
        return all;
    }
}
