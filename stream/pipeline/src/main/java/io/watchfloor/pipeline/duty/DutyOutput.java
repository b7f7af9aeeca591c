package io.watchfloor.pipeline.duty;

import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.Measure;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What this job publishes: exactly one of the three is there.
 *
 * @param escalation what an incident waits for
 * @param measure how long a step takes
 * @param alarmHealth how many alarms there are
 */
public record DutyOutput(Escalation escalation, Measure measure, AlarmHealth alarmHealth) {
    static DutyOutput of(Escalation escalation) {
        return new DutyOutput(escalation, null, null);
    }

    static DutyOutput of(Measure measure) {
        return new DutyOutput(null, measure, null);
    }

    static DutyOutput of(AlarmHealth alarmHealth) {
        return new DutyOutput(null, null, alarmHealth);
    }

    /** As it goes on the picture stream. */
    public List<Object> messages() {
        return Stream.<Object>of(escalation, measure, alarmHealth)
                .filter(Objects::nonNull)
                .toList();
    }
}
