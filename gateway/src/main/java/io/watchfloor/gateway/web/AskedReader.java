package io.watchfloor.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Sha256;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.graph.decision.Asked;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads from a request whether it may be asked again, and when what it tells of was done. */
final class AskedReader {
    /** Header whose value names a request, so that sent again it is carried out once. */
    static final String KEY_HEADER = "Idempotency-Key";

    /** What is told later than this is told to nobody's use any more. */
    static final Duration TOLD_WITHIN = Duration.ofHours(24);

    /** Kept longer than anything is told late, so that nothing told late can be carried out twice. */
    static final Duration KEPT_FOR = TOLD_WITHIN.multipliedBy(2);

    /** How far a phone's clock may run ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    /** What is told within this time counts as told at once. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{8,100}");

    private final Clock clock;

    AskedReader(Clock clock) {
        this.clock = clock;
    }

    /** Hands on how it was asked, or answers what is wrong with it. {@code happenedAt} is null when it was not said. */
    void read(RoutingContext ctx, String happenedAt, Consumer<Asked> then) {
        String key = ctx.request().getHeader(KEY_HEADER);
        if (key != null && !KEY.matcher(key).matches()) {
            Answers.problem(ctx, KnownProblem.REQUEST_KEY_MALFORMED);
            return;
        }
        Instant now = clock.instant();
        Instant at = null;
        if (happenedAt != null) {
            at = parse(happenedAt);
            if (at == null) {
                Answers.problem(ctx, KnownProblem.HAPPENED_AT_MALFORMED);
                return;
            }
            if (at.isAfter(now.plus(AHEAD)) || at.isBefore(now.minus(TOLD_WITHIN))) {
                Answers.problem(ctx, KnownProblem.HAPPENED_AT_RANGE);
                return;
            }
        }
        boolean atOnce = at == null || at.isAfter(now.minus(AT_ONCE));
        then.accept(
                new Asked(key, key == null ? null : digest(ctx), atOnce ? null : at.truncatedTo(ChronoUnit.MILLIS)));
    }

    private static Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Who asked for what, with every byte of it. */
    private static String digest(RoutingContext ctx) {
        String head = AccessHandler.actorOf(ctx) + "\n" + ctx.request().method() + "\n"
                + ctx.request().uri() + "\n";
        Buffer body = ctx.body().buffer();
        return Sha256.hex(head.getBytes(StandardCharsets.UTF_8), body == null ? new byte[0] : body.getBytes());
    }
}
