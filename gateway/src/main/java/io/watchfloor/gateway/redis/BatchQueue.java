package io.watchfloor.gateway.redis;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Things that wait to be written, in order. While one write is under way further ones gather and then go together, so
 * that a batch grows with the load and shares one fsync; when too many wait, the next is not taken. Belongs to one event
 * loop.
 *
 * @param <T> what is written
 * @param <R> what became of it
 */
public final class BatchQueue<T, R> {
    private final int capacity;
    private final int maxBatch;
    private final Function<List<T>, Future<List<R>>> writer;
    private final ArrayDeque<Waiting<T, R>> queue = new ArrayDeque<>();
    private boolean writing;

    private record Waiting<T, R>(T item, Promise<R> written, long sinceNanos) {}

    /**
     * An empty queue.
     *
     * @param capacity how many may wait
     * @param maxBatch how many go together
     * @param writer writes a batch and gives what became of each, in the same order
     */
    public BatchQueue(int capacity, int maxBatch, Function<List<T>, Future<List<R>>> writer) {
        this.capacity = capacity;
        this.maxBatch = maxBatch;
        this.writer = writer;
    }

    /** What will become of it; fails when its batch does. Empty when too many wait. */
    public Optional<Future<R>> offer(T item) {
        if (queue.size() >= capacity) {
            return Optional.empty();
        }
        Promise<R> written = Promise.promise();
        queue.add(new Waiting<>(item, written, System.nanoTime()));
        flush();
        return Optional.of(written.future());
    }

    /** How many wait. */
    public int depth() {
        return queue.size();
    }

    /** For how long the one that waits longest has waited, in nanoseconds; 0 when none does. What is being written does not wait. */
    public long oldestNanos() {
        return queue.isEmpty() ? 0 : System.nanoTime() - queue.peek().sinceNanos();
    }

    private void flush() {
        if (writing || queue.isEmpty()) {
            return;
        }
        writing = true;
        List<Waiting<T, R>> batch = new ArrayList<>(Math.min(maxBatch, queue.size()));
        while (!queue.isEmpty() && batch.size() < maxBatch) {
            batch.add(queue.poll());
        }
        writer.apply(batch.stream().map(Waiting::item).toList()).onComplete(result -> {
            writing = false;
            for (int i = 0; i < batch.size(); i++) {
                if (result.succeeded()) {
                    batch.get(i).written().complete(result.result().get(i));
                } else {
                    batch.get(i).written().fail(result.cause());
                }
            }
            flush();
        });
    }
}
