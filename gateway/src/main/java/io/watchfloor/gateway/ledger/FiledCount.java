package io.watchfloor.gateway.ledger;

import io.watchfloor.gateway.desk.GraphCalls;

/** How many reports the graph holds. Counting costs the graph a walk over an index, so it is asked seldom. */
final class FiledCount {
    private static final long LEAST_PAUSE_NANOS = 5_000_000_000L;
    /** The graph spends no more than this part of its time on it. */
    private static final int PAUSE_PER_NANOSECOND_ASKED = 50;

    private final GraphCalls graph;
    private final String world;
    private long reports = -1;
    private long nextNanos = System.nanoTime();
    private long tookNanos;
    private boolean asking;

    FiledCount(GraphCalls graph, String world) {
        this.graph = graph;
        this.world = world;
    }

    /** As of a few seconds ago; -1 until the graph has answered. */
    long reports() {
        return reports;
    }

    void look() {
        long startNanos = System.nanoTime();
        if (asking || startNanos - nextNanos < 0) {
            return;
        }
        asking = true;
        graph.read(archive -> archive.countReports(world)).onComplete(answer -> {
            asking = false;
            long nowNanos = System.nanoTime();
            long tookBeforeNanos = tookNanos;
            tookNanos = nowNanos - startNanos;
            nextNanos = nowNanos + pauseNanos(tookBeforeNanos, tookNanos);
            if (answer.succeeded()) {
                reports = answer.result();
            }
        });
    }

    /** One slow answer may be a graph's that has just started; two in a row are its size. */
    static long pauseNanos(long tookBeforeNanos, long tookNanos) {
        return Math.max(LEAST_PAUSE_NANOS, PAUSE_PER_NANOSECOND_ASKED * Math.min(tookBeforeNanos, tookNanos));
    }
}
