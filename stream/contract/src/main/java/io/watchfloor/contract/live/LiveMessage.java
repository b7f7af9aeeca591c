package io.watchfloor.contract.live;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.Notice;
import java.time.Instant;
import java.util.List;

/**
 * One message to a console. A {@code snapshot} replaces everything the console knows, a {@code delta} upserts by id, a
 * {@code heartbeat} only says how old the picture is.
 *
 * @param kind {@code snapshot}, {@code delta} or {@code heartbeat}
 * @param v version of this protocol, 1
 * @param world the world it belongs to
 * @param seq the picture up to and including this sequence number is in the console after this message; what to send as
 *     {@code resume} after a drop. Ordered as Redis stream ids are: number, dash, number
 * @param asOf the gateway's clock when it was made
 * @param incidents upserts; null when none
 * @param assignments upserts; null when none
 * @param people upserts; null when none
 * @param alerts upserts; null when none
 * @param alertDecisions upserts, by the alert they are about; null when none
 * @param notices upserts; null when none. They leave by themselves when their time is over
 * @param removed what left the picture; null when nothing
 * @param health null when unchanged
 */
public record LiveMessage(
        String kind,
        int v,
        String world,
        String seq,
        Instant asOf,
        List<IncidentView> incidents,
        List<Assignment> assignments,
        List<PersonView> people,
        List<Alert> alerts,
        List<AlertDecision> alertDecisions,
        List<Notice> notices,
        Removed removed,
        Health health) {
    /** Version of the protocol this code speaks. */
    public static final int VERSION = 1;
}
