package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.text.similar.TextSketch;
import java.time.Instant;
import java.util.List;

/**
 * An incident that may still get reports: what was observed, and what the next report's arithmetic needs.
 *
 * @param observed as it was last told
 * @param whereabouts what its reports say about its position
 * @param votes what they say about its type; never empty
 * @param typeDecided whether an officer has said what it is
 * @param words of all its reports
 * @param placeIds places they name, in order of appearance
 * @param reporters hashes of who reported
 * @param devices how many of them are of a sensor or a camera
 * @param bands of its opening words, see {@link io.watchfloor.text.similar.Reposts}; empty unless those say no place
 * @param apartFrom incidents that an officer split from it, or it from them
 * @param touchedMillis the logical clock when its last report or correction came, milliseconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and small in the state store; its id is what it is known by
public record OpenIncident(
        ObservedIncident observed,
        Whereabouts whereabouts,
        List<TypeVote> votes,
        boolean typeDecided,
        TextSketch words,
        List<String> placeIds,
        int[] reporters,
        int devices,
        int[] bands,
        List<String> apartFrom,
        long touchedMillis) {

    public String id() {
        return observed.id();
    }

    public String type() {
        return observed.type();
    }

    /** Whether it is known where it is. */
    public boolean isLocated() {
        return observed.lat() != null;
    }

    /** Whether an officer has put it where it is. */
    public boolean isPlacedByOfficer() {
        return observed.placedBy() == PlacedBy.OFFICER;
    }

    /** How far off its position may be. */
    double accuracyMeters() {
        return isPlacedByOfficer() || !whereabouts.isKnown() ? ReadReport.DEVICE_METERS : whereabouts.accuracyMeters();
    }

    /** Seconds between the time and the span of times its reports name; 0 within. */
    public long secondsFrom(Instant time) {
        if (time.isBefore(observed.firstOccurredAt())) {
            return observed.firstOccurredAt().getEpochSecond() - time.getEpochSecond();
        }
        return Math.max(0, time.getEpochSecond() - observed.lastOccurredAt().getEpochSecond());
    }

    /** Metres between the report and the mean of its reports; null when either is not located. */
    public Double metersFrom(ReadReport read) {
        if (!read.isLocated() || !isLocated()) {
            return null;
        }
        return Distance.meters(observed.lat(), observed.lon(), read.lat(), read.lon());
    }
}
