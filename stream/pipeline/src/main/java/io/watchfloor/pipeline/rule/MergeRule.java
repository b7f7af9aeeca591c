package io.watchfloor.pipeline.rule;

import java.io.Serializable;
import java.util.Collection;
import java.util.Optional;

/**
 * Decides which open incident a report speaks of. An implementation must be a pure function of its arguments, and must
 * not depend on the order of the incidents: after a restart the same reports are merged again, and every id and version
 * must come out the same.
 */
public interface MergeRule extends Serializable {
    /** Farthest an incident's position may be from the report to be shown to {@link #best}, metres. */
    double reachMeters(ReadReport report);

    /**
     * The incident the report speaks of.
     *
     * @param report what was reported
     * @param nearby open incidents of any type: all within {@link #reachMeters}, those of the same address or named
     *     place, and those whose words are nearly the same
     * @return empty when it speaks of none of them and opens its own
     */
    Optional<Match> best(ReadReport report, Collection<? extends Footprint> nearby);
}
