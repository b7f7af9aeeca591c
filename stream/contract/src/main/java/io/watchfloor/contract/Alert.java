package io.watchfloor.contract;

import java.time.Instant;
import java.util.List;

/**
 * A warning ahead of an incident: an unusual rise of a topic in a place; versioned upserts.
 *
 * @param world the world it belongs to
 * @param id of the rise, the same from raising to clearing
 * @param version rises by one with every change; a reader keeps the highest
 * @param level I red, II orange, III yellow, IV blue
 * @param topic a code of {@link IncidentTypes}
 * @param cellId where; null when it concerns the whole area
 * @param lat WGS-84 degrees of its middle; null when it concerns the whole area
 * @param lon WGS-84 degrees of its middle; null when it concerns the whole area
 * @param probability that an incident follows, 0 to 1
 * @param reasonZh one sentence why, Chinese
 * @param reasonEn the same in English
 * @param reportIds the evidence
 * @param raisedAt when it was first raised
 * @param updatedAt when this version was made
 * @param clearedAt null while it stands
 * @param alertKind what kind of rise
 * @param cellIds every cell it concerns; empty for the whole area
 * @param words what a new topic or a matter is about, most telling first; of a feed, the source's name; empty otherwise
 * @param windowHours hours the rise is measured over
 * @param count reports in the window
 * @param expected what is usual for the window
 * @param curve the last hours against what is usual, oldest first
 */
public record Alert(
        String world,
        String id,
        long version,
        Grade level,
        String topic,
        String cellId,
        Double lat,
        Double lon,
        double probability,
        String reasonZh,
        String reasonEn,
        List<String> reportIds,
        Instant raisedAt,
        Instant updatedAt,
        Instant clearedAt,
        AlertKind alertKind,
        List<String> cellIds,
        List<String> words,
        int windowHours,
        int count,
        double expected,
        List<AlertPoint> curve) {}
