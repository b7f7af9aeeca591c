package io.watchfloor.graph.decision;

import java.time.Instant;

/**
 * How a change was asked for, when it may be asked for again: by a phone that had no network, or that heard no answer.
 *
 * @param key names the request; the same key is carried out once and answered the same for a day. Null when whoever asks
 *     does not repeat it
 * @param digest of everything that was asked; the same key with another digest is refused. Null without a key
 * @param happenedAt when it was done, where it is told later; null when it is told at once
 */
public record Asked(String key, String digest, Instant happenedAt) {
    /** Asked once, about now. */
    public static final Asked NOW = new Asked(null, null, null);
}
