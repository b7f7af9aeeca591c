package io.watchfloor.drill.responder;

import io.watchfloor.drill.town.LatLon;
import io.watchfloor.drill.town.Route;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody on the way.
 *
 * @param route the way
 * @param startedAt when they left
 * @param speedUp how many times faster than the roads' speed they go
 */
record Trip(Route route, Instant startedAt, double speedUp) {
    LatLon at(Instant now) {
        return route.after(driven(now));
    }

    boolean isOver(Instant now) {
        return driven(now).compareTo(route.duration()) >= 0;
    }

    private Duration driven(Instant now) {
        return Duration.ofMillis((long) (Duration.between(startedAt, now).toMillis() * speedUp));
    }
}
