package io.watchfloor.graph.road;

import java.util.List;

/** The segments at each node, seen from one of their ends: those that lead in, or those that lead out. */
final class RoadEdges {
    /** A segment in one direction. */
    record Edge(int from, int to, int road) {}

    private final int[] first;
    private final int[] other;
    private final int[] road;

    private RoadEdges(int nodes, int edges) {
        first = new int[nodes + 1];
        other = new int[edges];
        road = new int[edges];
    }

    static RoadEdges leadingIn(int nodes, List<Edge> edges) {
        return of(nodes, edges, true);
    }

    static RoadEdges leadingOut(int nodes, List<Edge> edges) {
        return of(nodes, edges, false);
    }

    private static RoadEdges of(int nodes, List<Edge> edges, boolean in) {
        RoadEdges result = new RoadEdges(nodes, edges.size());
        for (Edge edge : edges) {
            result.first[(in ? edge.to() : edge.from()) + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            result.first[node + 1] += result.first[node];
        }
        int[] next = result.first.clone();
        for (Edge edge : edges) {
            int slot = next[in ? edge.to() : edge.from()]++;
            result.other[slot] = in ? edge.from() : edge.to();
            result.road[slot] = edge.road();
        }
        return result;
    }

    boolean any(int node) {
        return first[node] < first[node + 1];
    }

    int first(int node) {
        return first[node];
    }

    /** The node at the other end. */
    int other(int edge) {
        return other[edge];
    }

    int road(int edge) {
        return road[edge];
    }
}
