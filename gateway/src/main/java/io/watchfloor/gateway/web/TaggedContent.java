package io.watchfloor.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Content that a client may keep, as long as it asks each time whether it is still current.
 *
 * @param bytes the content
 * @param tag changes with the content
 */
record TaggedContent(Buffer bytes, String tag) {
    private static final int TAG_CHARACTERS = 24;

    static TaggedContent of(Buffer bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.getBytes());
            return new TaggedContent(
                    bytes, "W/\"" + HexFormat.of().formatHex(hash).substring(0, TAG_CHARACTERS) + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
