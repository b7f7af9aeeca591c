package io.watchfloor.pipeline.warn.rule;

import com.fasterxml.jackson.core.type.TypeReference;
import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The alerts that stand, and those of the last day that were cleared. Bounded: the oldest cleared ones give way. */
final class AlertBook {
    /** Within this, the same topic at the same place, or next to it, is the same alert. */
    static final long REFRACTORY_MILLIS = 24 * 3_600_000L;

    private static final int MOST = 500;
    private static final Set<AlertKind> OF_COUNTS = EnumSet.of(AlertKind.CELL, AlertKind.CLUSTER, AlertKind.AREA);
    private static final String KEY = "alerts";

    /** By id, oldest first. */
    private final Map<String, StandingAlert> standing = new LinkedHashMap<>();

    /** Ids of those that speak of a topic's counts, by topic, oldest first: every rise looks for its own among them. */
    private final Map<String, Set<String>> ofCounts = new HashMap<>();

    private boolean touched;

    /** As it was saved. */
    static AlertBook load(Blobs blobs) {
        AlertBook book = new AlertBook();
        byte[] saved = blobs.load(KEY);
        if (saved != null) {
            try {
                Json.mapper()
                        .readValue(saved, new TypeReference<List<StandingAlert>>() {})
                        .forEach(book::add);
            } catch (IOException e) {
                throw new UncheckedIOException("state of alerts cannot be read", e);
            }
        }
        return book;
    }

    void save(Blobs blobs) {
        if (touched) {
            try {
                blobs.save(KEY, Json.mapper().writeValueAsBytes(standing.values()));
            } catch (IOException e) {
                throw new UncheckedIOException("records of plain fields can always be written", e);
            }
            touched = false;
        }
    }

    /** Those that stand. */
    List<StandingAlert> listOpen() {
        return standing.values().stream().filter(StandingAlert::isOpen).toList();
    }

    /** Those of a topic's counts that stand, and those of the last day that were cleared. */
    List<StandingAlert> listOfCounts(String topic) {
        return ofCounts(topic).toList();
    }

    private Stream<StandingAlert> ofCounts(String topic) {
        return ofCounts.getOrDefault(topic, Set.of()).stream().map(standing::get);
    }

    /** The one that a rise in these cells belongs to: of the topic, sharing a cell or touching one. */
    Optional<StandingAlert> find(String topic, List<String> cellIds, CellMap cells) {
        return ofCounts(topic)
                .filter(s -> isNear(s.alert().cellIds(), cellIds, cells))
                .findFirst();
    }

    /** The alert over the whole area. */
    Optional<StandingAlert> findOpenArea(String topic) {
        return ofCounts(topic)
                .filter(s -> s.isOpen() && s.alert().alertKind() == AlertKind.AREA)
                .findFirst();
    }

    /** The alert about a source of reports. */
    Optional<StandingAlert> findOpenFeed(String source) {
        return standing.values().stream()
                .filter(s -> s.isOpen() && s.alert().alertKind() == AlertKind.FEED)
                .filter(s -> s.alert().words().contains(source))
                .findFirst();
    }

    Optional<StandingAlert> findById(String id) {
        return Optional.ofNullable(standing.get(id));
    }

    void put(StandingAlert next) {
        touched = true;
        if (standing.replace(next.alert().id(), next) != null) {
            return;
        }
        if (standing.size() == MOST) {
            StandingAlert least = standing.values().stream()
                    .filter(s -> !s.isOpen())
                    .findFirst()
                    .orElseGet(() -> standing.values().iterator().next());
            remove(least);
        }
        add(next);
    }

    private void add(StandingAlert next) {
        Alert alert = next.alert();
        standing.put(alert.id(), next);
        if (isOfCounts(alert)) {
            ofCounts.computeIfAbsent(alert.topic(), topic -> new LinkedHashSet<>())
                    .add(alert.id());
        }
    }

    private void remove(StandingAlert gone) {
        Alert alert = gone.alert();
        standing.remove(alert.id());
        if (isOfCounts(alert)) {
            ofCounts.get(alert.topic()).remove(alert.id());
        }
    }

    /** Forgets what was cleared and is more than a day old. */
    void forget(long clockMillis) {
        List<StandingAlert> over = standing.values().stream()
                .filter(s -> !s.isOpen() && isOver(s.alert(), clockMillis))
                .toList();
        over.forEach(this::remove);
        touched |= !over.isEmpty();
    }

    /** Whether it speaks of a topic's counts, not of a new topic, a matter or a source. */
    private static boolean isOfCounts(Alert alert) {
        return OF_COUNTS.contains(alert.alertKind());
    }

    private static boolean isOver(Alert alert, long clockMillis) {
        return clockMillis - alert.raisedAt().toEpochMilli() > REFRACTORY_MILLIS;
    }

    private static boolean isNear(List<String> a, List<String> b, CellMap cells) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty();
        }
        return a.stream()
                .anyMatch(cell ->
                        b.contains(cell) || cells.touching(cell).stream().anyMatch(b::contains));
    }
}
