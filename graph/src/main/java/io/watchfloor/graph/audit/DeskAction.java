package io.watchfloor.graph.audit;

import io.watchfloor.contract.AssignmentState;

/**
 * What somebody asks the duty desk for, as the audit log keeps it.
 *
 * @param name for example {@code assign}
 * @param incidentId null when it cannot be told
 * @param assignmentId null when not about an assignment
 * @param personId null when not about a person
 * @param note null when nothing was said
 * @param about what else it is about: another incident, an alert, a correction; null when nothing
 */
public record DeskAction(
        String name, String actor, String incidentId, String assignmentId, String personId, String note, String about) {
    public static DeskAction onIncident(String name, String actor, String incidentId, String note) {
        return new DeskAction(name, actor, incidentId, null, null, note, null);
    }

    public static DeskAction onAlert(String name, String actor, String alertId, String note) {
        return new DeskAction(name, actor, null, null, null, note, alertId);
    }

    /** How the step is called in a timeline, and in the path of the public API. */
    public static String nameOf(AssignmentState step) {
        return switch (step) {
            case OFFERED -> "assign";
            case ACCEPTED -> "accept";
            case EN_ROUTE -> "en-route";
            case ON_SCENE -> "arrive";
            case DONE -> "done";
            case DECLINED -> "decline";
            case RECALLED -> "recall";
            case TIMED_OUT -> "time-out";
            case LEFT -> "leave";
        };
    }

    public DeskAction withAssignment(String assignment) {
        return new DeskAction(name, actor, incidentId, assignment, personId, note, about);
    }

    public DeskAction withAbout(String what) {
        return new DeskAction(name, actor, incidentId, assignmentId, personId, note, what);
    }

    public DeskAction withNote(String what) {
        return new DeskAction(name, actor, incidentId, assignmentId, personId, what, about);
    }
}
