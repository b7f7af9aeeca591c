package io.watchfloor.pipeline.study;

import io.watchfloor.contract.IncidentTypes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether emergencies stand as emergencies. An event is one when its type is graded I or II while nothing else is known.
 *
 * @param emergencies how many there are
 * @param hidden those of them of which every report ends in an incident of a slight type
 * @param slight how many events are none
 * @param raised those of them of which some report ends in an incident of an emergency's type
 */
record TypeScore(int emergencies, int hidden, int slight, int raised) {
    static TypeScore of(List<StudyReport> reports, StudyRun.Merged merged) {
        Map<Integer, String> events = new HashMap<>();
        Set<Integer> shown = new HashSet<>();
        for (int i = 0; i < reports.size(); i++) {
            StudyReport report = reports.get(i);
            events.put(report.event(), report.type());
            if (isEmergency(merged.typeAt(i))) {
                shown.add(report.event());
            }
        }
        int emergencies = 0;
        int hidden = 0;
        int raised = 0;
        for (Map.Entry<Integer, String> event : events.entrySet()) {
            boolean isShown = shown.contains(event.getKey());
            if (isEmergency(event.getValue())) {
                emergencies++;
                hidden += isShown ? 0 : 1;
            } else {
                raised += isShown ? 1 : 0;
            }
        }
        return new TypeScore(emergencies, hidden, events.size() - emergencies, raised);
    }

    TypeScore plus(TypeScore more) {
        return new TypeScore(
                emergencies + more.emergencies, hidden + more.hidden, slight + more.slight, raised + more.raised);
    }

    private static boolean isEmergency(String type) {
        return IncidentTypes.getOrOther(type).grade().isUrgent();
    }

    double hiddenShare() {
        return emergencies == 0 ? 0 : (double) hidden / emergencies;
    }

    double raisedShare() {
        return slight == 0 ? 0 : (double) raised / slight;
    }
}
