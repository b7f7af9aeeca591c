package io.watchfloor.graph.road;

import io.watchfloor.graph.district.District;
import java.util.Arrays;
import java.util.List;

/**
 * Usual travel times over a district's roads from many points to one: at noon, with every road open. Holds what a search needs and uses it again, so that it
 * belongs to one thread.
 */
public final class RoadTimes {
    /** No road leads there. */
    public static final int UNREACHABLE = Integer.MAX_VALUE;

    /** Outside the rush hours. */
    private static final int USUAL_HOUR = 12;

    private final RoadNetwork roads;
    private final RoadExpansion expansion;
    private final RoadConditions usual;
    private final int[] nodeMillis;

    /** On the roads of this district. */
    public RoadTimes(District district) {
        roads = new RoadNetwork(district);
        expansion = RoadExpansion.backwards(roads);
        usual = roads.conditions(USUAL_HOUR, List.of());
        nodeMillis = new int[roads.nodeCount()];
    }

    /**
     * A point.
     *
     * @param lat WGS-84 degrees
     * @param lon WGS-84 degrees
     */
    public record Point(double lat, double lon) {}

    /** Milliseconds from each point to the target, {@link #UNREACHABLE} when no road leads there. */
    public int[] millisTo(Point target, List<Point> from) {
        RoadNetwork.Access site = roads.to(target.lat(), target.lon());
        int[] millis = new int[from.size()];
        Arrays.fill(millis, UNREACHABLE);
        if (site == null) {
            return millis;
        }
        Arrays.fill(nodeMillis, UNREACHABLE);
        expansion.start(site, usual);
        while (!expansion.isExhausted()) {
            int node = expansion.settleNext();
            nodeMillis[node] = expansion.millisFrom(node);
        }
        for (int i = 0; i < millis.length; i++) {
            RoadNetwork.Access access =
                    roads.from(from.get(i).lat(), from.get(i).lon());
            if (access != null && nodeMillis[access.node()] != UNREACHABLE) {
                millis[i] = nodeMillis[access.node()] + access.millis();
            }
        }
        return millis;
    }
}
