package io.watchfloor.gateway.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.Notice;
import io.watchfloor.contract.live.PersonView;
import io.watchfloor.contract.place.Ring;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.access.Areas;
import io.watchfloor.gateway.access.Principal;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.People;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.Outcome;
import java.util.List;
import java.util.Set;

/** {@code /notices}: telling the people in a part of the map something, and their saying that they have read it. */
final class NoticesHandler {
    private static final TypeReference<List<List<Double>>> CORNERS = new TypeReference<>() {};

    private final String world;
    private final People people;
    private final Areas areas;
    private final GraphCalls graph;
    private final AskedReader askedReader;

    NoticesHandler(String world, People people, Areas areas, GraphCalls graph, AskedReader askedReader) {
        this.world = world;
        this.people = people;
        this.areas = areas;
        this.graph = graph;
        this.askedReader = askedReader;
    }

    /** Who is there is looked up here and now: a page may not know of everybody who moves outside of what it shows. */
    void send(RoutingContext ctx) {
        JsonNode body = Requests.body(ctx);
        String text = Requests.text(body, "text");
        if (text == null) {
            Answers.problem(ctx, KnownProblem.NOTICE_EMPTY);
            return;
        }
        Ring area = Ring.of(Json.mapper().convertValue(body.get("ring"), CORNERS));
        List<String> there = listThere(area, Principal.of(ctx).areaIds());
        String actor = AccessHandler.actorOf(ctx);
        answer(ctx, 201, graph.notices("notify", Asked.NOW, desk -> desk.send(world, text, there, actor)));
    }

    void confirm(RoutingContext ctx) {
        String personId = ctx.pathParam("personId");
        String noticeId = ctx.pathParam("noticeId");
        String actor = AccessHandler.actorOf(ctx);
        askedReader.read(
                ctx,
                Requests.text(Requests.body(ctx), "happenedAt"),
                asked -> answer(
                        ctx,
                        200,
                        graph.notices("confirm-notice", asked, desk -> desk.confirm(world, noticeId, personId, actor))
                                .map(outcome -> onlyTo(personId, outcome))));
    }

    /** Those on duty or sent somewhere; of an officer with areas, those in them. */
    private List<String> listThere(Ring area, Set<String> areaIds) {
        return people.listAll().stream()
                .filter(person -> person.onDuty() || person.availability() == Availability.ASSIGNED)
                .filter(person -> area.contains(person.lat(), person.lon()))
                .filter(person -> areas.isWithin(areaIds, cellOf(person)))
                .map(PersonView::id)
                .toList();
    }

    private String cellOf(PersonView person) {
        return people.projection()
                .map(projection -> projection.cellIdAt(person.lat(), person.lon()))
                .orElse(null);
    }

    private static Outcome<Notice> onlyTo(String personId, Outcome<Notice> outcome) {
        return outcome.isDone() ? new Outcome<>(outcome.value().onlyTo(personId), null) : outcome;
    }

    private static void answer(RoutingContext ctx, int status, Future<Outcome<Notice>> asked) {
        asked.onFailure(ctx::fail).onSuccess(outcome -> {
            if (outcome.isDone()) {
                Answers.json(ctx, status, outcome.value());
            } else {
                DeskAnswers.refused(ctx, outcome.refusal());
            }
        });
    }
}
