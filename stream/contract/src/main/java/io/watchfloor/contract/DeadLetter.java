package io.watchfloor.contract;

import java.time.Instant;

/**
 * What was refused and why; it is kept so that it can be mended and fed again.
 *
 * @param world the world it belongs to
 * @param stage where it was refused: {@code intake}, {@code feed} or {@code pipeline}
 * @param source the feed it came from; null when that could not be read
 * @param reason a short code, for counting: see {@link ReportProblem}
 * @param field the field at fault; null when it is the whole
 * @param detail a sentence that helps
 * @param rawBase64 the raw bytes
 * @param at when it was refused
 */
public record DeadLetter(
        String world,
        String stage,
        String source,
        String reason,
        String field,
        String detail,
        String rawBase64,
        Instant at) {}
