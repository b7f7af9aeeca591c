package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentType;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Decides which open incident a report speaks of. An implementation must be a pure function of its arguments, and must
 * not depend on the order of the incidents: after a restart the same reports are merged again, and every id and version
 * must come out the same.
 */
public interface MergeRule extends Serializable {
    /** Farthest an incident may be from a report of this type to be shown to {@link #best}, metres. */
    double reachMeters(IncidentType type);

    /**
     * The incident the report speaks of.
     *
     * @param report what was reported
     * @param nearby open incidents of the same type, at least all within {@link #reachMeters}; for a report without a
     *     position all those of its address
     * @return empty when it speaks of none of them and opens its own
     */
    Optional<Match> best(ReadReport report, List<OpenIncident> nearby);
}
