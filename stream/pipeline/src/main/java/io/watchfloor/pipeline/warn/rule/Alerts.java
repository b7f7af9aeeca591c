package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.contract.Alert;
import java.time.Instant;

/** What an alert becomes. */
final class Alerts {
    private Alerts() {}

    /** The next version of an alert that stood: cleared, and else as it was told last. */
    static Alert cleared(Alert told, Instant at) {
        return new Alert(
                told.world(),
                told.id(),
                told.version() + 1,
                told.level(),
                told.topic(),
                told.cellId(),
                told.lat(),
                told.lon(),
                told.probability(),
                told.reasonZh(),
                told.reasonEn(),
                told.reportIds(),
                told.raisedAt(),
                at,
                at,
                told.alertKind(),
                told.cellIds(),
                told.words(),
                told.windowHours(),
                told.count(),
                told.expected(),
                told.curve());
    }
}
