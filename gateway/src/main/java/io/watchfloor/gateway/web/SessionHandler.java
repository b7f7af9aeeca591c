package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.access.Access;
import io.watchfloor.gateway.access.Permitted;
import io.watchfloor.gateway.access.Principal;
import io.watchfloor.gateway.access.Sessions;
import io.watchfloor.gateway.access.SignIn;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.graph.access.Role;
import io.watchfloor.graph.access.UserRegister;
import io.watchfloor.graph.access.UserRegister.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /session}: signing in, signing out, and who is signed in. */
final class SessionHandler {
    private final Access access;
    private final SignIn signIn;

    /** Who is signed in, and what the page has to know before anybody is. */
    record State(
            boolean signedIn,
            String name,
            List<String> roles,
            List<String> areaIds,
            String personId,
            boolean settingUp,
            boolean ready,
            int recoveryCodesLeft,
            boolean demo,
            Boolean first,
            boolean provider,
            boolean secondFactors,
            List<String> operations,
            Map<String, List<String>> withheld) {}

    SessionHandler(Access access) {
        this.access = access;
        this.signIn = new SignIn(access);
    }

    void get(RoutingContext ctx) {
        Principal principal = Principal.of(ctx);
        Answers.json(ctx, 200, principal == null ? nobody() : somebody(principal));
    }

    void signIn(RoutingContext ctx) {
        JsonNode body = Requests.body(ctx);
        String name = Requests.text(body, "name");
        String password = body.path("password").asText("");
        String code = Requests.text(body, "code");
        String address = access.callers().addressOf(ctx.request());
        answer(ctx, signIn.byPassword(name, password, code, address));
    }

    void signInOnce(RoutingContext ctx) {
        String secret = Requests.text(Requests.body(ctx), "secret");
        answer(ctx, signIn.bySecret(secret, access.callers().addressOf(ctx.request())));
    }

    void signOut(RoutingContext ctx) {
        Principal principal = Principal.of(ctx);
        if (principal.isProgram()) {
            Answers.nothing(ctx);
            return;
        }
        access.sessions().end(principal.session()).onFailure(ctx::fail).onSuccess(ended -> {
            access.trail().tell(principal.name(), "sign-out", null, null);
            access.callers().take(ctx);
            Answers.nothing(ctx);
        });
    }

    private void answer(RoutingContext ctx, Future<SignIn.Answer> tried) {
        tried.onFailure(ctx::fail).onSuccess(answer -> {
            switch (answer.outcome()) {
                case WELCOME -> welcome(ctx, answer.user());
                case WRONG -> Answers.problem(ctx, KnownProblem.WRONG_SIGN_IN);
                case WRONG_CODE -> Answers.problem(ctx, KnownProblem.WRONG_SIGN_IN_CODE);
                case SECOND_FACTOR_NEEDED -> Answers.problem(ctx, KnownProblem.SECOND_FACTOR_NEEDED);
                case TOO_SOON -> {
                    long seconds = answer.pause().toSeconds() + 1;
                    ctx.response().putHeader("Retry-After", Long.toString(seconds));
                    Answers.problem(ctx, KnownProblem.TOO_SOON, Map.of("seconds", seconds));
                }
                default -> throw new IllegalStateException(answer.outcome().name());
            }
        });
    }

    /** A new token at every sign-in; what the browser came with before is over. */
    void welcome(RoutingContext ctx, User user) {
        boolean looksAround = access.settings().demo() && user.id().equals(UserRegister.FIRST_ID);
        Optional<String> before = access.callers().tokenOf(ctx.request());
        access.directory()
                .refresh()
                .compose(known -> end(before))
                .compose(ended -> access.sessions().open(user.id(), !user.ready() && !looksAround))
                .onFailure(ctx::fail)
                .onSuccess(opened -> tell(ctx, opened, user));
    }

    /** Gives the browser its session and says who it is now. */
    void tell(RoutingContext ctx, Sessions.Opened opened, User user) {
        access.callers().give(ctx, opened.token());
        Answers.json(ctx, 200, state(user, opened.session().settingUp()));
    }

    private Future<Void> end(Optional<String> token) {
        return token.map(text -> access.sessions()
                        .find(text)
                        .compose(found -> found.isEmpty()
                                ? Future.<Void>succeededFuture()
                                : access.sessions().end(found.get().hash())))
                .orElse(Future.succeededFuture());
    }

    private State nobody() {
        return state(null, Set.of(), Set.of(), null, false, false, 0, access.findFirstOpen(), Permitted.NOTHING);
    }

    private State somebody(Principal principal) {
        return access.directory()
                .findUser(principal.id())
                .map(user -> state(user, principal.settingUp()))
                .orElseGet(() -> state(
                        principal.name(),
                        principal.roles(),
                        principal.areaIds(),
                        principal.personId(),
                        false,
                        true,
                        0,
                        false,
                        Permitted.of(principal.roles(), access.reach().mayStandIn(principal), false)));
    }

    private State state(User user, boolean settingUp) {
        return state(
                user.name(),
                user.roles(),
                user.areaIds(),
                user.personId(),
                settingUp,
                user.ready(),
                user.recoveryCodesLeft(),
                false,
                Permitted.of(user.roles(), access.settings().demo(), settingUp));
    }

    private State state(
            String name,
            Set<Role> roles,
            Set<String> areaIds,
            String personId,
            boolean settingUp,
            boolean ready,
            int recoveryCodesLeft,
            Boolean first,
            Permitted permitted) {
        return new State(
                name != null,
                name,
                names(roles),
                List.copyOf(areaIds),
                personId,
                settingUp,
                ready,
                recoveryCodesLeft,
                access.settings().demo(),
                first,
                access.settings().provider() != null,
                access.seal().isUsable(),
                permitted.operations(),
                permitted.withheld());
    }

    static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::wireName).sorted().toList();
    }
}
