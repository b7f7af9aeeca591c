package io.watchfloor.gateway.plan;

import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.plan.Standby;
import io.watchfloor.graph.plan.StandbyOrders.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be expected, from what the picture holds of the last day: how often each type happened, and where. A cell where
 * nothing happened has its share of a tenth of it all, because a day is short.
 */
final class DemandSeen implements Standby.Demand {
    private static final Duration LOOKED_BACK = Duration.ofHours(24);
    private static final Duration REST = Duration.ofMinutes(15);
    private static final double EVEN_SHARE = 0.1;

    private final Map<String, Map<String, Integer>> byTypeAndCell;
    private final Map<String, Integer> byType;
    private final double hours;
    private final int cells;
    private final Set<String> resting;
    private final Map<String, String> told;

    private DemandSeen(
            Map<String, Map<String, Integer>> byTypeAndCell,
            Map<String, Integer> byType,
            double hours,
            int cells,
            Set<String> resting,
            Map<String, String> told) {
        this.byTypeAndCell = byTypeAndCell;
        this.byType = byType;
        this.hours = hours;
        this.cells = cells;
        this.resting = resting;
        this.told = told;
    }

    /** A copy that another thread may read. */
    static DemandSeen of(Picture picture, District district, List<Order> told, Instant now) {
        Map<String, Map<String, Integer>> byTypeAndCell = new HashMap<>();
        Map<String, Integer> byType = new HashMap<>();
        Instant from = now.minus(LOOKED_BACK);
        Instant earliest = now;
        for (IncidentView incident : picture.listIncidents(false)) {
            if (incident.cellId() == null || incident.openedAt().isBefore(from)) {
                continue;
            }
            earliest = incident.openedAt().isBefore(earliest) ? incident.openedAt() : earliest;
            byType.merge(incident.type(), 1, Integer::sum);
            byTypeAndCell
                    .computeIfAbsent(incident.type(), absent -> new HashMap<>())
                    .merge(incident.cellId(), 1, Integer::sum);
        }
        double hours = Math.max(1, Duration.between(earliest, now).toSeconds() / 3_600.0);
        Map<String, String> cellOfTold = new HashMap<>();
        told.forEach(order -> cellOfTold.put(order.personId(), order.cellId()));
        return new DemandSeen(
                byTypeAndCell, byType, hours, Math.max(1, district.cells().size()), resting(picture, now), cellOfTold);
    }

    private static Set<String> resting(Picture picture, Instant now) {
        Set<String> resting = new HashSet<>();
        picture.people().projection().map(DispatchProjection::listAll).orElse(List.of()).stream()
                .filter(person ->
                        person.status() != null && person.status().updatedAt().isAfter(now.minus(REST)))
                .forEach(person -> resting.add(person.person().id()));
        return resting;
    }

    @Override
    public List<String> types() {
        return byType.keySet().stream().sorted().toList();
    }

    @Override
    public double perHour(String cellId, String type) {
        int here = byTypeAndCell.getOrDefault(type, Map.of()).getOrDefault(cellId, 0);
        return ((1 - EVEN_SHARE) * here + EVEN_SHARE * byType.getOrDefault(type, 0) / cells) / hours;
    }

    @Override
    public String toldTo(String personId) {
        return told.get(personId);
    }

    @Override
    public boolean isResting(String personId) {
        return resting.contains(personId) || told.containsKey(personId);
    }
}
