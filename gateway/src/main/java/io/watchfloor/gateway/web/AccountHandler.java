package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.nayuki.qrcodegen.QrCode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.access.Access;
import io.watchfloor.gateway.access.Passwords;
import io.watchfloor.gateway.access.Principal;
import io.watchfloor.gateway.access.RecoveryCodes;
import io.watchfloor.gateway.access.Secrets;
import io.watchfloor.gateway.access.TimeCodes;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.graph.access.UserRegister;
import io.watchfloor.graph.access.UserRegister.Changed;
import io.watchfloor.graph.access.UserRegister.Credentials;
import io.watchfloor.graph.access.UserRegister.Setup;
import io.watchfloor.graph.access.UserRegister.User;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code /account}: a user's own password and second factor. */
final class AccountHandler {
    private static final String ISSUER = "Watchfloor";

    private final Access access;

    /**
     * What an authenticator is told.
     *
     * @param qrSize modules along each side of the QR code
     * @param qrPath its dark modules as an SVG path in a box of that size
     */
    record Factor(String secret, String uri, int qrSize, String qrPath) {}

    /** Shown once. */
    record Done(String name, List<String> recoveryCodes) {}

    AccountHandler(Access access) {
        this.access = access;
    }

    void beginSecondFactor(RoutingContext ctx) {
        Principal principal = Principal.of(ctx);
        if (principal.isProgram()) {
            Answers.problem(ctx, KnownProblem.PROGRAM_HAS_NO_FACTOR);
            return;
        }
        if (!access.seal().isUsable()) {
            Answers.problem(ctx, KnownProblem.NO_KEY_FOR_FACTOR);
            return;
        }
        String secret = TimeCodes.newSecret();
        String uri = TimeCodes.uri(secret, principal.name(), ISSUER);
        access.sessions()
                .keepPendingFactor(principal.session(), access.seal().close(secret, principal.id()))
                .onFailure(ctx::fail)
                .onSuccess(kept -> Answers.json(ctx, 200, factor(secret, uri)));
    }

    void setUp(RoutingContext ctx) {
        Principal principal = Principal.of(ctx);
        JsonNode body = Requests.body(ctx);
        String password = body.path("password").asText("");
        String name = Requests.text(body, "name");
        if (principal.isProgram()) {
            Answers.problem(ctx, KnownProblem.PROGRAM_HAS_NO_PASSWORD);
        } else if (!isGood(password, name == null ? principal.name() : name)) {
            Answers.problem(
                    ctx,
                    KnownProblem.WEAK_PASSWORD,
                    Map.of("least", Passwords.LEAST_CHARACTERS, "most", Passwords.MOST_CHARACTERS));
        } else if (name != null && !principal.id().equals(UserRegister.FIRST_ID)) {
            Answers.problem(ctx, KnownProblem.NAME_FIXED);
        } else {
            checkCurrent(ctx, principal, body).onFailure(ctx::fail).onSuccess(fits -> {
                if (fits) {
                    checkCode(ctx, principal, password, name, body.path("code").asText(""));
                } else {
                    Answers.problem(ctx, KnownProblem.WRONG_PASSWORD);
                }
            });
        }
    }

    /** Whoever has a password proves it before it is replaced. */
    private Future<Boolean> checkCurrent(RoutingContext ctx, Principal principal, JsonNode body) {
        String current = body.path("current").asText("");
        String address = access.callers().addressOf(ctx.request());
        return access.graph()
                .query(graph -> graph.userRegister().findCredentials(principal.name()))
                .compose(found -> {
                    String kept = found.map(Credentials::passwordHash).orElse(null);
                    if (kept == null) {
                        return Future.succeededFuture(true);
                    }
                    return access.pace()
                            .tryNow(principal.name(), address)
                            .compose(wait -> wait.isZero()
                                    ? access.passwords().fits(address, current, kept)
                                    : Future.succeededFuture(false));
                });
    }

    private void checkCode(RoutingContext ctx, Principal principal, String password, String name, String code) {
        access.sessions().findByHash(principal.session()).onFailure(ctx::fail).onSuccess(session -> {
            Optional<String> secret =
                    session.flatMap(found -> access.seal().open(found.pendingFactor(), principal.id()));
            OptionalLong step = secret.isEmpty()
                    ? OptionalLong.empty()
                    : TimeCodes.stepOf(secret.get(), code, access.clock().instant());
            if (step.isEmpty()) {
                Answers.problem(ctx, KnownProblem.WRONG_SET_UP_CODE);
            } else {
                keep(ctx, principal, password, name, secret.get(), step.getAsLong());
            }
        });
    }

    private void keep(RoutingContext ctx, Principal principal, String password, String name, String secret, long step) {
        List<String> codes = RecoveryCodes.draw();
        List<String> hashes = codes.stream()
                .map(code -> Secrets.hash(RecoveryCodes.plain(code)))
                .toList();
        String sealed = access.seal().close(secret, principal.id());
        access.passwords()
                .hash(access.callers().addressOf(ctx.request()), password)
                .compose(hash -> access.graph().query(graph -> graph.userRegister()
                        .setUp(access.world(), principal.id(), new Setup(name, hash, sealed, step, hashes))))
                .onFailure(ctx::fail)
                .onSuccess(changed -> done(ctx, principal, changed, codes));
    }

    /** A new token, and every session there was is over: whoever knew the old password is out. */
    private void done(RoutingContext ctx, Principal principal, Changed<User> changed, List<String> codes) {
        if (!changed.isDone()) {
            Answers.problem(ctx, KnownProblem.NAME_TAKEN);
            return;
        }
        access.directory()
                .refresh()
                .compose(known -> access.sessions().endOthers(principal.id(), ""))
                .compose(ended -> access.sessions().open(principal.id(), false))
                .onFailure(ctx::fail)
                .onSuccess(opened -> {
                    access.callers().give(ctx, opened.token());
                    Answers.json(ctx, 200, new Done(changed.value().name(), codes));
                });
    }

    private static boolean isGood(String password, String name) {
        String plain = password.toLowerCase(Locale.ROOT);
        return password.length() >= Passwords.LEAST_CHARACTERS
                && password.length() <= Passwords.MOST_CHARACTERS
                && password.chars().distinct().count() > 4
                && (name.length() < 4 || !plain.contains(name.toLowerCase(Locale.ROOT)));
    }

    private static Factor factor(String secret, String uri) {
        QrCode code = QrCode.encodeText(uri, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new Factor(secret, uri, code.size, path.toString());
    }
}
