package io.watchfloor.gateway.push;

import io.watchfloor.gateway.picture.Changes;
import io.watchfloor.gateway.picture.Move;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.gateway.redis.StreamId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends a tick's changes: one frame for all who are told the same, whatever part of the map each shows. Belongs to one event
 * loop.
 */
final class TickShare {
    private final Picture picture;
    private final LiveSockets sockets;
    private final LiveWriter writer;
    private final Clock clock;

    /** What consoles of a scope are told when these people moved where they look. */
    private record Told(LiveScope scope, List<String> moved) {}

    TickShare(Picture picture, LiveSockets sockets, LiveWriter writer, Clock clock) {
        this.picture = picture;
        this.sockets = sockets;
        this.writer = writer;
        this.clock = clock;
    }

    /** Views in which the same people moved get the same frame; of all else everybody hears. */
    void toConsoles(Changes changes, boolean withHealth) {
        boolean forAll = withHealth || !changes.isOnlyMoves();
        List<Move> moves = picture.listMoves(changes);
        Map<Told, LiveFrame> made = new HashMap<>();
        try {
            for (LiveSockets.Group group : sockets.listConsoles()) {
                List<String> moved = Move.listSeen(moves, group.audience().view());
                if (forAll || !moved.isEmpty()) {
                    Told told = new Told(group.audience().scope(), moved);
                    LiveFrame frame = made.computeIfAbsent(
                            told, who -> writer.delta(who.scope(), changes, who.moved(), withHealth));
                    share(group.sockets(), frame);
                }
            }
        } finally {
            made.values().forEach(LiveFrame::close);
        }
    }

    /** Each person's own page hears of what is theirs. */
    void toPeople(Changes changes) {
        if (!sockets.hasPages()) {
            return;
        }
        picture.byPerson(changes).forEach((personId, theirs) -> {
            List<LiveSocket> open = sockets.listPagesOf(personId);
            if (!open.isEmpty()) {
                try (LiveFrame frame = writer.ownDelta(personId, theirs)) {
                    share(open, frame);
                }
            }
        });
    }

    private void share(List<LiveSocket> receivers, LiveFrame frame) {
        long now = clock.millis();
        StreamId seq = picture.seq();
        for (LiveSocket socket : receivers) {
            if (socket.isBehind() || !socket.isWritable()) {
                socket.fallBehind(now);
            } else {
                socket.send(frame, seq, now);
            }
        }
    }
}
