package io.watchfloor.pipeline.duty;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.ObservedIncident;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every report that joins an incident makes a new version of it, and hardly any changes what counts here. Those that do
 * not need not touch state: a memory of the newest incidents, which may forget but never errs on what it knows.
 */
final class UnchangedObservations {
    private static final int REMEMBERED = 20_000;
    /** A mean position that moves by less, about a hundred metres, is the same. */
    private static final double STEPS_PER_DEGREE = 1_000;

    private record Gist(String type, Grade grade, boolean gradeSet, Long lat, Long lon) {
        static Gist of(ObservedIncident incident) {
            return new Gist(
                    incident.type(),
                    incident.grade(),
                    incident.reportedGrade() != null,
                    rounded(incident.lat()),
                    rounded(incident.lon()));
        }

        private static Long rounded(Double degrees) {
            return degrees == null ? null : Long.valueOf(Math.round(degrees * STEPS_PER_DEGREE));
        }
    }

    private final Map<String, Gist> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Gist> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether it says the same as what was heard of this incident last. */
    boolean isUnchanged(ObservedIncident incident) {
        Gist gist = Gist.of(incident);
        return gist.equals(newest.put(incident.id(), gist));
    }

    void forget(String incidentId) {
        newest.remove(incidentId);
    }
}
