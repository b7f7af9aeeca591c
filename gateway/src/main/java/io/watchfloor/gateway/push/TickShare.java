package io.watchfloor.gateway.push;

import io.watchfloor.gateway.picture.Changes;
import io.watchfloor.gateway.picture.Move;
import io.watchfloor.gateway.picture.Picture;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends a tick's changes in frames that all share who are told the same, whatever part of the map each shows. Belongs to one
 * event loop.
 */
final class TickShare {
    private final Picture picture;
    private final LiveSockets sockets;
    private final LiveWriter writer;
    private final Clock clock;

    TickShare(Picture picture, LiveSockets sockets, LiveWriter writer, Clock clock) {
        this.picture = picture;
        this.sockets = sockets;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Of all but people who merely moved everybody hears, in one frame; of these each view hears in another, which it shares
     * with all views in which the same moved. So the large part is written and compressed once.
     */
    void toConsoles(Changes changes, boolean withHealth) {
        Known now = Known.now(picture, clock);
        boolean forAll = withHealth || !changes.isOnlyMoves();
        List<Move> moves = picture.listMoves(changes);
        Map<LiveScope, LiveFrame> common = new HashMap<>();
        Map<List<String>, LiveFrame> moved = new HashMap<>();
        try {
            for (LiveSockets.Group group : sockets.listConsoles()) {
                List<String> seen = Move.listSeen(moves, group.audience().view());
                LiveFrame news = forAll
                        ? common.computeIfAbsent(
                                group.audience().scope(), scope -> writer.delta(scope, changes, withHealth))
                        : null;
                LiveFrame where = seen.isEmpty() ? null : moved.computeIfAbsent(seen, writer::moved);
                if (news != null || where != null) {
                    share(group.sockets(), news, where, now);
                }
            }
        } finally {
            common.values().forEach(LiveFrame::close);
            moved.values().forEach(LiveFrame::close);
        }
    }

    /** Each person's own page hears of what is theirs. */
    void toPeople(Changes changes) {
        if (!sockets.hasPages()) {
            return;
        }
        Known now = Known.now(picture, clock);
        picture.byPerson(changes).forEach((personId, theirs) -> {
            List<LiveSocket> open = sockets.listPagesOf(personId);
            if (!open.isEmpty()) {
                try (LiveFrame frame = writer.ownDelta(personId, theirs)) {
                    share(open, frame, null, now);
                }
            }
        });
    }

    private static void share(List<LiveSocket> receivers, LiveFrame first, LiveFrame second, Known now) {
        for (LiveSocket socket : receivers) {
            if (socket.isBehind() || !socket.isWritable()) {
                socket.fallBehind(now.peopleAtMillis());
            } else {
                socket.send(first, second, now);
            }
        }
    }
}
