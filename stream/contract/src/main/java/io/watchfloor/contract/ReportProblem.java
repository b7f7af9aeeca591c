package io.watchfloor.contract;

/**
 * What is wrong with a report.
 *
 * @param reason a short code, for counting, for example {@code missing} or {@code out-of-range}
 * @param field the field at fault; null when it is the whole
 * @param detail a sentence that helps whoever sent it
 */
public record ReportProblem(String reason, String field, String detail) {}
