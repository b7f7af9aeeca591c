package io.watchfloor.gateway.web;

import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.NullIsland;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.road.RoadTimes.Point;
import io.watchfloor.graph.road.Way;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** {@code /assignments/{id}/way}: which roads somebody who is sent takes, as they are now. */
final class WayHandler {
    private final Picture picture;
    private final GraphCalls graph;
    private final Clock clock;

    record WayThere(String assignmentId, String incidentId, Instant computedAt, Way way) {}

    WayHandler(Picture picture, GraphCalls graph, Clock clock) {
        this.picture = picture;
        this.graph = graph;
        this.clock = clock;
    }

    /** From where the phone says it is, or else from where the person was seen last. */
    void get(RoutingContext ctx) {
        String id = ctx.pathParam("assignmentId");
        DispatchProjection projection = picture.people().projection().orElse(null);
        Assignment assignment = picture.findAssignment(id).orElse(null);
        IncidentView incident = assignment == null
                ? null
                : picture.findIncident(assignment.incidentId()).orElse(null);
        if (projection == null) {
            Answers.problem(ctx, KnownProblem.DISTRICT_NOT_LOADED);
        } else if (incident == null) {
            Answers.problem(ctx, KnownProblem.ASSIGNMENT_UNKNOWN);
        } else if (incident.lat() == null || incident.lon() == null) {
            Answers.problem(ctx, KnownProblem.NOT_LOCATED);
        } else {
            Point site = new Point(incident.lat(), incident.lon());
            from(ctx, projection, assignment.personId())
                    .ifPresent(from -> answer(ctx, assignment, projection, from, site));
        }
    }

    /** Empty when it was answered that this is no position. */
    private static Optional<Point> from(RoutingContext ctx, DispatchProjection projection, String personId) {
        Double lat = Requests.decimal(ctx, "lat");
        Double lon = Requests.decimal(ctx, "lon");
        if (lat == null && lon == null) {
            Optional<Point> seen = projection.find(personId).map(person -> new Point(person.lat(), person.lon()));
            if (seen.isEmpty()) {
                Answers.problem(ctx, KnownProblem.PERSON_UNKNOWN);
            }
            return seen;
        }
        if (lat == null || lon == null) {
            Answers.problem(ctx, KnownProblem.WAY_FROM_HALF_A_POINT);
            return Optional.empty();
        }
        if (NullIsland.isAt(lat, lon)) {
            Answers.problem(ctx, KnownProblem.POSITION_NO_FIX);
            return Optional.empty();
        }
        return Optional.of(new Point(lat, lon));
    }

    private void answer(
            RoutingContext ctx, Assignment assignment, DispatchProjection projection, Point from, Point site) {
        Instant now = clock.instant();
        graph.run(() -> projection.way(from, site, now)).onFailure(ctx::fail).onSuccess(way -> {
            if (way.isEmpty()) {
                Answers.problem(ctx, KnownProblem.NO_WAY);
            } else {
                Answers.json(ctx, 200, new WayThere(assignment.id(), assignment.incidentId(), now, way.get()));
            }
        });
    }
}
