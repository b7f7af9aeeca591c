package io.watchfloor.pipeline.duty;

import io.watchfloor.contract.Escalation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What this run has published comes back from the picture moments later, and state has it already: a memory of the newest,
 * which may forget but never errs on what it knows. After a restart it is empty, and what the run before has published is
 * taken in.
 */
final class OwnPublications {
    private static final int REMEMBERED = 20_000;

    private final Map<String, Long> versions = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    void add(Escalation published) {
        versions.put(published.incidentId(), published.version());
    }

    /** Whether this version, or a later one, was published by this run. */
    boolean knows(Escalation heard) {
        Long version = versions.get(heard.incidentId());
        return version != null && heard.version() <= version;
    }
}
