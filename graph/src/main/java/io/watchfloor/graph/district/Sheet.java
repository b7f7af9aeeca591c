package io.watchfloor.graph.district;

import java.util.List;

/**
 * One table as it was found, before anything is checked.
 *
 * @param header names of the columns
 * @param lines what stands below it; blank lines are left out
 * @param readable false when it is there and cannot be read; why is among the faults
 */
public record Sheet(List<String> header, List<Line> lines, boolean readable) {
    /** A table that is there and cannot be read. */
    static final Sheet UNREADABLE = new Sheet(List.of(), List.of(), false);

    /** A table that can be read. */
    Sheet(List<String> header, List<Line> lines) {
        this(header, lines, true);
    }

    /** Values of one row, and its line: the header is line 1. */
    public record Line(long number, List<String> values) {}
}
