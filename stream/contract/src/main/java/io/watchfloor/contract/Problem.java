package io.watchfloor.contract;

import java.util.List;

/**
 * An error as a client is told it ({@code application/problem+json}, RFC 9457).
 *
 * @param type a short stable name of the kind of problem, as a URN: {@code urn:watchfloor:problem:invalid-report}
 * @param title the kind of problem in words
 * @param status HTTP status
 * @param detail a sentence that helps, in the language that was asked for
 * @param errors the fields at fault; null when it is not about fields
 * @param heldBy in a conflict, who was first; null otherwise
 */
public record Problem(String type, String title, int status, String detail, List<ReportProblem> errors, String heldBy) {
    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
