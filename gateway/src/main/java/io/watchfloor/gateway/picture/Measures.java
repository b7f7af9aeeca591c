package io.watchfloor.gateway.picture;

import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.contract.Measure;
import io.watchfloor.gateway.redis.StreamId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long things take, and how many alarms an officer has to bear. It is asked for and not pushed to consoles. */
public final class Measures {
    /** Steps times cells, types and departments of a large district. */
    private static final int KEPT = 20_000;

    private final Map<String, Upsert<Measure>> measures = new BoundedMap<>(KEPT);
    private final Upsert<AlarmHealth> alarmHealth = new Upsert<>("alarm-health");

    /** All of them, by id. */
    public List<Measure> list() {
        return measures.values().stream()
                .map(Upsert::value)
                .sorted(Comparator.comparing(Measure::id))
                .toList();
    }

    /** Empty until it was measured. */
    public Optional<AlarmHealth> alarmHealth() {
        return Optional.ofNullable(alarmHealth.value());
    }

    void apply(Measure measure, StreamId at) {
        measures.computeIfAbsent(measure.id(), Upsert::new).offer(measure, measure.version(), at);
    }

    void apply(AlarmHealth health, StreamId at) {
        alarmHealth.offer(health, health.version(), at);
    }
}
