package io.watchfloor.gateway.push;

import io.vertx.core.buffer.Buffer;
import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.picture.Changes;
import io.watchfloor.gateway.picture.Parts;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.gateway.redis.StreamId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Writes messages of the picture, each as its scope may see it: for one socket what it needs now, for many a frame that they
 * share. The whole picture is written anew only after it changed. Belongs to one event loop.
 */
final class LiveWriter {
    /** Clocks of gateways and Redis may differ by this much. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    private final Picture picture;
    private final LiveFrames frames;
    private final LiveExcerpt excerpt;
    private final Clock clock;
    private final GatewayMetrics metrics;
    private final MessageDeflater deflater = new MessageDeflater();
    private Health health;
    private Buffer snapshot;
    private LiveFrame snapshotFrame;
    private long snapshotRevision = -1;
    private StreamId snapshotSeq = StreamId.ZERO;

    LiveWriter(Picture picture, LiveFrames frames, LiveExcerpt excerpt, Clock clock, GatewayMetrics metrics) {
        this.picture = picture;
        this.frames = frames;
        this.excerpt = excerpt;
        this.clock = clock;
        this.metrics = metrics;
    }

    Health health() {
        return health;
    }

    void health(Health now) {
        health = now;
        snapshot = null;
    }

    /** The whole picture as a message. */
    Buffer snapshot() {
        boolean current =
                snapshot != null && snapshotRevision == picture.revision() && snapshotSeq.equals(picture.seq());
        if (!current) {
            snapshot = frames.snapshot(picture.seq(), picture.all(), health);
            if (snapshotFrame != null) {
                snapshotFrame.close();
            }
            snapshotFrame = frame(snapshot);
            snapshotRevision = picture.revision();
            snapshotSeq = picture.seq();
            metrics.liveMessages("snapshot").increment();
        }
        return snapshot;
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

    /** The first message: what it missed since it was here, or everything. */
    void welcome(LiveSocket socket) {
        StreamId from = socket.takeResumeFrom();
        if (socket.isConsole() && from != null && picture.canResume(from)) {
            sendSince(socket, from, from.millis() - CLOCK_SLACK.toMillis());
        } else {
            sendSnapshot(socket);
        }
    }

    /** What a console missed while it did not read, each thing once; not a snapshot, which it could never finish. */
    void sendMissed(LiveSocket socket) {
        if (socket.isConsole() && picture.canResume(socket.sentSeq())) {
            sendSince(socket, socket.sentSeq(), socket.sentAtMillis());
        } else {
            sendSnapshot(socket);
        }
    }

    /** Who is in the part of the map that it shows now, and was not in the one of which it was told. */
    void sendWhoIsThere(LiveSocket socket) {
        Parts there = picture.peopleIn(socket.view(), socket.takeTold());
        if (!there.people().isEmpty()) {
            send(socket, frames.delta(picture.seq(), there, null));
        }
    }

    /** Gives back what it holds outside of the heap. */
    void close() {
        if (snapshotFrame != null) {
            snapshotFrame.close();
        }
        deflater.close();
        snapshot = null;
    }

    private void sendSnapshot(LiveSocket socket) {
        if (!socket.isConsole()) {
            Parts parts = excerpt.of(LiveScope.OWN_PAGE, picture.ofPerson(socket.personId()));
            send(socket, frames.snapshot(picture.seq(), parts, null));
        } else if (socket.scope().isWhole()) {
            snapshot();
            socket.send(snapshotFrame, picture.seq(), clock.millis());
        } else {
            send(socket, frames.snapshot(picture.seq(), excerpt.of(socket.scope(), picture.all()), health));
        }
    }

    private void sendSince(LiveSocket socket, StreamId since, long peopleSinceMillis) {
        Parts parts = shown(socket.scope(), picture.since(since, peopleSinceMillis));
        send(socket, frames.delta(picture.seq(), parts, health));
    }

    private void send(LiveSocket socket, Buffer message) {
        try (LiveFrame frame = frame(message)) {
            socket.send(frame, picture.seq(), clock.millis());
        }
    }

    private Parts shown(LiveScope scope, Parts parts) {
        return scope.isWhole() ? parts : excerpt.of(scope, parts);
    }

    private LiveFrame frame(Buffer message) {
        return new LiveFrame(message, deflater);
    }
}
