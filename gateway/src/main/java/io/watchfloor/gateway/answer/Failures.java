package io.watchfloor.gateway.answer;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpObjectDecoder;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorException;
import io.watchfloor.contract.Problem;
import io.watchfloor.gateway.desk.GraphSilentException;
import io.watchfloor.gateway.desk.OverloadedException;
import io.watchfloor.graph.connection.GraphUnavailableException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into a problem; what nobody foresaw is logged here and told as nothing but "our fault". */
public final class Failures implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public void handle(RoutingContext ctx) {
        Answers.problem(ctx, problemOf(ctx));
    }

    private static Problem problemOf(RoutingContext ctx) {
        String language = Words.languageOf(ctx);
        Optional<ValidatorException> invalid = invalidity(ctx.failure());
        return invalid.isPresent()
                ? InvalidRequest.problemOf(invalid.get(), language)
                : knownProblemOf(ctx).in(language, Map.of());
    }

    private static KnownProblem knownProblemOf(RoutingContext ctx) {
        Throwable failure = ctx.failure();
        if (failure instanceof GraphUnavailableException) {
            LOG.debug("the graph did not answer: {}", failure.getMessage());
            return KnownProblem.GRAPH_UNAVAILABLE;
        }
        if (failure instanceof GraphSilentException) {
            return KnownProblem.GRAPH_SILENT;
        }
        if (failure instanceof OverloadedException) {
            return KnownProblem.OVERLOADED;
        }
        if (isBrokenBody(ctx, failure)) {
            LOG.debug("{} broke off: {}", ctx.request().remoteAddress(), failure.getMessage());
            return KnownProblem.BROKEN_HTTP;
        }
        int status = failure instanceof HttpException http ? http.getStatusCode() : ctx.statusCode();
        if (status >= 500 || status < 400) {
            LOG.error("{} {} failed", ctx.request().method(), ctx.normalizedPath(), failure);
        }
        return KnownProblem.ofStatus(status);
    }

    /**
     * Whether nothing could be read on after a sound head: the client left, or sent what the decoder of HTTP cannot read,
     * which fails with whatever its parsing threw.
     */
    public static boolean isBrokenBody(RoutingContext ctx, Throwable failure) {
        return failure instanceof DecoderException
                || (failure instanceof HttpClosedException && !ctx.request().isEnded())
                || (failure != null
                        && Arrays.stream(failure.getStackTrace())
                                .anyMatch(frame -> frame.getClassName().equals(HttpObjectDecoder.class.getName())));
    }

    /** The router wraps it, sometimes more than once. */
    private static Optional<ValidatorException> invalidity(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ValidatorException invalid) {
                return Optional.of(invalid);
            }
        }
        return Optional.empty();
    }
}
