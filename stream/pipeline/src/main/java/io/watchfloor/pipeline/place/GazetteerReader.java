package io.watchfloor.pipeline.place;

import io.watchfloor.contract.place.Gazetteer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for new names on a thread of its own and hands them to the task's. */
@SuppressWarnings("try") // closing is declared by Flink
final class GazetteerReader implements SourceReader<Gazetteer, GazetteerSource.Whole> {
    private static final Logger LOG = LoggerFactory.getLogger(GazetteerReader.class);

    private final PlaceAccess access;
    private final Duration interval;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "gazetteer"));
    private final Object lock = new Object();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private Gazetteer found;
    private ScheduledFuture<?> looks;
    /** Used by the looking thread alone, as the two below. */
    private PlaceAccess.Opened opened;

    private String knownStamp = "";
    private boolean isAway;

    GazetteerReader(PlaceAccess access, Duration interval) {
        this.access = access;
        this.interval = interval;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void start() {
        looks = looking.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever goes wrong is tried again at the next look. */
    private void look() {
        try {
            if (opened == null) {
                opened = access.open();
            }
            String stamp = opened.stamp();
            if (!stamp.isEmpty() && !stamp.equals(knownStamp)) {
                Gazetteer gazetteer = opened.gazetteer(stamp);
                knownStamp = stamp;
                LOG.info(
                        "{} names and {} cells of import {}",
                        gazetteer.places().size(),
                        gazetteer.cells().size(),
                        stamp);
                hand(gazetteer);
            }
            if (isAway) {
                LOG.warn("The graph answers again");
                isAway = false;
            }
        } catch (RuntimeException e) {
            if (!isAway) {
                LOG.warn("The names of the district cannot be read ({}); trying until they can", e.getMessage());
                isAway = true;
            }
        }
    }

    private void hand(Gazetteer gazetteer) {
        synchronized (lock) {
            found = gazetteer;
            available.complete(null);
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Gazetteer> output) {
        Gazetteer next;
        synchronized (lock) {
            next = found;
            found = null;
            if (available.isDone()) {
                available = new CompletableFuture<>();
            }
        }
        if (next != null) {
            output.collect(next);
        }
        return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        synchronized (lock) {
            return available;
        }
    }

    @Override
    public List<GazetteerSource.Whole> snapshotState(long checkpointId) {
        return List.of();
    }

    @Override
    public void addSplits(List<GazetteerSource.Whole> splits) {
        // there are none
    }

    @Override
    public void notifyNoMoreSplits() {
        // there are none
    }

    @Override
    public void close() {
        if (looks != null) {
            looks.cancel(true);
        }
        looking.shutdownNow();
        // closing waits for a call that hangs; the task must not
        Thread closing = daemon(this::closeAccess, "gazetteer-close");
        closing.start();
    }

    private void closeAccess() {
        try {
            looking.awaitTermination(interval.toMillis() + 10_000, TimeUnit.MILLISECONDS);
            if (opened != null) {
                opened.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
