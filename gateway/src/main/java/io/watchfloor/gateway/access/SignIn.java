package io.watchfloor.gateway.access;

import io.vertx.core.Future;
import io.watchfloor.graph.access.UserRegister;
import io.watchfloor.graph.access.UserRegister.Credentials;
import io.watchfloor.graph.access.UserRegister.User;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether it is them: the pace of tries, the password, the second factor, in this order. */
public final class SignIn {
    private static final int LONGEST_NAME = 64;

    private final Access access;

    /** What came of a try. */
    public enum Outcome {
        WELCOME,
        WRONG,
        SECOND_FACTOR_NEEDED,
        WRONG_CODE,
        TOO_SOON
    }

    /** The outcome, the user it let in (else null), and how long to pause (else null). */
    public record Answer(Outcome outcome, User user, Duration pause) {
        static Answer of(Outcome outcome) {
            return new Answer(outcome, null, null);
        }
    }

    /** With these. */
    public SignIn(Access access) {
        this.access = access;
    }

    /** Somebody says they are this user; {@code code} is null while they were not asked for it. */
    public Future<Answer> byPassword(String name, String password, String code, String address) {
        return paced(name, address, () -> access.graph()
                .query(graph -> graph.userRegister().findCredentials(name))
                .compose(found -> access.passwords()
                        .fits(
                                address,
                                password,
                                found.map(Credentials::passwordHash).orElse(null))
                        .compose(fits -> fits && !found.get().user().disabled()
                                ? secondFactor(found.get(), code)
                                : Future.succeededFuture(Answer.of(Outcome.WRONG)))));
    }

    /** Somebody has a secret that lets in once. */
    public Future<Answer> bySecret(String secret, String address) {
        String hash = Secrets.hash(secret);
        return paced("one-time secret", address, () -> access.graph()
                .query(graph -> graph.userRegister().takeOnce(access.world(), hash))
                .map(user -> user.map(known -> new Answer(Outcome.WELCOME, known, null))
                        .orElse(Answer.of(Outcome.WRONG))));
    }

    private Future<Answer> paced(String name, String address, java.util.function.Supplier<Future<Answer>> check) {
        return access.pace()
                .tryNow(name, address)
                .compose(wait -> wait.isZero()
                        ? check.get().compose(answer -> done(name, address, answer))
                        : Future.succeededFuture(new Answer(Outcome.TOO_SOON, null, wait)));
    }

    private Future<Answer> done(String name, String address, Answer answer) {
        access.metrics().signIn(answer.outcome().name().toLowerCase(Locale.ROOT));
        String who = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        if (answer.outcome() == Outcome.WELCOME) {
            access.trail().tell(answer.user().name(), "sign-in", null, address);
            return access.pace().succeeded(name, address).map(answer);
        }
        if (answer.outcome() == Outcome.SECOND_FACTOR_NEEDED) {
            return access.pace().knewPassword(address).map(answer);
        }
        access.trail().tell(who, "sign-in", answer.outcome().name(), address);
        return Future.succeededFuture(answer);
    }

    private Future<Answer> secondFactor(Credentials known, String code) {
        if (code == null) {
            return Future.succeededFuture(Answer.of(Outcome.SECOND_FACTOR_NEEDED));
        }
        String userId = known.user().id();
        Optional<String> secret = access.seal().open(known.sealedFactor(), userId);
        OptionalLong step = secret.isEmpty()
                ? OptionalLong.empty()
                : TimeCodes.stepOf(secret.get(), code, access.clock().instant());
        return access.graph()
                .query(graph -> step.isPresent()
                        ? graph.userRegister().takeStep(userId, step.getAsLong())
                        : takeRecovery(graph.userRegister(), userId, code))
                .map(taken -> taken ? new Answer(Outcome.WELCOME, known.user(), null) : Answer.of(Outcome.WRONG_CODE));
    }

    private boolean takeRecovery(UserRegister register, String userId, String code) {
        return RecoveryCodes.isOne(code)
                && register.takeRecovery(access.world(), userId, Secrets.hash(RecoveryCodes.plain(code)));
    }
}
