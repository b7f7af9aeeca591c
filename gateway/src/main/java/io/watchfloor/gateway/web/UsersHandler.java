package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.access.Access;
import io.watchfloor.gateway.access.Principal;
import io.watchfloor.gateway.access.Secrets;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.graph.access.Role;
import io.watchfloor.graph.access.UserRegister.Changed;
import io.watchfloor.graph.access.UserRegister.Draft;
import io.watchfloor.graph.access.UserRegister.Once;
import io.watchfloor.graph.access.UserRegister.Refusal;
import io.watchfloor.graph.access.UserRegister.User;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** {@code /access/users}: who may sign in, and as what. */
final class UsersHandler {
    private static final Duration SECRET_GOOD = Duration.ofDays(3);

    private final Access access;

    record Shown(
            String id,
            String name,
            List<String> roles,
            List<String> areaIds,
            String personId,
            boolean disabled,
            boolean ready,
            String createdBy,
            Instant createdAt,
            String version) {}

    record Users(List<Shown> users) {}

    /** The secret lets the user in once, to set a password; it is told once. */
    record Made(Shown user, String secret, Instant validUntil) {}

    UsersHandler(Access access) {
        this.access = access;
    }

    void list(RoutingContext ctx) {
        access.graph()
                .query(graph -> graph.userRegister().list())
                .onFailure(ctx::fail)
                .onSuccess(users -> Answers.json(
                        ctx,
                        200,
                        new Users(users.stream().map(UsersHandler::shown).toList())));
    }

    void create(RoutingContext ctx) {
        JsonNode body = Requests.body(ctx);
        Draft draft = draft(body, Requests.text(body, "name"));
        String secret = Secrets.token();
        Once once = once(secret);
        String actor = Principal.of(ctx).name();
        answer(
                ctx,
                access.graph().query(graph -> graph.userRegister().create(access.world(), draft, once, actor)),
                user -> Answers.json(ctx, 201, new Made(shown(user), secret, once.until())));
    }

    void change(RoutingContext ctx) {
        String userId = ctx.pathParam("userId");
        Principal principal = Principal.of(ctx);
        Draft draft = draft(Requests.body(ctx), userId);
        if (isOwn(ctx, principal, userId)) {
            return;
        }
        answer(
                ctx,
                access.graph()
                        .query(graph -> graph.userRegister()
                                .change(access.world(), userId, draft, IfMatch.only(ctx), principal.name()))
                        .compose(
                                changed -> draft.disabled() ? ended(userId, changed) : Future.succeededFuture(changed)),
                user -> Answers.json(ctx, 200, shown(user)));
    }

    void reset(RoutingContext ctx) {
        String userId = ctx.pathParam("userId");
        Principal principal = Principal.of(ctx);
        if (isOwn(ctx, principal, userId)) {
            return;
        }
        String secret = Secrets.token();
        Once once = once(secret);
        answer(
                ctx,
                access.graph()
                        .query(graph -> graph.userRegister().reset(access.world(), userId, once, principal.name()))
                        .compose(changed -> ended(userId, changed)),
                user -> Answers.json(ctx, 200, new Made(shown(user), secret, once.until())));
    }

    private Future<Changed<User>> ended(String userId, Changed<User> changed) {
        return access.sessions().endOthers(userId, "").map(changed);
    }

    /** Nobody gives themselves more, and nobody locks the last one out. */
    private static boolean isOwn(RoutingContext ctx, Principal principal, String userId) {
        if (!principal.id().equals(userId)) {
            return false;
        }
        Answers.problem(ctx, KnownProblem.OWN_ACCOUNT);
        return true;
    }

    private void answer(RoutingContext ctx, Future<Changed<User>> asked, Consumer<User> whenDone) {
        asked.onFailure(ctx::fail).onSuccess(changed -> {
            if (changed.isDone()) {
                access.directory().refresh().onComplete(known -> whenDone.accept(changed.value()));
            } else {
                Answers.problem(ctx, problem(changed.refusal()));
            }
        });
    }

    static KnownProblem problem(Refusal refusal) {
        return switch (refusal) {
            case NAME_TAKEN -> KnownProblem.NAME_TAKEN;
            case CHANGED_MEANWHILE -> KnownProblem.CHANGED_MEANWHILE;
            case USER_UNKNOWN -> KnownProblem.USER_UNKNOWN;
            case KEY_UNKNOWN -> KnownProblem.KEY_UNKNOWN;
            case TWO_ADMINS -> KnownProblem.TWO_ADMINS;
        };
    }

    private static Draft draft(JsonNode body, String name) {
        return new Draft(
                name,
                roles(body.path("roles")),
                texts(body.path("areaIds")),
                Requests.text(body, "personId"),
                body.path("disabled").asBoolean(false));
    }

    static Set<Role> roles(JsonNode names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> Role.find(name.asText()).ifPresent(roles::add));
        return roles;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private Once once(String secret) {
        return new Once(Secrets.hash(secret), access.clock().instant().plus(SECRET_GOOD));
    }

    private static Shown shown(User user) {
        return new Shown(
                user.id(),
                user.name(),
                SessionHandler.names(user.roles()),
                user.areaIds().stream().sorted().toList(),
                user.personId(),
                user.disabled(),
                user.ready(),
                user.createdBy(),
                user.createdAt(),
                user.version());
    }
}
