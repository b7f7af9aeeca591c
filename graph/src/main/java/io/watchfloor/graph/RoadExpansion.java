package io.watchfloor.graph;

import java.util.Arrays;

/**
 * Dijkstra's algorithm backwards from where somebody is needed, one node at a time, nearest first. Holds arrays as long
 * as the network and is used again for the next search: a mark tells what belongs to the running one.
 */
final class RoadExpansion {
    private final RoadNetwork roads;
    private final int[] millis;
    private final int[] meters;
    private final int[] reached;
    private final int[] settled;
    private final LongHeap frontier = new LongHeap();
    private int search;

    RoadExpansion(RoadNetwork roads) {
        this.roads = roads;
        this.millis = new int[roads.nodeCount()];
        this.meters = new int[roads.nodeCount()];
        this.reached = new int[roads.nodeCount()];
        this.settled = new int[roads.nodeCount()];
    }

    void start(RoadNetwork.Access access) {
        if (++search == Integer.MAX_VALUE) {
            Arrays.fill(reached, 0);
            Arrays.fill(settled, 0);
            search = 1;
        }
        frontier.clear();
        reach(access.node(), access.millis(), access.meters());
    }

    /** Whether every node that leads there has been settled. */
    boolean isExhausted() {
        while (!frontier.isEmpty() && settled[LongHeap.number(frontier.peek())] == search) {
            frontier.poll();
        }
        return frontier.isEmpty();
    }

    /** Travel time from the node that is settled next; not to be asked when exhausted. */
    int nextMillis() {
        return LongHeap.time(frontier.peek());
    }

    /** Settles the next node and gives its number; not to be asked when exhausted. */
    int settleNext() {
        int node = LongHeap.number(frontier.poll());
        settled[node] = search;
        for (int edge = roads.firstEdgeInto(node); edge < roads.firstEdgeInto(node + 1); edge++) {
            int from = roads.edgeFrom(edge);
            if (settled[from] != search) {
                reach(from, millis[node] + roads.edgeMillis(edge), meters[node] + roads.edgeMeters(edge));
            }
        }
        return node;
    }

    /** Travel time from a settled node. */
    int millisFrom(int node) {
        return millis[node];
    }

    /** Length of the quickest way from a settled node. */
    int metersFrom(int node) {
        return meters[node];
    }

    private void reach(int node, int nodeMillis, int nodeMeters) {
        if (reached[node] != search || nodeMillis < millis[node]) {
            reached[node] = search;
            millis[node] = nodeMillis;
            meters[node] = nodeMeters;
            frontier.add(LongHeap.entry(nodeMillis, node));
        }
    }
}
