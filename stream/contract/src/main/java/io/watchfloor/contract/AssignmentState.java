package io.watchfloor.contract;

/** Where an assignment (派单) stands. */
public enum AssignmentState {
    /** Sent to the person, no answer yet. */
    OFFERED,
    /** The person takes it. */
    ACCEPTED,
    /** On the way. */
    EN_ROUTE,
    /** Arrived. */
    ON_SCENE,
    /** Finished and reported back. */
    DONE,
    /** The person cannot. */
    DECLINED,
    /** Called back by an officer. */
    RECALLED,
    /** Nobody answered in time. */
    TIMED_OUT,
    /** The person left before it was done. */
    LEFT;

    /** Whether the person is still bound by it. */
    public boolean isActive() {
        return compareTo(DONE) < 0;
    }

    /**
     * Whether the step is allowed: forward along offered, accepted, en route, on scene, done (steps may be skipped, but
     * nothing is done that was never accepted); a decline while offered or accepted, a time-out only while offered; one who
     * has accepted may leave; a recall while active.
     */
    public boolean canBecome(AssignmentState next) {
        if (!isActive()) {
            return false;
        }
        return switch (next) {
            case OFFERED -> false;
            case ACCEPTED -> this == OFFERED;
            case EN_ROUTE, ON_SCENE -> compareTo(next) < 0;
            case DONE -> this != OFFERED;
            case DECLINED -> this == OFFERED || this == ACCEPTED;
            case TIMED_OUT -> this == OFFERED;
            case RECALLED -> true;
            case LEFT -> this != OFFERED;
        };
    }
}
