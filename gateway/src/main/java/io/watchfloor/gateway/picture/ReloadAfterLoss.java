package io.watchfloor.gateway.picture;

import io.vertx.core.Future;
import io.watchfloor.gateway.health.Heartbeat;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.redis.StreamId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the picture loaded from the graph again after the picture stream has lost something: what no gateway had read is not
 * told again before it changes, but the filing job may have read it. So it waits until all that was told before the loss has
 * been filed. When that takes long it loads what there is, and once more then. Of a loss that only the pipeline noticed, because
 * it had read on while the gateway had not, its heartbeat tells. A graph that does not answer is asked again
 * with growing pauses. Every gateway does this for its own picture. Belongs to one event loop.
 */
public final class ReloadAfterLoss {
    /** Looks, of which there is one a second. */
    static final int LOOKS_BEFORE_ANYWAY = 60;

    static final int LONGEST_PAUSE_LOOKS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(ReloadAfterLoss.class);

    private final Function<Instant, Future<Void>> load;
    private final GatewayMetrics metrics;
    private String lastHeard = "";
    private long pipelineLosses = -1;
    private FilingMark mark;
    private StreamId since;
    private boolean due;
    private boolean loading;
    private boolean loadedAnyway;
    private int looks;
    private int pauseLooks;
    private int failures;

    /** Nothing is due; {@code load} brings into the picture what the graph has of what changed since then. */
    public ReloadAfterLoss(Function<Instant, Future<Void>> load, GatewayMetrics metrics) {
        this.load = load;
        this.metrics = metrics;
    }

    /** All up to there was read, and what followed may be gone. What was to be found out for an earlier loss still is. */
    public void lost(StreamId readUpTo) {
        since = due && readUpTo.isAfter(since) ? since : readUpTo;
        due = true;
        loadedAnyway = false;
        looks = 0;
        pauseLooks = 0;
        mark = new FilingMark(lastHeard);
    }

    /**
     * Looks whether it is time; to be called once a second.
     *
     * @param beat what the pipeline said last
     * @param readUpTo how far the gateway has read the picture stream
     */
    public void look(Optional<Heartbeat> beat, StreamId readUpTo) {
        beat.ifPresent(heard -> {
            lastHeard = heard.at();
            noteLosses(heard.losses(), readUpTo);
        });
        if (!due) {
            return;
        }
        beat.ifPresent(mark::hear);
        looks++;
        pauseLooks--;
        boolean anyway = looks >= LOOKS_BEFORE_ANYWAY && !loadedAnyway;
        if (!loading && pauseLooks <= 0 && (mark.isReached() || anyway)) {
            load(mark);
        }
    }

    /** They are counted from the pipeline's start; those of before the gateway's own start are none of its. */
    private void noteLosses(long now, StreamId readUpTo) {
        if (pipelineLosses >= 0 && now > pipelineLosses) {
            lost(readUpTo);
        }
        pipelineLosses = now;
    }

    private void load(FilingMark waitedFor) {
        loading = true;
        boolean whole = waitedFor.isReached();
        load.apply(Instant.ofEpochMilli(since.millis())).onComplete(loaded -> {
            loading = false;
            if (loaded.failed()) {
                failed(loaded.cause());
            } else {
                done(whole, waitedFor);
            }
        });
    }

    private void done(boolean whole, FilingMark waitedFor) {
        failures = 0;
        metrics.pictureReloaded(whole ? "whole" : "early");
        LOG.info(
                whole
                        ? "the picture has again all that the graph knows"
                        : "filing is still behind: the picture has what the graph knows by now, and gets the rest later");
        if (waitedFor == mark) {
            due = !whole;
            loadedAnyway = true;
        }
    }

    private void failed(Throwable failure) {
        failures++;
        pauseLooks = (int) Math.min(LONGEST_PAUSE_LOOKS, 1L << Math.min(failures, LONGEST_PAUSE_LOOKS));
        metrics.pictureReloaded("failed");
        if (failures == 1) {
            LOG.warn(
                    "the picture cannot be loaded from the graph again and it is tried again: {}",
                    failure.getMessage());
        }
    }
}
