package io.watchfloor.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Sha256;
import java.util.Arrays;

/**
 * Content that a client may keep, as long as it asks each time whether it is still current.
 *
 * @param bytes the content
 * @param tag changes with the content
 */
record TaggedContent(Buffer bytes, String tag) {
    private static final int TAG_CHARACTERS = 24;

    static TaggedContent of(Buffer bytes) {
        return new TaggedContent(bytes, "W/\"" + Sha256.hex(bytes.getBytes()).substring(0, TAG_CHARACTERS) + "\"");
    }

    /** Sets what a client needs to ask again, and answers 304 when what it has is current. */
    boolean answerIfCurrent(RoutingContext ctx) {
        ctx.response().putHeader("ETag", tag).putHeader("Cache-Control", "no-cache");
        String known = ctx.request().getHeader("If-None-Match");
        boolean current = known != null
                && Arrays.stream(known.split(",")).map(String::strip).anyMatch(tag::equals);
        if (current) {
            ctx.response().setStatusCode(304).end();
        }
        return current;
    }
}
