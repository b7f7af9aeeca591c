package io.watchfloor.graph.road;

import io.watchfloor.contract.RoadClosure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which roads are closed, and until when, and with that how the roads are at any moment. */
public final class Closures {
    private final RoadNetwork roads;
    private final Map<String, RoadClosure> byRoad = new HashMap<>();
    private volatile Known known;

    /** Conditions in one hour, and from and until when they hold. */
    private record Known(int hour, Instant from, Instant until, RoadConditions conditions) {
        boolean fits(int wantedHour, Instant now) {
            return hour == wantedHour && !now.isBefore(from) && now.isBefore(until);
        }
    }

    public Closures(RoadNetwork roads) {
        this.roads = roads;
    }

    /** An older version than the one known is ignored. */
    public synchronized void apply(RoadClosure closure) {
        RoadClosure before = byRoad.get(closure.roadId());
        if (before == null || closure.version() > before.version()) {
            byRoad.put(closure.roadId(), closure);
            known = null;
        }
    }

    public synchronized List<RoadClosure> list() {
        return List.copyOf(byRoad.values());
    }

    /** In an hour of the local day, 0 to 23. */
    public RoadConditions at(Instant now, int hour) {
        Known last = known;
        return last != null && last.fits(hour, now) ? last.conditions() : compute(now, hour);
    }

    private synchronized RoadConditions compute(Instant now, int hour) {
        Instant until = Instant.MAX;
        List<String> closed = new ArrayList<>();
        for (RoadClosure closure : byRoad.values()) {
            if (closure.isInForce(now)) {
                closed.add(closure.roadId());
                until = closure.until() != null && closure.until().isBefore(until) ? closure.until() : until;
            }
        }
        Known computed = new Known(hour, now, until, roads.conditions(hour, closed));
        known = computed;
        return computed.conditions();
    }
}
