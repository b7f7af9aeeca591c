package io.watchfloor.contract.live;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Handover;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.PlacedBy;
import java.time.Instant;

/**
 * An incident as an officer sees it: what was observed and what was decided, joined.
 *
 * @param id the incident
 * @param version rises whenever what was observed, decided or is waited for changes
 * @param type a code of {@link io.watchfloor.contract.IncidentTypes}
 * @param grade I gravest; what an officer has set, else the gravest of what its reports say and of those joined to it
 * @param state where it stands
 * @param summary the opening report's words, shortened
 * @param lat WGS-84 degrees; null when not located
 * @param lon WGS-84 degrees; null when not located
 * @param address null when unknown
 * @param cellId grid cell it lies in; null when outside every cell
 * @param reportCount how many reports speak of it
 * @param firstOccurredAt earliest time any report names
 * @param openedAt when the first report was received
 * @param updatedAt newest of what was observed and decided
 * @param acknowledgedBy null until acknowledged
 * @param acknowledgedAt null until acknowledged
 * @param dispatchedAt null until somebody was sent
 * @param onSceneAt null until somebody arrived
 * @param reportedBackAt null until everybody reported back
 * @param closedBy null until closed
 * @param closedAt null until closed
 * @param typeConfidence how sure its type is, 0 to 1
 * @param placedBy how it is known where it is; null when it is not
 * @param placeId place that its words name, or that an officer chose; null when none
 * @param mood how its reports sound
 * @param mergedInto the incident that this one is joined to; null when it stands for itself
 * @param due what it waits for; null when for nothing with a target
 * @param handover the last handover to another department; null when there was none
 * @param photos how many photos there are of it; null when none
 * @param snooze how it was put off last; null when it is not put off
 * @param reportedGrade what its reports and those joined to it say, once an officer has set the grade; null while none has
 * @param graverJoinedId of those joined to it the gravest, when its reports are graver than the incident's own; null when
 *     none is
 */
public record IncidentView(
        String id,
        long version,
        String type,
        Grade grade,
        IncidentState state,
        String summary,
        Double lat,
        Double lon,
        String address,
        String cellId,
        int reportCount,
        Instant firstOccurredAt,
        Instant openedAt,
        Instant updatedAt,
        String acknowledgedBy,
        Instant acknowledgedAt,
        Instant dispatchedAt,
        Instant onSceneAt,
        Instant reportedBackAt,
        String closedBy,
        Instant closedAt,
        double typeConfidence,
        PlacedBy placedBy,
        String placeId,
        Mood mood,
        String mergedInto,
        Due due,
        Handover handover,
        Integer photos,
        IncidentDecision.Snooze snooze,
        Grade reportedGrade,
        String graverJoinedId) {}
