package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.ObservedIncident;
import java.time.Duration;
import java.time.Instant;

/**
 * What was observed of an incident, as far as time limits and measures care.
 *
 * @param version of the observation
 * @param type a code of the catalogue
 * @param grade how grave
 * @param lat WGS-84 degrees; null when not located
 * @param lon WGS-84 degrees; null when not located
 * @param openedAt when its first report was received
 * @param seenAt when it first stood on the picture
 * @param gradeSet whether an officer has said how grave
 */
public record Observed(
        long version,
        String type,
        Grade grade,
        Double lat,
        Double lon,
        Instant openedAt,
        Instant seenAt,
        boolean gradeSet) {
    /** What the pipeline takes at most while all is well; more, and the officer could not have seen it before. */
    private static final Duration USUAL_DELAY = Duration.ofSeconds(10);

    static Observed of(ObservedIncident incident, Observed before, Instant writtenAt, Instant now) {
        return new Observed(
                incident.version(),
                incident.type(),
                incident.grade(),
                incident.lat(),
                incident.lon(),
                Times.notAfter(incident.openedAt(), now),
                before == null ? Times.notAfter(writtenAt, now) : before.seenAt(),
                incident.reportedGrade() != null);
    }

    /** From when on an officer could acknowledge it: its opening, unless it came up much later, as after a split. */
    Instant acknowledgeableSince() {
        return seenAt.isAfter(openedAt.plus(USUAL_DELAY)) ? seenAt : openedAt;
    }
}
