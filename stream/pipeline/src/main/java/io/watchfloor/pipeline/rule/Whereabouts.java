package io.watchfloor.pipeline.rule;

/**
 * Where an incident is, as the mean of what its reports say, each weighing as much as it is accurate (inverse variance).
 *
 * @param latSum weighted sum of latitudes, degrees
 * @param lonSum weighted sum of longitudes, degrees
 * @param weight sum of weights, per square metre; 0 when it is nowhere
 * @param reported how many of the positions came from a feed, not from words
 */
public record Whereabouts(double latSum, double lonSum, double weight, int reported) {
    static final Whereabouts NOWHERE = new Whereabouts(0, 0, 0, 0);

    private static final double GONE = 1e-9;

    boolean isKnown() {
        return weight > GONE;
    }

    Whereabouts plus(double lat, double lon, double accuracyMeters, boolean isReported) {
        double more = 1 / (accuracyMeters * accuracyMeters);
        return new Whereabouts(
                latSum + lat * more, lonSum + lon * more, weight + more, reported + (isReported ? 1 : 0));
    }

    Whereabouts minus(double lat, double lon, double accuracyMeters, boolean isReported) {
        double less = 1 / (accuracyMeters * accuracyMeters);
        Whereabouts left = new Whereabouts(
                latSum - lat * less, lonSum - lon * less, weight - less, reported - (isReported ? 1 : 0));
        return left.isKnown() ? left : NOWHERE;
    }

    double lat() {
        return latSum / weight;
    }

    double lon() {
        return lonSum / weight;
    }

    /** One standard deviation of the mean. */
    double accuracyMeters() {
        return StrictMath.sqrt(1 / weight);
    }
}
