package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.EquipmentState;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.People;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.candidate.DispatchProjection.UnitState;
import java.time.Instant;
import java.util.List;

/** {@code /equipment}: what every vehicle and other equipment is doing and where, and setting one broken or available. */
final class EquipmentHandler {
    private final String world;
    private final People people;
    private final GraphCalls graph;

    /**
     * One vehicle or other equipment.
     *
     * @param placeId where it stands; null while somebody has it
     * @param lat WGS-84 degrees, of that place or else of who has it
     * @param lon WGS-84 degrees, of that place or else of who has it
     */
    record Unit(
            String id,
            String nameZh,
            String nameEn,
            String kind,
            String organizationId,
            EquipmentState state,
            String personId,
            String incidentId,
            String assignmentId,
            String placeId,
            double lat,
            double lon,
            String note,
            String by,
            Instant updatedAt) {
        static Unit of(UnitState known) {
            var status = known.status();
            var unit = known.unit();
            return new Unit(
                    unit.id(),
                    unit.nameZh(),
                    unit.nameEn(),
                    unit.kind(),
                    unit.organizationId(),
                    status == null ? EquipmentState.AVAILABLE : status.state(),
                    status == null ? null : status.personId(),
                    status == null ? null : status.incidentId(),
                    status == null ? null : status.assignmentId(),
                    known.placeId(),
                    known.lat(),
                    known.lon(),
                    status == null ? null : status.note(),
                    status == null ? null : status.by(),
                    status == null ? null : status.updatedAt());
        }
    }

    record Units(List<Unit> equipment) {}

    EquipmentHandler(String world, People people, GraphCalls graph) {
        this.world = world;
        this.people = people;
        this.graph = graph;
    }

    void list(RoutingContext ctx) {
        List<UnitState> known =
                people.projection().map(DispatchProjection::listEquipment).orElse(List.of());
        Answers.json(ctx, 200, new Units(known.stream().map(Unit::of).toList()));
    }

    void set(RoutingContext ctx) {
        String id = ctx.pathParam("equipmentId");
        String actor = AccessHandler.actorOf(ctx);
        JsonNode body = Requests.body(ctx);
        EquipmentState state = EquipmentState.valueOf(Requests.text(body, "state"));
        String placeId = Requests.text(body, "placeId");
        String note = Requests.text(body, "note");
        graph.change(known -> known.equipmentDesk().set(world, id, state, placeId, note, actor))
                .onFailure(ctx::fail)
                .onSuccess(settled -> {
                    if (settled.isDone()) {
                        Answers.json(ctx, 200, settled.status());
                    } else {
                        DeskAnswers.refused(ctx, settled.refusal());
                    }
                });
    }
}
