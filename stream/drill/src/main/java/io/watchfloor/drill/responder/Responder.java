package io.watchfloor.drill.responder;

import io.watchfloor.drill.town.LatLon;
import java.time.Instant;

/**
 * A simulated responder at one moment.
 *
 * @param personId who
 * @param home where they return to
 * @param at where they are
 * @param task what they are at
 * @param assignmentId what they are at it for; null when idle
 * @param dueAt when the next step is due
 * @param trip the way they are on; null when they stand still
 * @param postedAt when their position was last told
 */
public record Responder(
        String personId,
        LatLon home,
        LatLon at,
        Task task,
        String assignmentId,
        Instant dueAt,
        Trip trip,
        Instant postedAt) {
    /** What a responder can be at. */
    public enum Task {
        /** Nothing: resting, walking their cell or driving home. */
        IDLE,
        /** Making up their mind about an offer. */
        ANSWERING,
        /** Getting ready to leave. */
        SETTING_OUT,
        /** On the way to the incident. */
        DRIVING,
        /** At the scene. */
        WORKING,
        /** A human holds their phone: the simulator keeps out. */
        HANDS_OFF
    }

    /** Somebody who is first seen here, and at home there. */
    public static Responder seenAt(String personId, LatLon at, LatLon home) {
        return new Responder(personId, home, at, Task.HANDS_OFF, null, Instant.EPOCH, null, Instant.EPOCH);
    }

    Responder begin(Task next, String forAssignment, Instant due) {
        return new Responder(personId, home, at, next, forAssignment, due, null, postedAt);
    }

    Responder movedTo(LatLon place) {
        return new Responder(personId, home, place, task, assignmentId, dueAt, trip, postedAt);
    }

    Responder on(Trip way) {
        return new Responder(personId, home, at, task, assignmentId, dueAt, way, postedAt);
    }

    Responder due(Instant when) {
        return new Responder(personId, home, at, task, assignmentId, when, trip, postedAt);
    }

    Responder posted(Instant when) {
        return new Responder(personId, home, at, task, assignmentId, dueAt, trip, when);
    }
}
