package io.watchfloor.contract;

import java.time.Instant;

/**
 * An incident in the hands of another department, with a clock of its own.
 *
 * @param organizationId the department
 * @param state where it stands
 * @param handedBy officer who handed it over
 * @param handedAt when
 * @param dueAt when the department's target runs out
 * @param acceptedBy who took it up there; null until then
 * @param acceptedAt when; null until then
 * @param reason the last thing said about it: why it was handed over, extended, urged or given back; null when nothing
 * @param extensions how often the target was put off (延期)
 * @param urged how often an officer urged (督办)
 * @param rung 0 while within the target, 1 when the shift leader has been told that it ran out, 2 the director
 * @param nextAt when the next is told by itself; null when over
 * @param endedBy who ended it; null until then
 * @param endedAt when; null until then
 */
public record Handover(
        String organizationId,
        HandoverState state,
        String handedBy,
        Instant handedAt,
        Instant dueAt,
        String acceptedBy,
        Instant acceptedAt,
        String reason,
        int extensions,
        int urged,
        int rung,
        Instant nextAt,
        String endedBy,
        Instant endedAt) {}
