package io.watchfloor.gateway.feed;

import io.watchfloor.contract.ReportProblem;
import java.util.Map;

/**
 * One row of a file.
 *
 * @param number its place, the first row after the header is 1
 * @param cells by column; empty when it cannot be read
 * @param raw as it stood in the file, or nearly so
 * @param fault why it cannot be read; null when it can
 */
record Row(long number, Map<String, String> cells, String raw, ReportProblem fault) {
    /** What stands in this column, without blanks around it. */
    String cell(String column) {
        return column == null ? "" : cells.getOrDefault(column, "").strip();
    }
}
