package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.access.Access;
import io.watchfloor.gateway.access.Principal;
import io.watchfloor.gateway.access.Secrets;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.graph.access.KeyRegister.ApiKey;
import io.watchfloor.graph.access.KeyRegister.KeyDraft;
import java.time.Instant;
import java.util.List;

/** {@code /access/keys}: what programs come with. */
final class ApiKeysHandler {
    private final Access access;

    record Shown(
            String id,
            String name,
            List<String> roles,
            boolean actsForOthers,
            String source,
            boolean signed,
            String createdBy,
            Instant createdAt,
            String revokedBy,
            Instant revokedAt) {}

    record Keys(List<Shown> keys) {}

    /** The secret is the key itself, or what signs requests; it is told once. */
    record Made(Shown key, String secret) {}

    ApiKeysHandler(Access access) {
        this.access = access;
    }

    void list(RoutingContext ctx) {
        access.graph()
                .query(graph -> graph.keyRegister().list())
                .onFailure(ctx::fail)
                .onSuccess(keys -> Answers.json(
                        ctx,
                        200,
                        new Keys(keys.stream().map(ApiKeysHandler::shown).toList())));
    }

    void create(RoutingContext ctx) {
        JsonNode body = Requests.body(ctx);
        boolean signed = body.path("signed").asBoolean(false);
        if (signed && !access.seal().isUsable()) {
            Answers.problem(ctx, KnownProblem.NO_KEY_FOR_SIGNING);
            return;
        }
        String name = Requests.text(body, "name");
        String secret = Secrets.token();
        KeyDraft draft = new KeyDraft(
                name,
                Secrets.hash(signed ? Secrets.token() : secret),
                UsersHandler.roles(body.path("roles")),
                body.path("actsForOthers").asBoolean(false),
                Requests.text(body, "source"),
                signed ? access.seal().close(secret, name) : null);
        String actor = Principal.of(ctx).name();
        access.graph()
                .query(graph -> graph.keyRegister().create(access.world(), draft, actor))
                .onFailure(ctx::fail)
                .onSuccess(key -> access.directory()
                        .refresh()
                        .onComplete(known -> Answers.json(ctx, 201, new Made(shown(key), secret))));
    }

    void revoke(RoutingContext ctx) {
        String keyId = ctx.pathParam("keyId");
        String actor = Principal.of(ctx).name();
        access.graph()
                .query(graph -> graph.keyRegister().revoke(access.world(), keyId, actor))
                .onFailure(ctx::fail)
                .onSuccess(changed -> {
                    if (changed.isDone()) {
                        access.directory()
                                .refresh()
                                .onComplete(known -> Answers.json(ctx, 200, shown(changed.value())));
                    } else {
                        Answers.problem(ctx, UsersHandler.problem(changed.refusal()));
                    }
                });
    }

    private static Shown shown(ApiKey key) {
        return new Shown(
                key.id(),
                key.name(),
                SessionHandler.names(key.roles()),
                key.actsForOthers(),
                key.source(),
                key.sealedSecret() != null,
                key.createdBy(),
                key.createdAt(),
                key.revokedBy(),
                key.revokedAt());
    }
}
