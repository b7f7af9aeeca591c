package io.watchfloor.graph.road;

/** How the roads are at one moment, by the number of the road: never changed, so that one walk sees one state. */
public final class RoadConditions {
    private final int[] millis;
    private final boolean[] closed;

    /**
     * Takes both as they are; nobody may change them afterwards.
     *
     * @param millis travel time along it
     * @param closed whether nobody gets through; null when nothing is closed
     */
    RoadConditions(int[] millis, boolean[] closed) {
        this.millis = millis;
        this.closed = closed;
    }

    int millis(int road) {
        return millis[road];
    }

    boolean isClosed(int road) {
        return closed != null && closed[road];
    }
}
