package io.watchfloor.pipeline.io;

import io.watchfloor.contract.ReportProblem;

/** A stream entry that cannot be used, and why. */
public final class PoisonEntryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ReportProblem problem;
    private final String source;

    /** With the feed it came from; null when that could not be read. */
    PoisonEntryException(ReportProblem problem, String source) {
        super(problem.detail());
        this.problem = problem;
        this.source = source;
    }

    ReportProblem problem() {
        return problem;
    }

    String source() {
        return source;
    }
}
