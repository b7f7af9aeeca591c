package io.watchfloor.gateway.push;

import io.vertx.core.buffer.Buffer;
import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.picture.Changes;
import io.watchfloor.gateway.picture.MapView;
import io.watchfloor.gateway.picture.Parts;
import io.watchfloor.gateway.picture.Picture;
import java.util.List;

/** Writes messages of the picture, each as its scope may see it, as frames to be closed. Belongs to one event loop. */
final class LiveWriter {
    private final Picture picture;
    private final LiveFrames frames;
    private final LiveExcerpt excerpt;
    private final GatewayMetrics metrics;
    private final MessageDeflater deflater = new MessageDeflater();
    private Health health;

    LiveWriter(Picture picture, LiveFrames frames, LiveExcerpt excerpt, GatewayMetrics metrics) {
        this.picture = picture;
        this.frames = frames;
        this.excerpt = excerpt;
        this.metrics = metrics;
    }

    Health health() {
        return health;
    }

    void health(Health now) {
        health = now;
    }

    /** The whole picture. */
    LiveFrame snapshot(LiveScope scope) {
        metrics.liveMessages("snapshot").increment();
        return frame(frames.snapshot(picture.seq(), shown(scope, picture.all()), health));
    }

    /** What is lacking to whoever knows this much. */
    LiveFrame since(LiveScope scope, Known known) {
        metrics.liveMessages("missed").increment();
        Parts parts = shown(scope, picture.since(known.seq(), known.peopleAtMillis()));
        return frame(frames.delta(picture.seq(), parts, health));
    }

    /** What changed but for people who merely moved, as this scope may see it. */
    LiveFrame delta(LiveScope scope, Changes changes, boolean withHealth) {
        Parts parts = changes.isOnlyMoves() ? null : shown(scope, picture.only(changes, List.of()));
        metrics.liveMessages("delta").increment();
        return frame(frames.delta(picture.seq(), parts, withHealth ? health : null));
    }

    /** Where these people are now, which is no secret to any scope. */
    LiveFrame moved(List<String> personIds) {
        metrics.liveMessages("moves").increment();
        return frame(frames.delta(picture.seq(), picture.people(personIds), null));
    }

    /** What changed for one person, as their own page shows it. */
    LiveFrame ownDelta(String personId, Changes theirs) {
        Parts parts = excerpt.of(LiveScope.OWN_PAGE, picture.onlyFor(personId, theirs));
        return frame(frames.delta(picture.seq(), parts, null));
    }

    LiveFrame heartbeat() {
        return frame(frames.heartbeat(picture.seq()));
    }

    /** All of one person's own page. */
    LiveFrame ownPage(String personId) {
        Parts parts = excerpt.of(LiveScope.OWN_PAGE, picture.ofPerson(personId));
        return frame(frames.snapshot(picture.seq(), parts, null));
    }

    /** Everybody in this part of the map who is not in the other one; null when that is nobody. */
    LiveFrame peopleIn(MapView view, MapView notIn) {
        Parts there = picture.peopleIn(view, notIn);
        return there.people().isEmpty() ? null : frame(frames.delta(picture.seq(), there, null));
    }

    /** Gives back what it holds outside of the heap. */
    void close() {
        deflater.close();
    }

    private Parts shown(LiveScope scope, Parts parts) {
        return scope.isWhole() ? parts : excerpt.of(scope, parts);
    }

    private LiveFrame frame(Buffer message) {
        return new LiveFrame(message, deflater);
    }
}
