package io.watchfloor.contract;

/**
 * An offer's place in a list that is gone down until somebody accepts.
 *
 * @param attempt 1 for the person the officer chose
 * @param most how many are asked at most
 * @param state where it stands
 * @param successorId the assignment of the next who was asked; null while there is none
 */
public record Succession(int attempt, int most, SuccessionState state, String successorId) {
    /** Now standing there. */
    public Succession with(SuccessionState next) {
        return new Succession(attempt, most, next, successorId);
    }

    /** Offered on. */
    public Succession passedTo(String assignmentId) {
        return new Succession(attempt, most, SuccessionState.PASSED, assignmentId);
    }
}
