package io.watchfloor.gateway.photo;

import io.watchfloor.gateway.answer.KnownProblem;

/** Not a photo, or none that is taken here; its problem says why to whoever sent it. */
public final class PhotoException extends Exception {
    private static final long serialVersionUID = 1L;

    private final KnownProblem problem;
    private final String format;

    PhotoException(KnownProblem problem, String format) {
        super(problem.words().en() + " " + format);
        this.problem = problem;
        this.format = format;
    }

    /** The format that the file says it has; empty when it says none. */
    public String format() {
        return format;
    }

    /** Why it is not taken. */
    public KnownProblem problem() {
        return problem;
    }
}
