package io.watchfloor.gateway.picture;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.Grade;
import io.watchfloor.gateway.redis.StreamId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The alerts in the picture, and what was decided about them. Standing ones stay; of the cleared ones the newest. */
public final class Alerts {
    private static final int CLEARED_KEPT = 200;
    private static final int DECISIONS_KEPT = 20_000;

    private final Journal journal;
    private final Map<String, Upsert<Alert>> alerts = new HashMap<>();
    private final Map<String, Upsert<AlertDecision>> decisions = new BoundedMap<>(DECISIONS_KEPT);
    private final Set<String> clearedOrder = new LinkedHashSet<>();

    Alerts(Journal journal) {
        this.journal = journal;
    }

    /** The newest raised first. */
    public List<Alert> list(boolean openOnly) {
        return alerts.values().stream()
                .map(Upsert::value)
                .filter(alert -> !openOnly || alert.clearedAt() == null)
                .sorted(Comparator.comparing(Alert::raisedAt)
                        .thenComparing(Alert::id)
                        .reversed())
                .toList();
    }

    /** The alert, if it is in the picture. */
    public Optional<Alert> find(String id) {
        return Optional.ofNullable(alerts.get(id)).map(Upsert::value);
    }

    /** What was decided about it; empty when nothing was. */
    public Optional<AlertDecision> findDecision(String alertId) {
        return Optional.ofNullable(decisions.get(alertId)).map(Upsert::value);
    }

    void apply(Alert alert, StreamId at) {
        Upsert<Alert> entry = alerts.computeIfAbsent(alert.id(), Upsert::new);
        Grade levelBefore = entry.value() == null ? null : entry.value().level();
        if (!entry.offer(alert, alert.version(), at)) {
            return;
        }
        journal.alert(alert.id());
        if (alert.level() == Grade.I && levelBefore != Grade.I && alert.clearedAt() == null) {
            journal.urgent();
        }
        clearedOrder.remove(alert.id());
        if (alert.clearedAt() != null) {
            clearedOrder.add(alert.id());
        }
        if (clearedOrder.size() > CLEARED_KEPT) {
            String eldest = clearedOrder.iterator().next();
            clearedOrder.remove(eldest);
            alerts.remove(eldest);
            decisions.remove(eldest);
            journal.left(Departed.Kind.ALERT, eldest, null, at);
        }
    }

    /** It may come before the alert that it is about. */
    void apply(AlertDecision decision, StreamId at) {
        Upsert<AlertDecision> entry = decisions.computeIfAbsent(decision.alertId(), Upsert::new);
        if (entry.offer(decision, decision.version(), at)) {
            journal.alertDecision(decision.alertId());
        }
    }

    boolean contains(String id) {
        return alerts.containsKey(id);
    }

    Collection<Upsert<Alert>> all() {
        return alerts.values();
    }

    Collection<Upsert<AlertDecision>> allDecisions() {
        return decisions.values();
    }

    Optional<Upsert<Alert>> findEntry(String id) {
        return Optional.ofNullable(alerts.get(id));
    }

    Optional<Upsert<AlertDecision>> findDecisionEntry(String alertId) {
        return Optional.ofNullable(decisions.get(alertId));
    }
}
