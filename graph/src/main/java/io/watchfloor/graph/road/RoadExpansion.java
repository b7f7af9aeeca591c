package io.watchfloor.graph.road;

import java.util.Arrays;

/**
 * Dijkstra's algorithm one node at a time, nearest first: backwards from where somebody is needed, or forwards from where
 * people are. Holds arrays as long as the network and is used again for the next search: a mark tells what belongs to the
 * running one. A search that starts where the last one did, with the roads as they were, goes over what that one settled
 * and only then on: one recommendation walks twice from one site.
 */
public final class RoadExpansion {
    /** A way that takes longer, twelve days, is none: sums of times stay far from where an int ends. */
    static final int LONGEST_MILLIS = Integer.MAX_VALUE / 2;

    private final RoadNetwork roads;
    private final RoadEdges edges;
    private final int[] millis;
    private final int[] meters;
    private final int[] source;
    private final int[] reached;
    private final int[] settled;
    private final int[] order;
    private final LongHeap frontier = new LongHeap();
    private RoadConditions conditions;
    private int search;
    private int settledCount;
    private int passed;
    private RoadNetwork.Access from;

    private RoadExpansion(RoadNetwork roads, RoadEdges edges) {
        this.roads = roads;
        this.edges = edges;
        this.millis = new int[roads.nodeCount()];
        this.meters = new int[roads.nodeCount()];
        this.source = new int[roads.nodeCount()];
        this.reached = new int[roads.nodeCount()];
        this.settled = new int[roads.nodeCount()];
        this.order = new int[roads.nodeCount()];
    }

    /** Finds from where one gets to its start. */
    public static RoadExpansion backwards(RoadNetwork roads) {
        return new RoadExpansion(roads, roads.leadingIn());
    }

    /** Finds where one gets to from its starts. */
    public static RoadExpansion forwards(RoadNetwork roads) {
        return new RoadExpansion(roads, roads.leadingOut());
    }

    public void start(RoadNetwork.Access access, RoadConditions now) {
        if (access.equals(from) && now == conditions) {
            passed = 0;
            return;
        }
        start(now);
        add(access.node(), access.millis(), access.meters(), 0);
        from = access;
    }

    /** Starts nowhere yet. */
    public void start(RoadConditions now) {
        if (++search == Integer.MAX_VALUE) {
            Arrays.fill(reached, 0);
            Arrays.fill(settled, 0);
            search = 1;
        }
        conditions = now;
        settledCount = 0;
        passed = 0;
        from = null;
        frontier.clear();
    }

    /** One more node to start from; {@code from} is a number to know it by. */
    public void add(int node, int nodeMillis, int nodeMeters, int from) {
        reach(node, nodeMillis, nodeMeters, from);
    }

    /** Whether every node that can be reached has been settled. */
    public boolean isExhausted() {
        if (passed < settledCount) {
            return false;
        }
        while (!frontier.isEmpty() && settled[LongHeap.number(frontier.peek())] == search) {
            frontier.poll();
        }
        return frontier.isEmpty();
    }

    /** Travel time of the node that is settled next; not to be asked when exhausted. */
    public int nextMillis() {
        return passed < settledCount ? millis[order[passed]] : LongHeap.time(frontier.peek());
    }

    /** Settles the next node and gives its number; not to be asked when exhausted. */
    public int settleNext() {
        if (passed < settledCount) {
            return order[passed++];
        }
        int node = LongHeap.number(frontier.poll());
        settled[node] = search;
        order[settledCount++] = node;
        passed++;
        for (int edge = edges.first(node); edge < edges.first(node + 1); edge++) {
            int other = edges.other(edge);
            int road = edges.road(edge);
            if (settled[other] != search && !conditions.isClosed(road)) {
                reach(other, millis[node] + conditions.millis(road), meters[node] + roads.meters(road), source[node]);
            }
        }
        return node;
    }

    /** Settles every node that is no farther than this. */
    public void settleUpTo(int mostMillis) {
        while (!isExhausted() && nextMillis() <= mostMillis) {
            int ignored = settleNext();
        }
    }

    public boolean isSettled(int node) {
        return settled[node] == search;
    }

    /** Travel time of a settled node. */
    public int millisFrom(int node) {
        return millis[node];
    }

    /** Length of the quickest way of a settled node. */
    public int metersFrom(int node) {
        return meters[node];
    }

    /** The number of the start that a settled node is nearest to. */
    public int sourceOf(int node) {
        return source[node];
    }

    private void reach(int node, int nodeMillis, int nodeMeters, int from) {
        if (nodeMillis <= LONGEST_MILLIS && (reached[node] != search || nodeMillis < millis[node])) {
            reached[node] = search;
            millis[node] = nodeMillis;
            meters[node] = nodeMeters;
            source[node] = from;
            frontier.add(LongHeap.entry(nodeMillis, node));
        }
    }
}
