package io.watchfloor.pipeline.duty;

import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.Grade;
import io.watchfloor.pipeline.duty.rule.AlarmNews;
import java.time.Instant;

/**
 * Something for alarm health: news of an alarm, or the figures as they were published before.
 *
 * @param news null when these are figures
 * @param published null when this is news
 */
public record AlarmInput(AlarmNews news, AlarmHealth published) {
    /** A new topic and a matter have no place in the catalogue to come back to; others come back to their topic and place. */
    static AlarmInput of(Alert alert) {
        String source = alert.alertKind() == AlertKind.NEW_TOPIC || alert.alertKind() == AlertKind.MATTER
                ? alert.id()
                : alert.alertKind() + "/" + alert.topic() + "/" + (alert.cellId() == null ? "" : alert.cellId());
        return new AlarmInput(
                new AlarmNews(
                        source,
                        alert.id(),
                        alert.version(),
                        alert.level(),
                        1,
                        alert.updatedAt(),
                        alert.clearedAt() == null,
                        false),
                null);
    }

    /** Somebody was told of an incident, or it is answered now. */
    static AlarmInput of(Escalation escalation, long version, Grade grade, Instant at, boolean standing) {
        return of(escalation, version, grade, at, standing, false);
    }

    /** It waits on as before a join: what somebody was told of then is not told anew. */
    static AlarmInput resumed(Escalation escalation, Grade grade) {
        return of(escalation, escalation.version(), grade, escalation.updatedAt(), true, true);
    }

    private static AlarmInput of(
            Escalation escalation, long version, Grade grade, Instant at, boolean standing, boolean resumed) {
        String source = escalation.incidentId() + "/" + escalation.stage();
        return new AlarmInput(
                new AlarmNews(source, source, version, grade, escalation.told(), at, standing, resumed), null);
    }

    static AlarmInput of(AlarmHealth published) {
        return new AlarmInput(null, published);
    }
}
