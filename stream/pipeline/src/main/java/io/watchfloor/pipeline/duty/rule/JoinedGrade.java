package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.Grade;

/**
 * How grave an incident is that officers joined to another, for whoever watches over that one.
 *
 * @param survivorId the incident that stands for both
 * @param incidentId the one that is part of it
 * @param grade how grave the part is; null when it is no part any more
 */
public record JoinedGrade(String survivorId, String incidentId, Grade grade) {}
