package io.watchfloor.graph.roster;

import io.watchfloor.contract.Position;
import io.watchfloor.graph.road.RoadNetwork;

/**
 * Where a person is, and where that meets the roads.
 *
 * @param position null when only the station is known
 * @param node where they get on the road; {@link #NO_NODE} when there is no road
 * @param accessMillis what it takes to get there
 * @param accessMeters how far that is
 */
public record Placement(
        Member member, double lat, double lon, Position position, int node, int accessMillis, int accessMeters) {
    public static final int NO_NODE = -1;

    /** The same place, with so much more added to the way: its position has grown old. */
    Placement charged(int chargeMillis, RoadNetwork.Access access) {
        int base = access == null ? 0 : access.millis();
        return new Placement(member, lat, lon, position, node, base + chargeMillis, accessMeters);
    }

    /** With the person's access to the road; null when there is no road. */
    static Placement of(Member member, double lat, double lon, Position position, RoadNetwork.Access access) {
        return access == null
                ? new Placement(member, lat, lon, position, NO_NODE, 0, 0)
                : new Placement(member, lat, lon, position, access.node(), access.millis(), access.meters());
    }
}
