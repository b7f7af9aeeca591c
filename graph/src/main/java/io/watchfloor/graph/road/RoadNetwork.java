package io.watchfloor.graph.road;

import io.watchfloor.graph.district.District;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The roads of a district in arrays. A node is a place that a road touches; nodes are numbered in the order of their
 * ids. A walk goes backwards from where somebody is needed, or forwards from where people are.
 */
public final class RoadNetwork {
    /** From a road to a point beside it, and back: a slow drive, so that a short way off the road never beats a road. */
    static final double ACCESS_METERS_PER_SECOND = 5;

    /** Farther than this from every road, as the crow flies, nobody of the district gets and nobody comes from there. */
    public static final double MOST_METERS_BESIDE_ROAD = 20_000;

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final int HOURS = 24;

    /** Where a point meets the roads, and what it takes to get there. */
    public record Access(int node, int meters, int millis) {}

    private final LocalPlane plane;
    private final double[] lats;
    private final double[] lons;
    private final int nodeCount;
    private final RoadEdges in;
    private final RoadEdges out;
    private final Map<String, Integer> roadNumbers = new HashMap<>();
    private final int[] meters;
    private final int[][] millisByHour = new int[HOURS][];
    private final Segments segments;
    private final NodeGrid leavable;
    private final NodeGrid reachable;

    public RoadNetwork(District district) {
        Map<String, District.Place> places = new HashMap<>();
        district.places().forEach(place -> places.put(place.id(), place));
        Map<String, Integer> nodes = number(district.roads());
        nodeCount = nodes.size();
        lats = new double[nodeCount];
        lons = new double[nodeCount];
        nodes.forEach((id, node) -> {
            lats[node] = places.get(id).lat();
            lons[node] = places.get(id).lon();
        });
        plane = LocalPlane.around(mean(lats), mean(lons));
        List<RoadEdges.Edge> edges = edges(district.roads(), nodes);
        in = RoadEdges.leadingIn(nodeCount, edges);
        out = RoadEdges.leadingOut(nodeCount, edges);
        meters = district.roads().stream()
                .mapToInt(road -> (int) Math.round(road.meters()))
                .toArray();
        fillMillis(district.roads());
        segments = new Segments(
                district.roads(),
                nodes,
                IntStream.range(0, nodeCount).mapToObj(this::point).toList(),
                plane);
        leavable = new NodeGrid(plane, lats, lons, out::any);
        reachable = new NodeGrid(plane, lats, lons, in::any);
    }

    public int nodeCount() {
        return nodeCount;
    }

    /** Whether there are any roads. */
    public boolean isEmpty() {
        return nodeCount == 0;
    }

    /** Where somebody at this point gets on the road; null when no road is near. */
    public Access from(double lat, double lon) {
        return leavable.nearest(lat, lon);
    }

    /** Where somebody gets off the road for this point; null when no road is near. */
    public Access to(double lat, double lon) {
        return reachable.nearest(lat, lon);
    }

    /** Where a node is. */
    RoadTimes.Point point(int node) {
        return new RoadTimes.Point(lats[node], lons[node]);
    }

    /** Where one looks who goes from one point to the other, in degrees clockwise from north. */
    double heading(RoadTimes.Point from, RoadTimes.Point to) {
        double east = plane.east(to.lon()) - plane.east(from.lon());
        double north = plane.north(to.lat()) - plane.north(from.lat());
        return Math.toDegrees(Math.atan2(east, north));
    }

    Segments segments() {
        return segments;
    }

    RoadEdges leadingIn() {
        return in;
    }

    RoadEdges leadingOut() {
        return out;
    }

    int meters(int road) {
        return meters[road];
    }

    public boolean hasRoad(String roadId) {
        return roadNumbers.containsKey(roadId);
    }

    /** The roads in an hour of the local day, with these of them closed; ids that are no roads are passed over. */
    RoadConditions conditions(int hour, Collection<String> closedRoadIds) {
        boolean[] closed = null;
        for (String roadId : closedRoadIds) {
            Integer road = roadNumbers.get(roadId);
            if (road != null) {
                closed = closed == null ? new boolean[meters.length] : closed;
                closed[road] = true;
            }
        }
        return new RoadConditions(millisByHour[hour], closed);
    }

    /** The nodes that the walk reaches within this time; it is carried on as far as that. */
    public List<Reached> reached(RoadExpansion walk, Duration within) {
        List<Reached> reached = new ArrayList<>();
        long most = within.toMillis();
        while (!walk.isExhausted() && walk.nextMillis() <= most) {
            int node = walk.settleNext();
            reached.add(new Reached(lats[node], lons[node], Math.round(walk.millisFrom(node) / 1_000.0)));
        }
        return reached;
    }

    /** The nodes with a time, {@link Integer#MAX_VALUE} being none, the soonest first; times by node. */
    public List<Reached> reached(int[] millis) {
        return IntStream.range(0, nodeCount)
                .filter(node -> millis[node] != Integer.MAX_VALUE)
                .boxed()
                .sorted(Comparator.comparingInt(node -> millis[node]))
                .map(node -> new Reached(lats[node], lons[node], Math.round(millis[node] / 1_000.0)))
                .toList();
    }

    /** Hours in which every road is as fast share one array. */
    private void fillMillis(List<District.Road> roads) {
        for (int hour = 0; hour < HOURS; hour++) {
            int at = hour;
            int[] millis =
                    roads.stream().mapToInt(road -> travelMillis(road, at)).toArray();
            for (int earlier = 0; earlier < hour && millisByHour[hour] == null; earlier++) {
                millisByHour[hour] = Arrays.equals(millisByHour[earlier], millis) ? millisByHour[earlier] : null;
            }
            millisByHour[hour] = millisByHour[hour] == null ? millis : millisByHour[hour];
        }
    }

    private static Map<String, Integer> number(List<District.Road> roads) {
        Map<String, Integer> nodes = new TreeMap<>();
        for (District.Road road : roads) {
            nodes.put(road.fromPlaceId(), 0);
            nodes.put(road.toPlaceId(), 0);
        }
        int next = 0;
        for (Map.Entry<String, Integer> node : nodes.entrySet()) {
            node.setValue(next++);
        }
        return nodes;
    }

    private List<RoadEdges.Edge> edges(List<District.Road> roads, Map<String, Integer> nodes) {
        List<RoadEdges.Edge> edges = new ArrayList<>(2 * roads.size());
        for (int number = 0; number < roads.size(); number++) {
            District.Road road = roads.get(number);
            int from = nodes.get(road.fromPlaceId());
            int to = nodes.get(road.toPlaceId());
            roadNumbers.put(road.id(), number);
            edges.add(new RoadEdges.Edge(from, to, number));
            if (!road.oneWay()) {
                edges.add(new RoadEdges.Edge(to, from, number));
            }
        }
        return edges;
    }

    /** Whole milliseconds, so that sums are exact and equal ways are equal; in an hour of the local day. */
    public static int travelMillis(District.Road road, int hour) {
        return (int) Math.max(1, Math.round(road.meters() / 1_000 / road.speedKmhAt(hour) * SECONDS_PER_HOUR * 1_000));
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(0);
    }
}
