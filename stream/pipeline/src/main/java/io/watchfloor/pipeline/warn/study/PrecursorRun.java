package io.watchfloor.pipeline.warn.study;

import io.watchfloor.contract.Alert;
import io.watchfloor.pipeline.warn.rule.Blobs;
import io.watchfloor.pipeline.warn.rule.CellMap;
import io.watchfloor.pipeline.warn.rule.RiseProbe;
import io.watchfloor.pipeline.warn.rule.Risk;
import io.watchfloor.pipeline.warn.rule.Sighting;
import io.watchfloor.pipeline.warn.rule.Thresholds;
import io.watchfloor.pipeline.warn.rule.Watch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One made-up city watched from its first day to its last. */
final class PrecursorRun {
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;

    private final Incidents city;
    private final CellMap cells;
    private final List<Alert> raised = new ArrayList<>();
    private final Map<String, Long> stoodUntil = new HashMap<>();

    /** How a run came out: shares, and the number of alerts a week. */
    record Outcome(double warned, double precision, double alertsPerWeek) {}

    PrecursorRun(Incidents city, CellMap cells) {
        this.city = city;
        this.cells = cells;
    }

    /** What becomes known about each rise that is worth speaking of. */
    void collect(RiseProbe probe) {
        Watch watch = new Watch("live", Blobs.none(), cells, Risk.SHIPPED, Thresholds.NEVER);
        watch.probe(probe);
        city.sightings().forEach(watch::see);
    }

    Outcome measure(Risk risk, Thresholds thresholds) {
        Watch watch = new Watch("live", Blobs.none(), cells, risk, thresholds);
        for (Sighting sighting : city.sightings()) {
            watch.see(sighting).forEach(this::note);
        }
        long right = raised.stream().filter(this::isRight).count();
        long warned = city.judged().stream().filter(this::isWarnedOf).count();
        double weeks = (Incidents.DAYS - Incidents.WARM_UP_DAYS) / 7.0;
        return new Outcome(
                warned / (double) city.judged().size(),
                raised.isEmpty() ? 1 : right / (double) raised.size(),
                raised.size() / weeks);
    }

    List<Alert> raised() {
        return raised;
    }

    private void note(Alert alert) {
        boolean stands = alert.clearedAt() == null;
        stoodUntil.put(alert.id(), stands ? Long.MAX_VALUE : alert.clearedAt().toEpochMilli());
        if (alert.version() == 1 && alert.raisedAt().toEpochMilli() >= Incidents.judgedFrom()) {
            raised.add(alert);
        }
    }

    boolean isRight(Alert alert) {
        return isFollowed(alert.topic(), alert.cellIds(), alert.raisedAt().toEpochMilli());
    }

    boolean isWarnedOf(Incidents.Incident incident) {
        return raised.stream().anyMatch(alert -> warnsOf(alert, incident));
    }

    /** Whether the alert stood at some time between a day and an hour ahead. */
    private boolean warnsOf(Alert alert, Incidents.Incident incident) {
        return alert.raisedAt().toEpochMilli() <= incident.atMillis() - HOUR
                && stoodUntil.get(alert.id()) >= incident.atMillis() - DAY
                && isThere(alert.topic(), alert.cellIds(), incident);
    }

    /** Whether an incident of the topic comes there within a day. */
    boolean isFollowed(String topic, List<String> cellIds, long atMillis) {
        return city.all().stream()
                .anyMatch(incident -> incident.atMillis() > atMillis
                        && incident.atMillis() <= atMillis + DAY
                        && isThere(topic, cellIds, incident));
    }

    boolean isThere(String topic, List<String> cellIds, Incidents.Incident incident) {
        String cell = Incidents.cell(incident.row(), incident.column());
        return incident.topic().equals(topic)
                && (cellIds.contains(cell) || cells.touching(cell).stream().anyMatch(cellIds::contains));
    }
}
