package io.watchfloor.gateway.access;

import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** In whose name something is done: the user's own, or whom a program names that may act for others. */
final class Actors {
    private static final int MAX_CHARACTERS = 64;
    private static final String KEY = "watchfloor.actor";

    private Actors() {}

    static String of(RoutingContext ctx) {
        return ctx.get(KEY);
    }

    /** False when the name cannot be one; that is answered then. */
    static boolean put(RoutingContext ctx, Principal principal) {
        String header = principal.actsForOthers() ? ctx.request().getHeader(AccessHandler.ACTOR_HEADER) : null;
        String actor = header == null || header.isBlank() ? principal.name() : decode(header);
        if (actor == null) {
            Answers.problem(
                    ctx,
                    KnownProblem.INVALID_ACTOR,
                    Map.of("header", AccessHandler.ACTOR_HEADER, "most", MAX_CHARACTERS));
            return false;
        }
        ctx.put(KEY, actor);
        return true;
    }

    private static String decode(String header) {
        try {
            String name = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
            return isName(name) ? name : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_CHARACTERS
                && name.indexOf('\uFFFD') < 0
                && name.chars().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}
