package io.watchfloor.gateway.access;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.watchfloor.contract.Sha256;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.redis.RedisLink;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Requests that a feed signs with its key's secret instead of showing a key: HMAC-SHA-256 over method, address, time, nonce
 * and the SHA-256 of the body, each on a line. A nonce is taken once, at any gateway; a time more than five minutes off is
 * refused, so that a request can be remembered for as long as it would be taken.
 */
public final class SignedRequests implements Handler<RoutingContext> {
    /** Seconds since 1970. */
    public static final String TIMESTAMP_HEADER = "X-Watchfloor-Timestamp";

    /** 16 to 64 letters, digits, underscores or hyphens that were never sent before. */
    public static final String NONCE_HEADER = "X-Watchfloor-Nonce";

    /** In hexadecimal. */
    public static final String SIGNATURE_HEADER = "X-Watchfloor-Signature";

    private static final Duration MOST_OFF = Duration.ofMinutes(5);

    private final RedisLink redis;
    private final Seal seal;
    private final Clock clock;
    private final Trail trail;

    /** Remembers nonces in Redis. */
    public SignedRequests(RedisLink redis, Seal seal, Clock clock, Trail trail) {
        this.redis = redis;
        this.seal = seal;
        this.clock = clock;
        this.trail = trail;
    }

    /** Whether the whole body has to be read before anything is done with it. */
    public static boolean isSigned(RoutingContext ctx) {
        Principal principal = Principal.of(ctx);
        return principal != null && principal.sealedSecret() != null;
    }

    /** What a client sends for this request. */
    public static String sign(String secret, String method, String uri, String timestamp, String nonce, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = String.join("\n", method, uri, timestamp, nonce, Sha256.hex(body));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    @Override
    public void handle(RoutingContext ctx) {
        if (!isSigned(ctx)) {
            ctx.next();
            return;
        }
        HttpServerRequest request = ctx.request();
        Principal principal = Principal.of(ctx);
        String nonce = request.getHeader(NONCE_HEADER);
        if (nonce == null || !nonce.matches("[A-Za-z0-9_-]{16,64}")) {
            refuse(ctx, principal, KnownProblem.SIGNATURE_NONCE);
        } else if (!isTimely(request.getHeader(TIMESTAMP_HEADER))) {
            refuse(ctx, principal, KnownProblem.SIGNATURE_STALE);
        } else if (!fits(ctx, principal, nonce)) {
            refuse(ctx, principal, KnownProblem.SIGNATURE_WRONG);
        } else {
            takeNonce(ctx, principal, nonce);
        }
    }

    private void takeNonce(RoutingContext ctx, Principal principal, String nonce) {
        ctx.request().pause();
        redis.send(Request.cmd(Command.SET)
                        .arg("nonce:" + principal.id() + ":" + nonce)
                        .arg("1")
                        .arg("PX")
                        .arg(MOST_OFF.multipliedBy(2).toMillis())
                        .arg("NX"))
                .onFailure(failure -> Answers.problem(ctx, KnownProblem.SIGNATURE_UNAVAILABLE))
                .onSuccess(taken -> {
                    ctx.request().resume();
                    if (taken == null) {
                        refuse(ctx, principal, KnownProblem.SIGNATURE_REPLAYED);
                    } else {
                        ctx.next();
                    }
                });
    }

    private boolean isTimely(String timestamp) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long off = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
        return off <= MOST_OFF.toSeconds();
    }

    private boolean fits(RoutingContext ctx, Principal principal, String nonce) {
        HttpServerRequest request = ctx.request();
        Optional<String> secret = seal.open(principal.sealedSecret(), principal.name());
        String sent = request.getHeader(SIGNATURE_HEADER);
        if (secret.isEmpty() || sent == null) {
            return false;
        }
        Buffer body = ctx.body() == null ? null : ctx.body().buffer();
        String expected = sign(
                secret.get(),
                request.method().name(),
                request.uri(),
                request.getHeader(TIMESTAMP_HEADER),
                nonce,
                body == null ? new byte[0] : body.getBytes());
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.UTF_8));
    }

    private void refuse(RoutingContext ctx, Principal principal, KnownProblem why) {
        trail.tellOnce(principal.name(), "denied", why.name(), null);
        Answers.problem(ctx, why);
    }
}
