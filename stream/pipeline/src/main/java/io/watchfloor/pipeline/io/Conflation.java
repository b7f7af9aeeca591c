package io.watchfloor.pipeline.io;

import io.watchfloor.contract.ObservedIncident;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of a batch need not be written, since the same batch says it better. */
final class Conflation {
    private Conflation() {}

    /**
     * Of each incident the newest version, where the first stood, so that it still comes before all reports that follow
     * it; of everything else all, in order.
     */
    static List<Object> newestOfEachIncident(List<Object> messages) {
        Map<String, Integer> places = new HashMap<>();
        List<Object> kept = new ArrayList<>(messages.size());
        for (Object message : messages) {
            Integer place = message instanceof ObservedIncident incident
                    ? places.putIfAbsent(incident.id(), kept.size())
                    : null;
            if (place == null) {
                kept.add(message);
            } else if (((ObservedIncident) kept.get(place)).version() < ((ObservedIncident) message).version()) {
                kept.set(place, message);
            }
        }
        return kept;
    }
}
