package io.watchfloor.gateway.web;

import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import java.util.Arrays;

/**
 * {@code If-Match}: an edit that is meant for what its client saw, and for nothing newer. Without the header an edit is
 * meant for whatever is there.
 */
final class IfMatch {
    private static final String HEADER = "If-Match";

    private IfMatch() {}

    /** Says what the answer shows is this version. */
    static void tag(RoutingContext ctx, String version) {
        ctx.response().putHeader("ETag", quoted(version));
    }

    /** Whether the edit is meant for this version; when not, it has been answered. */
    static boolean holds(RoutingContext ctx, String version) {
        String wanted = ctx.request().getHeader(HEADER);
        boolean holds = wanted == null
                || Arrays.stream(wanted.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(quoted(version)));
        if (!holds) {
            Answers.problem(ctx, KnownProblem.CHANGED_MEANWHILE);
        }
        return holds;
    }

    /** The one version that the edit is meant for; null when for any. */
    static String only(RoutingContext ctx) {
        String wanted = ctx.request().getHeader(HEADER);
        return wanted == null || wanted.strip().equals("*")
                ? null
                : wanted.strip().replaceAll("^\"|\"$", "");
    }

    private static String quoted(String version) {
        return '"' + version + '"';
    }
}
