package io.watchfloor.gateway.picture;

import io.watchfloor.contract.live.Removed;
import java.util.List;

/**
 * A choice of the picture, each thing as its JSON.
 *
 * @param incidents as {@link io.watchfloor.contract.live.IncidentView}
 * @param assignments as {@link io.watchfloor.contract.Assignment}
 * @param people as {@link io.watchfloor.contract.live.PersonView}
 * @param alerts as {@link io.watchfloor.contract.Alert}
 * @param alertDecisions as {@link io.watchfloor.contract.AlertDecision}
 * @param notices as {@link io.watchfloor.contract.Notice}
 * @param removed what is not in the picture any more; null when nothing left
 */
public record Parts(
        List<byte[]> incidents,
        List<byte[]> assignments,
        List<byte[]> people,
        List<byte[]> alerts,
        List<byte[]> alertDecisions,
        List<byte[]> notices,
        Removed removed) {
    /** The same with these messages. */
    Parts withNotices(List<byte[]> others) {
        return new Parts(incidents, assignments, people, alerts, alertDecisions, others, removed);
    }
}
