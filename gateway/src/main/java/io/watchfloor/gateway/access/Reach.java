package io.watchfloor.gateway.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Assignment;
import io.watchfloor.gateway.access.Operations.Asked;
import io.watchfloor.gateway.push.LiveScope;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How far a principal's rights reach: to which areas, to which person, to which parts of an answer. */
public final class Reach {
    private final Areas areas;
    private final boolean demo;

    /** In a {@code demo} people are made up, and an officer may try the page of any of them. */
    public Reach(Areas areas, boolean demo) {
        this.areas = areas;
        this.demo = demo;
    }

    /** Whether the principal may do in a person's place what only the person does. */
    public boolean mayStandIn(Principal principal) {
        return principal.isProgram() ? principal.actsForOthers() : demo;
    }

    /** Whether the principal may open the page of this person. */
    public boolean mayOpenPageOf(Principal principal, String personId) {
        return personId.equals(principal.personId()) || (principal.seesPersonalData() && mayStandIn(principal));
    }

    /** Whether the principal may open a console. */
    public boolean mayOpenConsole(Principal principal) {
        return principal.isOneOf(Rights.find("live").orElseThrow().roles());
    }

    /** Whether what the path names is within the principal's areas. */
    boolean includes(Principal principal, Asked asked) {
        if (!principal.isLimitedToAreas()) {
            return true;
        }
        String incidentId = asked.parameters().get("incidentId");
        String alertId = asked.parameters().get("alertId");
        String areaId = asked.parameters().get("areaId");
        return (incidentId == null || mayTouchIncident(principal, incidentId))
                && (alertId == null || areas.mayTouchAlert(principal.areaIds(), alertId))
                && (areaId == null || principal.areaIds().contains(areaId))
                && assignment(asked)
                        .map(assignment -> mayTouchIncident(principal, assignment.incidentId()))
                        .orElse(true);
    }

    boolean mayTouchIncident(Principal principal, String incidentId) {
        return areas.mayTouchIncident(principal.areaIds(), incidentId);
    }

    /** Whether it is about the person that the principal is; what the body says is looked at later. */
    boolean isOfThemselves(Principal principal, Asked asked, RoutingContext ctx) {
        String own = principal.personId();
        if (own == null) {
            return false;
        }
        String personId = asked.parameters().get("personId");
        String incidentId = asked.parameters().get("incidentId");
        return switch (asked.id()) {
            case "listAssignments" -> own.equals(ctx.request().getParam("personId"));
            case "getIncident", "listIncidentReports", "noteIncident", "addPhoto", "listPhotos" ->
                areas.isSentTo(own, incidentId);
            case "advanceAssignment", "getWay" ->
                assignment(asked)
                        .map(assignment -> assignment.personId().equals(own))
                        .orElse(false);
            case "joinInPerson", "openLiveTicket", "live" -> true;
            default -> own.equals(personId);
        };
    }

    /** What the principal may see of an answer; null when all of it. */
    UnaryOperator<JsonNode> viewOf(Principal principal) {
        if (!principal.isLimitedToAreas()) {
            return principal.seesPersonalData() ? null : PersonalData::mask;
        }
        UnaryOperator<JsonNode> only = answer -> areas.only(principal.areaIds(), answer);
        return principal.seesPersonalData() ? only : answer -> PersonalData.mask(only.apply(answer));
    }

    /** What a live socket shows; a responder's own page names nobody who called. */
    public LiveScope liveScopeOf(Principal principal, String personId) {
        return personId == null
                ? new LiveScope(principal.areaIds(), !principal.seesPersonalData())
                : LiveScope.OWN_PAGE;
    }

    private Optional<Assignment> assignment(Asked asked) {
        return Optional.ofNullable(asked.parameters().get("assignmentId")).flatMap(areas::findAssignment);
    }
}
