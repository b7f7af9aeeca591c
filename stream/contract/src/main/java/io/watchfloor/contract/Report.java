package io.watchfloor.contract;

import java.time.Instant;

/**
 * One thing somebody or something told us (上报 / 来件).
 *
 * @param world the world it belongs to
 * @param id derived from world, source and source id, see {@link Ids#report}; the second copy of a report has the same
 * @param source the feed it came from, for example {@code hotline-12345}
 * @param sourceId the id it has there
 * @param reportKind how it reached us; {@code kind} in the public API
 * @param type a code of {@link IncidentTypes}; null when the feed does not say
 * @param text what was said; never null, may be empty
 * @param occurredAt when it happened, as the feed says
 * @param receivedAt when the gateway took it
 * @param lat WGS-84 degrees; null when not located
 * @param lon WGS-84 degrees; null when not located
 * @param address as the feed says; null when unknown
 * @param reporter who reported it; personal data; null when unknown
 */
public record Report(
        String world,
        String id,
        String source,
        String sourceId,
        ReportKind reportKind,
        String type,
        String text,
        Instant occurredAt,
        Instant receivedAt,
        Double lat,
        Double lon,
        String address,
        String reporter) {
    /** The same in other words. */
    public Report saying(String words) {
        return new Report(
                world,
                id,
                source,
                sourceId,
                reportKind,
                type,
                words,
                occurredAt,
                receivedAt,
                lat,
                lon,
                address,
                reporter);
    }

    /** The same at another time. */
    public Report at(Instant occurred, Instant received) {
        return new Report(
                world, id, source, sourceId, reportKind, type, text, occurred, received, lat, lon, address, reporter);
    }
}
