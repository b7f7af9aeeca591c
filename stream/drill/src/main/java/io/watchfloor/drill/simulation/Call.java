package io.watchfloor.drill.simulation;

import io.watchfloor.graph.road.RoadTimes;

/**
 * An incident of the comparison.
 *
 * @param number its number, in the order of time
 * @param atSecond when it is reported, from the start of the run
 * @param grade 1 the gravest to 4
 * @param workSeconds what the whole team works on the scene
 */
record Call(int number, double atSecond, String type, int grade, int cell, RoadTimes.Point point, double workSeconds) {
    String id() {
        return String.format("I-%05d", number);
    }
}
