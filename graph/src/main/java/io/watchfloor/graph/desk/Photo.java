package io.watchfloor.graph.desk;

import java.time.Instant;

/**
 * A photo of an incident. Its pixels are kept apart, under their digest.
 *
 * @param id of this photo
 * @param incidentId the incident
 * @param sha256 of the picture as it is kept, in hexadecimal
 * @param bytes of the picture
 * @param width in pixels
 * @param height in pixels
 * @param actor who added it
 * @param at when it arrived
 * @param happenedAt when it was taken, where it arrived later; null when it arrived at once
 */
public record Photo(
        String id,
        String incidentId,
        String sha256,
        long bytes,
        int width,
        int height,
        String actor,
        Instant at,
        Instant happenedAt) {}
