package io.watchfloor.contract;

import java.util.List;

/**
 * An error as a client is told it ({@code application/problem+json}, RFC 9457).
 *
 * @param type a short stable name of the kind of problem, as a URN: {@code urn:watchfloor:problem:invalid-report}
 * @param title the kind of problem in words
 * @param status HTTP status
 * @param detail a sentence that helps
 * @param errors the fields at fault; null when it is not about fields
 * @param heldBy in a conflict, who was first; null otherwise
 */
public record Problem(String type, String title, int status, String detail, List<ReportProblem> errors, String heldBy) {
    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem that is not about fields. */
    public static Problem of(int status, String name, String title, String detail) {
        return new Problem("urn:watchfloor:problem:" + name, title, status, detail, null, null);
    }

    /** A request that is wrong in this one field; {@code reason} as in {@link ReportProblem}. */
    public static Problem invalidField(String reason, String field, String detail) {
        return ofField(400, "invalid-request", "Invalid request", new ReportProblem(reason, field, detail));
    }

    /** A problem of one field. */
    public static Problem ofField(int status, String name, String title, ReportProblem error) {
        return new Problem("urn:watchfloor:problem:" + name, title, status, error.detail(), List.of(error), null);
    }
}
