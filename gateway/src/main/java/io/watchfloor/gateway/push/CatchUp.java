package io.watchfloor.gateway.push;

import io.watchfloor.gateway.picture.Picture;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings consoles up to date: with the whole picture, or with what they missed, each thing once. All who lack the same at one
 * moment share what is written. Belongs to one event loop.
 */
final class CatchUp {
    private final Picture picture;
    private final LiveWriter writer;
    private final Snapshots snapshots;
    private final Clock clock;

    /** Who lacks the same: whoever knows as much and may be shown the same. */
    private record Lack(LiveScope scope, Known known) {}

    CatchUp(Picture picture, LiveWriter writer, Snapshots snapshots, Clock clock) {
        this.picture = picture;
        this.writer = writer;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** Sends each of them what it lacks; a whole picture is followed by what has changed since it was written. */
    void bring(List<LiveSocket> sockets) {
        Known now = Known.now(picture, clock);
        Map<Lack, LiveFrame> missed = new HashMap<>();
        try {
            sockets.forEach(socket -> bring(socket, missed, now));
        } finally {
            missed.values().forEach(LiveFrame::close);
        }
    }

    private void bring(LiveSocket socket, Map<Lack, LiveFrame> missed, Known now) {
        if (!socket.isConsole()) {
            try (LiveFrame page = writer.ownPage(socket.personId())) {
                socket.send(page, now);
            }
        } else if (canGoOn(socket.known())) {
            socket.send(since(socket.scope(), socket.known(), missed), now);
        } else {
            Snapshots.Snapshot snapshot = snapshots.recent(socket.scope());
            LiveFrame later = snapshots.isCurrent(snapshot) ? null : since(socket.scope(), snapshot.known(), missed);
            socket.send(snapshot.frame(), later, now);
        }
    }

    private boolean canGoOn(Known known) {
        return known != null && picture.canResume(known.seq());
    }

    private LiveFrame since(LiveScope scope, Known known, Map<Lack, LiveFrame> missed) {
        return missed.computeIfAbsent(new Lack(scope, known), lack -> writer.since(lack.scope(), lack.known()));
    }
}
