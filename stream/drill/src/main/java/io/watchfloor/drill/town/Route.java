package io.watchfloor.drill.town;

import java.time.Duration;
import java.util.List;

/**
 * A way from one point to another.
 *
 * @param legs straight stretches, each starting where the one before ends; never empty
 */
public record Route(List<Leg> legs) {
    private static final double KMH_TO_METERS_PER_SECOND = 1 / 3.6;

    /**
     * A straight stretch.
     *
     * @param from where it starts
     * @param to where it ends
     * @param speedKmh how fast one drives on it
     */
    public record Leg(LatLon from, LatLon to, double speedKmh) {
        double meters() {
            return from.metersTo(to);
        }

        double seconds() {
            return meters() / (speedKmh * KMH_TO_METERS_PER_SECOND);
        }
    }

    /** Refuses a way of no legs. */
    public Route {
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("a route has at least one leg");
        }
        legs = List.copyOf(legs);
    }

    /** Its length. */
    public double meters() {
        return legs.stream().mapToDouble(Leg::meters).sum();
    }

    /** How long it takes at the speed of its roads. */
    public Duration duration() {
        return ofSeconds(legs.stream().mapToDouble(Leg::seconds).sum());
    }

    /** Where it leads. */
    public LatLon end() {
        return legs.get(legs.size() - 1).to();
    }

    /** Where one is after driving for so long; its end when it was longer than it takes. */
    public LatLon after(Duration driven) {
        double left = driven.toMillis() / 1000.0;
        for (Leg leg : legs) {
            double seconds = leg.seconds();
            if (left < seconds) {
                return leg.from().towards(leg.to(), Math.max(0, left / seconds));
            }
            left -= seconds;
        }
        return end();
    }

    private static Duration ofSeconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
