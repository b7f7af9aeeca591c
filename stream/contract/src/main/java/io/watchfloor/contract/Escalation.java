package io.watchfloor.contract;

import java.time.Instant;

/**
 * What an incident waits for, until when, and who has been told since; written by the pipeline alone, as versioned
 * upserts, one per incident.
 *
 * @param world the world it belongs to
 * @param incidentId the incident
 * @param version rises by one with every change; a reader keeps the highest
 * @param stage what it waits for; null when for nothing any more
 * @param assignmentId the assignment it waits for; null when it waits for no certain one
 * @param since when it began to wait; null with the stage
 * @param dueAt when the target for its grade runs out; null when there is none
 * @param rung 0 while the duty officer has it, 1 the shift leader, 2 the director; it is told again at the highest until
 *     somebody answers
 * @param told how often somebody was told that the target has run out
 * @param nextAt when the next is told; null when nobody will be
 * @param norm where the target comes from; null when there is none
 * @param updatedAt when this version was made
 */
public record Escalation(
        String world,
        String incidentId,
        long version,
        EscalationStage stage,
        String assignmentId,
        Instant since,
        Instant dueAt,
        int rung,
        int told,
        Instant nextAt,
        String norm,
        Instant updatedAt) {}
