package io.watchfloor.gateway.plan;

import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.plan.CallRates;
import io.watchfloor.graph.plan.Standby;
import io.watchfloor.graph.plan.StandbyOrders.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be expected, from what the picture holds of the last day, and who is left alone. */
final class DemandSeen implements Standby.Demand {
    private static final Duration REST = Duration.ofMinutes(15);

    private final List<CallRates.Seen> seen;
    private final District district;
    private final Instant now;
    private final Set<String> resting;
    private final Map<String, String> told;
    private CallRates rates;

    private DemandSeen(
            List<CallRates.Seen> seen, District district, Instant now, Set<String> resting, Map<String, String> told) {
        this.seen = seen;
        this.district = district;
        this.now = now;
        this.resting = resting;
        this.told = told;
    }

    /** A copy that another thread may read; that one works the rates out. */
    static DemandSeen of(Picture picture, District district, List<Order> told, Instant now) {
        List<CallRates.Seen> seen = new ArrayList<>();
        Instant from = now.minus(CallRates.LOOKED_BACK);
        for (IncidentView incident : picture.listIncidents(false)) {
            if (incident.cellId() != null && incident.openedAt().isAfter(from)) {
                seen.add(new CallRates.Seen(incident.type(), incident.cellId(), incident.openedAt()));
            }
        }
        Map<String, String> cellOfTold = new HashMap<>();
        told.forEach(order -> cellOfTold.put(order.personId(), order.cellId()));
        return new DemandSeen(seen, district, now, resting(picture, now), cellOfTold);
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
        return rates().types();
    }

    @Override
    public double perHour(String cellId, String type) {
        return rates().perHour(cellId, type);
    }

    @Override
    public String toldTo(String personId) {
        return told.get(personId);
    }

    @Override
    public boolean isResting(String personId) {
        return resting.contains(personId) || told.containsKey(personId);
    }

    private CallRates rates() {
        rates = rates == null ? CallRates.of(seen, district, now) : rates;
        return rates;
    }
}
