package io.watchfloor.contract.dispatch;

import java.time.Instant;
import java.util.List;

/**
 * Who could be sent to an incident.
 *
 * @param incidentId the incident
 * @param computedAt when this was worked out
 * @param needs what the incident requires; never empty: a type without a requirement needs a patrol
 * @param candidates who could go, soonest first
 * @param passedOver who is nearer by road than the last of the candidates and cannot go, nearest first
 * @param passedOverMore how many more nearer people were passed over than are listed
 * @param shortfalls needs that all candidates together cannot cover; empty when they can
 */
public record Candidates(
        String incidentId,
        Instant computedAt,
        List<Need> needs,
        List<Candidate> candidates,
        List<Candidate> passedOver,
        int passedOverMore,
        List<Need> shortfalls) {}
