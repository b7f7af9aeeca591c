package io.watchfloor.pipeline.io;

import java.time.Duration;
import java.util.List;

/** Brings batches to where they belong; used by one thread. */
interface Delivery<T> extends AutoCloseable {
    /**
     * Delivers the batch; when it throws, the same batch comes again, and what had already arrived must do no harm.
     *
     * @throws UndeliverableException when the receiver is away or refuses for now
     */
    void deliver(List<T> batch) throws UndeliverableException, InterruptedException;

    /** How long to leave the receiver alone after a delivery, unless a checkpoint waits; for others' sake. */
    default Duration rest() {
        return Duration.ZERO;
    }

    @Override
    void close();
}
