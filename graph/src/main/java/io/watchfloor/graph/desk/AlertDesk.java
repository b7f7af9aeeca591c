package io.watchfloor.graph.desk;

import io.watchfloor.contract.AlertDecision;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Decisions about alerts. What an alert says is the pipeline's; whether it may be silent is decided here. */
final class AlertDesk {
    private static final int MOST_MINUTES = 24 * 60;
    private static final int LONGEST_ALERT_ID = 128;

    /** Two clicks of one officer are this far apart at most. */
    private static final Duration SAME_CLICK = Duration.ofMinutes(1);

    private final DeskTransaction desk;
    private final String actor;

    AlertDesk(DeskTransaction desk, String actor) {
        this.desk = desk;
        this.actor = actor;
    }

    DeskResult snooze(String alertId, int minutes, String reason) {
        DeskAction action = DeskAction.onAlert("snooze", actor, alertId, minutes + " min: " + reason);
        if (!isAlertId(alertId)) {
            return desk.refuse(action, DutyRefusals.alertUnknown(alertId));
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            return desk.refuse(action, DutyRefusals.minutesOutOfRange(minutes, MOST_MINUTES));
        }
        if (reason == null || reason.isBlank()) {
            return desk.refuse(action, DutyRefusals.reasonMissing());
        }
        AlertDecision from = desk.lockAlert(alertId);
        Instant until = desk.now().plus(Duration.ofMinutes(minutes));
        if (reason.equals(from.reason()) && isSameClick(from.snoozedUntil(), until)) {
            return DeskResult.done(from);
        }
        return decide(action, next(from, until, reason));
    }

    DeskResult unsnooze(String alertId) {
        DeskAction action = DeskAction.onAlert("unsnooze", actor, alertId, null);
        if (!isAlertId(alertId)) {
            return desk.refuse(action, DutyRefusals.alertUnknown(alertId));
        }
        AlertDecision from = desk.lockAlert(alertId);
        return from.snoozedUntil() == null ? DeskResult.done(from) : decide(action, next(from, null, null));
    }

    private DeskResult decide(DeskAction action, AlertDecision to) {
        DeskResult result = DeskResult.done(to);
        desk.record(action, result, List.of(to));
        return result;
    }

    private AlertDecision next(AlertDecision from, Instant until, String reason) {
        return new AlertDecision(from.world(), from.alertId(), from.version() + 1, until, reason, actor, desk.now());
    }

    private static boolean isSameClick(Instant known, Instant until) {
        return known != null && Duration.between(known, until).abs().compareTo(SAME_CLICK) < 0;
    }

    private static boolean isAlertId(String alertId) {
        return alertId != null && !alertId.isBlank() && alertId.length() <= LONGEST_ALERT_ID;
    }
}
