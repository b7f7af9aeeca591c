package io.watchfloor.gateway.picture;

import io.watchfloor.contract.PersonStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Until when people are signed off, as far as an end was said: so that who looks at the clock need not look at everybody. */
final class Absences {
    private final Map<String, Instant> untilByPerson = new HashMap<>();

    /** Of the district's people at most one each. */
    void note(PersonStatus status) {
        if (status.absence() != null && status.absence().until() != null) {
            untilByPerson.put(status.personId(), status.absence().until());
        } else {
            untilByPerson.remove(status.personId());
        }
    }

    List<String> listOver(Instant now) {
        return untilByPerson.entrySet().stream()
                .filter(entry -> !now.isBefore(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
