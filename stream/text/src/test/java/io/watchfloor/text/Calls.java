package io.watchfloor.text;

import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.Understanding;
import io.watchfloor.text.place.PlaceFinder;
import java.time.Instant;

/** What somebody says on the phone, and how the shipped reader reads it where no place is known. */
final class Calls {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private Calls() {}

    /** A call; {@code type} is null when the feed names none. */
    static Report report(String type, String text) {
        return new Report("live", "R-1", "hotline", "1", ReportKind.CALL, type, text, AT, AT, null, null, null, null);
    }

    static Understanding read(String text) {
        return read(null, text);
    }

    static Understanding read(String type, String text) {
        return ReportReader.trained().read(report(type, text), PlaceFinder.none());
    }
}
