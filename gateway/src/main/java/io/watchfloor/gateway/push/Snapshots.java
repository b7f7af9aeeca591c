package io.watchfloor.gateway.push;

import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.picture.Picture;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The whole picture as each scope may see it, written and compressed once for all who come within a short time. Belongs to
 * one event loop.
 */
final class Snapshots {
    /** For so long one serves whoever comes, together with what has changed since. */
    static final Duration SERVES = Duration.ofSeconds(2);

    private final Picture picture;
    private final LiveWriter writer;
    private final Clock clock;
    private final Map<LiveScope, Snapshot> byScope = new HashMap<>();

    /**
     * The picture of one moment.
     *
     * @param known what a console has that was told it
     */
    record Snapshot(LiveFrame frame, long revision, Health health, Known known) {}

    Snapshots(Picture picture, LiveWriter writer, Clock clock) {
        this.picture = picture;
        this.writer = writer;
        this.clock = clock;
    }

    /** The picture as it is now. */
    Snapshot current(LiveScope scope) {
        Snapshot kept = byScope.get(scope);
        return kept != null && isCurrent(kept) ? kept : renew(scope);
    }

    /** The picture as it is now or was a short time ago; never one on which what has changed since could not be told. */
    Snapshot recent(LiveScope scope) {
        Snapshot kept = byScope.get(scope);
        return kept != null && serves(kept) ? kept : renew(scope);
    }

    private boolean serves(Snapshot kept) {
        return isCurrent(kept)
                || (!isOld(kept) && picture.canResume(kept.known().seq()));
    }

    /** Whether nothing has changed since. */
    boolean isCurrent(Snapshot snapshot) {
        return snapshot.revision() == picture.revision()
                && snapshot.known().seq().equals(picture.seq())
                && Objects.equals(snapshot.health(), writer.health());
    }

    /** Lets go of those that are old: each takes as much room as the picture. */
    void forgetOld() {
        byScope.values().removeIf(snapshot -> {
            boolean old = isOld(snapshot);
            if (old) {
                snapshot.frame().close();
            }
            return old;
        });
    }

    /** Gives back what they hold outside of the heap. */
    void close() {
        byScope.values().forEach(snapshot -> snapshot.frame().close());
        byScope.clear();
    }

    private boolean isOld(Snapshot snapshot) {
        return clock.millis() - snapshot.known().peopleAtMillis() > SERVES.toMillis();
    }

    private Snapshot renew(LiveScope scope) {
        Known known = Known.now(picture, clock);
        Snapshot written = new Snapshot(writer.snapshot(scope), picture.revision(), writer.health(), known);
        Snapshot before = byScope.put(scope, written);
        if (before != null) {
            before.frame().close();
        }
        return written;
    }
}
