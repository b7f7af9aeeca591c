package io.watchfloor.gateway.intake;

import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportProblem;
import java.util.List;

/** What came of reading a report. */
public sealed interface Reading {
    /** It can be taken in. */
    record Sound(Report report) implements Reading {}

    /**
     * It is refused.
     *
     * @param source the feed it came from; null when that could not be read
     * @param problems why; never empty
     */
    record Refused(String source, List<ReportProblem> problems) implements Reading {}
}
