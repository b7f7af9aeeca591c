package io.watchfloor.drill.responder;

import io.watchfloor.drill.town.LatLon;

/** Something a simulated responder does that the gateway must be told. */
public sealed interface Deed {
    /**
     * A step in the life of an assignment.
     *
     * @param assignmentId the assignment
     * @param verb as in the API: {@code accept}, {@code decline}, {@code en-route}, {@code arrive} or {@code done}
     * @param note what the responder says about it; null when nothing
     */
    record Step(String assignmentId, String verb, String note) implements Deed {}

    /**
     * The responder is somewhere else.
     *
     * @param personId who
     * @param at where
     */
    record Move(String personId, LatLon at) implements Deed {}
}
