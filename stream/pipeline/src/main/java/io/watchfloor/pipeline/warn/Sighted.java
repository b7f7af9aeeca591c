package io.watchfloor.pipeline.warn;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.pipeline.warn.rule.Sighting;

/**
 * What warning needs of a filed report, since it goes to another thread: writing and reading the whole costs several times
 * as much.
 *
 * @param sighting what was seen
 * @param source the feed it came from
 * @param moved whether it was filed anew because an officer moved it
 */
public record Sighted(Sighting sighting, String source, boolean moved) {
    static Sighted of(FiledReport filed) {
        return new Sighted(Sighting.of(filed), filed.report().source(), filed.version() > 1);
    }
}
