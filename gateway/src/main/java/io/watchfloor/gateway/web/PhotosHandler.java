package io.watchfloor.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.photo.PhotoException;
import io.watchfloor.gateway.photo.PhotoStore;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.desk.Photo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /incidents/{id}/photos} and {@code /photos}: what was seen at an incident. */
final class PhotosHandler {
    private final String world;
    private final GraphCalls graph;
    private final IncidentLookup lookup;
    private final AskedReader askedReader;
    private final Optional<PhotoStore> store;

    record Photos(List<Photo> photos) {}

    /** Without a store there are no photos. */
    PhotosHandler(
            String world,
            GraphCalls graph,
            IncidentLookup lookup,
            AskedReader askedReader,
            Optional<PhotoStore> store) {
        this.world = world;
        this.graph = graph;
        this.lookup = lookup;
        this.askedReader = askedReader;
        this.store = store;
    }

    void add(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        Buffer body = ctx.body().buffer();
        if (store.isEmpty()) {
            off(ctx);
        } else if (body == null || body.length() == 0) {
            Answers.problem(ctx, KnownProblem.PHOTO_MISSING);
        } else {
            askedReader.read(
                    ctx,
                    ctx.request().getParam("happenedAt"),
                    asked -> lookup.whenObserved(ctx, id, seen -> keep(ctx, id, asked, body.getBytes())));
        }
    }

    private void keep(RoutingContext ctx, String incidentId, Asked asked, byte[] file) {
        String actor = AccessHandler.actorOf(ctx);
        store.orElseThrow()
                .keep(file)
                .compose(draft -> graph.change(known -> known.photoDesk(asked).add(world, incidentId, draft, actor)))
                .onSuccess(outcome -> {
                    if (outcome.isDone()) {
                        Answers.json(ctx, 201, outcome.value());
                    } else {
                        DeskAnswers.refused(ctx, outcome.refusal());
                    }
                })
                .onFailure(failure -> {
                    if (failure instanceof PhotoException refused) {
                        Answers.problem(ctx, refused.problem(), Map.of("format", refused.format()));
                    } else {
                        ctx.fail(failure);
                    }
                });
    }

    void list(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        graph.query(known -> known.photoDesk(Asked.NOW).list(world, id))
                .onFailure(ctx::fail)
                .onSuccess(photos -> Answers.json(ctx, 200, new Photos(photos)));
    }

    void get(RoutingContext ctx) {
        give(ctx, false);
    }

    void getSmall(RoutingContext ctx) {
        give(ctx, true);
    }

    private void give(RoutingContext ctx, boolean small) {
        String id = ctx.pathParam("photoId");
        graph.query(known -> known.photoDesk(Asked.NOW).find(world, id))
                .onFailure(ctx::fail)
                .onSuccess(found -> found.ifPresentOrElse(photo -> give(ctx, photo, small), () -> unknown(ctx)));
    }

    /** What is under a digest never changes; who may see it may, so that a browser asks each time. */
    private void give(RoutingContext ctx, Photo photo, boolean small) {
        String tag = "\"" + photo.sha256() + (small ? "-small" : "") + "\"";
        ctx.response().putHeader("ETag", tag).putHeader("Cache-Control", "private, no-cache");
        if (tag.equals(ctx.request().getHeader("If-None-Match"))) {
            ctx.response().setStatusCode(304).end();
        } else if (store.isEmpty()) {
            off(ctx);
        } else {
            store.get()
                    .read(photo.sha256(), small)
                    .onFailure(ctx::fail)
                    .onSuccess(file -> file.ifPresentOrElse(bytes -> send(ctx, photo, bytes), () -> unknown(ctx)));
        }
    }

    private static void send(RoutingContext ctx, Photo photo, byte[] jpeg) {
        if (!ctx.response().closed()) {
            ctx.response()
                    .putHeader("Content-Type", "image/jpeg")
                    .putHeader("Content-Encoding", "identity")
                    .putHeader("Content-Disposition", "inline; filename=\"" + photo.id() + ".jpg\"")
                    .end(Buffer.buffer(jpeg));
        }
    }

    private static void unknown(RoutingContext ctx) {
        Answers.problem(ctx, KnownProblem.PHOTO_UNKNOWN);
    }

    private static void off(RoutingContext ctx) {
        Answers.problem(ctx, KnownProblem.PHOTOS_OFF);
    }
}
