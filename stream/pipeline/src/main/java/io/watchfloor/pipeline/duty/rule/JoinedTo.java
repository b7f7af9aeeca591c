package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.ObservedIncident;
import java.util.ArrayList;
import java.util.List;

/**
 * How grave an incident is and which one stands for it. Of observations and decisions the highest version stays.
 *
 * @param observedVersion of the newest observation; 0 while there is none
 * @param grade by it; null while there is none
 * @param decidedVersion of the newest decision; 0 while there is none
 * @param survivorId by it; null when the incident stands for itself
 */
public record JoinedTo(long observedVersion, Grade grade, long decidedVersion, String survivorId) {
    /** Nothing yet. */
    public static final JoinedTo NOTHING = new JoinedTo(0, null, 0, null);

    /** With an observation; the same object when a newer one is known. */
    public JoinedTo with(ObservedIncident incident) {
        return incident.version() <= observedVersion
                ? this
                : new JoinedTo(incident.version(), incident.grade(), decidedVersion, survivorId);
    }

    /** With a decision; the same object when a newer one is known. */
    public JoinedTo with(IncidentDecision decision) {
        return decision.version() <= decidedVersion
                ? this
                : new JoinedTo(observedVersion, grade, decision.version(), decision.mergedInto());
    }

    /** What those who watch over the survivors, the former one and the present one, have to hear. */
    public List<JoinedGrade> newsSince(JoinedTo before, String incidentId) {
        List<JoinedGrade> news = new ArrayList<>();
        boolean left = before.survivorId != null && !before.survivorId.equals(survivorId);
        if (left && before.grade != null) {
            news.add(new JoinedGrade(before.survivorId, incidentId, null));
        }
        boolean same = before.grade == grade && !left && before.survivorId != null;
        if (survivorId != null && grade != null && !same) {
            news.add(new JoinedGrade(survivorId, incidentId, grade));
        }
        return news;
    }
}
