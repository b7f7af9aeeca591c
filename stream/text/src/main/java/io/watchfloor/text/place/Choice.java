package io.watchfloor.text.place;

import io.watchfloor.contract.place.NamedPlace;
import java.util.List;

/**
 * Which of the places of one name is meant: the one near the report's own position and near what else the text names; and how
 * sure that is.
 *
 * @param share of this place among all of its name, 0 to 1
 * @param far whether it is far from where the report says it is
 */
record Choice(NamedPlace place, double share, boolean far) {
    /** At this distance a place of the name is about a third as likely as one right there. */
    private static final double NEAR_METERS = 1_500;

    private static final double FAR_METERS = 5_000;

    /** What stays likely of a place that nothing is near. */
    private static final double ANYWHERE = 0.02;

    static Choice of(NameHit hit, List<NameHit> all, Point near) {
        NamedPlace best = null;
        double bestWeight = 0;
        double total = 0;
        for (NamedPlace place : hit.places()) {
            double weight = hit.places().size() == 1 ? 1 : weight(place, hit, all, near);
            total += weight;
            if (best == null || weight > bestWeight) {
                best = place;
                bestWeight = weight;
            }
        }
        boolean far = near != null && beyondMeters(best, near) > FAR_METERS;
        return new Choice(best, bestWeight / total, far);
    }

    private static double weight(NamedPlace place, NameHit hit, List<NameHit> all, Point near) {
        double weight = near == null ? 1 : closeness(place, near);
        for (NameHit other : all) {
            if (other.begin() != hit.begin()) {
                double closest = ANYWHERE;
                for (NamedPlace neighbour : other.places()) {
                    closest = Math.max(closest, closeness(place, Point.of(neighbour)));
                }
                for (Point area : other.areas()) {
                    closest = Math.max(closest, closeness(place, area));
                }
                weight *= closest;
            }
        }
        return weight;
    }

    private static double closeness(NamedPlace place, Point point) {
        return ANYWHERE + (1 - ANYWHERE) * Math.exp(-beyondMeters(place, point) / NEAR_METERS);
    }

    private static double beyondMeters(NamedPlace place, Point point) {
        return Math.max(0, Point.of(place).metersTo(point) - place.accuracyMeters());
    }
}
