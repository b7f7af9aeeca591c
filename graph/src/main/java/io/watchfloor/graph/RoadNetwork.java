package io.watchfloor.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The roads of a district in arrays. A node is a place that a road touches; nodes are numbered in the order of their
 * ids. Each node holds its incoming edges, because travel times are worked out backwards from where somebody is needed.
 */
final class RoadNetwork {
    /** From a road to a point beside it, and back: a slow drive, so that a short way off the road never beats a road. */
    static final double ACCESS_METERS_PER_SECOND = 5;

    private static final double SECONDS_PER_HOUR = 3_600;

    /** Where a point meets the roads, and what it takes to get there. */
    record Access(int node, int meters, int millis) {}

    private final LocalPlane plane;
    private final int nodeCount;
    private final int[] firstEdge;
    private final int[] edgeFrom;
    private final int[] edgeMillis;
    private final int[] edgeMeters;
    private final NodeGrid leavable;
    private final NodeGrid reachable;

    RoadNetwork(District district) {
        Map<String, District.Place> places = new HashMap<>();
        district.places().forEach(place -> places.put(place.id(), place));
        Map<String, Integer> nodes = number(district.roads());
        nodeCount = nodes.size();
        double[] lats = new double[nodeCount];
        double[] lons = new double[nodeCount];
        nodes.forEach((id, node) -> {
            lats[node] = places.get(id).lat();
            lons[node] = places.get(id).lon();
        });
        plane = LocalPlane.around(mean(lats), mean(lons));

        List<Edge> edges = edges(district.roads(), nodes);
        firstEdge = new int[nodeCount + 1];
        edgeFrom = new int[edges.size()];
        edgeMillis = new int[edges.size()];
        edgeMeters = new int[edges.size()];
        boolean[] leaves = new boolean[nodeCount];
        fill(edges, leaves);
        leavable = new NodeGrid(plane, lats, lons, node -> leaves[node]);
        reachable = new NodeGrid(plane, lats, lons, node -> firstEdge[node] < firstEdge[node + 1]);
    }

    LocalPlane plane() {
        return plane;
    }

    int nodeCount() {
        return nodeCount;
    }

    /** Where somebody at this point gets on the road; null when there is no road. */
    Access from(double lat, double lon) {
        return leavable.nearest(lat, lon);
    }

    /** Where somebody gets off the road for this point; null when there is no road. */
    Access to(double lat, double lon) {
        return reachable.nearest(lat, lon);
    }

    int firstEdgeInto(int node) {
        return firstEdge[node];
    }

    int edgeFrom(int edge) {
        return edgeFrom[edge];
    }

    int edgeMillis(int edge) {
        return edgeMillis[edge];
    }

    int edgeMeters(int edge) {
        return edgeMeters[edge];
    }

    private record Edge(int from, int to, int millis, int meters) {}

    private void fill(List<Edge> edges, boolean[] leaves) {
        for (Edge edge : edges) {
            firstEdge[edge.to() + 1]++;
            leaves[edge.from()] = true;
        }
        for (int node = 0; node < nodeCount; node++) {
            firstEdge[node + 1] += firstEdge[node];
        }
        int[] next = firstEdge.clone();
        for (Edge edge : edges) {
            int slot = next[edge.to()]++;
            edgeFrom[slot] = edge.from();
            edgeMillis[slot] = edge.millis();
            edgeMeters[slot] = edge.meters();
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

    private static List<Edge> edges(List<District.Road> roads, Map<String, Integer> nodes) {
        List<Edge> edges = new ArrayList<>(2 * roads.size());
        for (District.Road road : roads) {
            int from = nodes.get(road.fromPlaceId());
            int to = nodes.get(road.toPlaceId());
            int millis = travelMillis(road);
            int meters = (int) Math.round(road.meters());
            edges.add(new Edge(from, to, millis, meters));
            if (!road.oneWay()) {
                edges.add(new Edge(to, from, millis, meters));
            }
        }
        return edges;
    }

    /** Whole milliseconds, so that sums are exact and equal ways are equal. */
    static int travelMillis(District.Road road) {
        return (int) Math.max(1, Math.round(road.meters() / 1_000 / road.speedKmh() * SECONDS_PER_HOUR * 1_000));
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(0);
    }
}
