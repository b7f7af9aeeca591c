package io.watchfloor.gateway.desk;

import io.watchfloor.contract.Grade;
import java.time.Duration;
import java.util.Map;

/**
 * How long people and departments have.
 *
 * @param answer so long an offer waits for its answer, by grade
 * @param handover so long another department has for an incident, by grade, or by the department's id
 */
public record DeskClocks(Map<String, Duration> answer, Map<String, Duration> handover) {
    /** For an offer of this grade. */
    public Duration answerWithin(Grade grade) {
        return answer.get(grade.name());
    }

    /** For this department; its own when it has one. */
    public Duration handoverWithin(String organizationId, Grade grade) {
        return handover.getOrDefault(organizationId, handover.get(grade.name()));
    }
}
