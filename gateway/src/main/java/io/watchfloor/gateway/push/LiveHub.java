package io.watchfloor.gateway.push;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.picture.Changes;
import io.watchfloor.gateway.picture.Parts;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.gateway.redis.StreamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends the picture to every console: a snapshot or what it missed when it comes, then each tick's changes, each thing
 * once per tick, in one frame that all consoles share. A console that does not read is sent nothing until it does, then
 * what it missed, each thing once; one that does not read for long is dropped. Belongs to one event loop.
 */
public final class LiveHub {
    /** How often changes are sent. */
    public static final Duration TICK = Duration.ofMillis(100);

    /** How often a console hears that the picture is alive. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(5);

    static final Duration MAX_BEHIND = Duration.ofSeconds(30);
    static final Duration MAX_SILENT = Duration.ofSeconds(60);

    /** Clocks of gateways and Redis may differ by this much. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    private static final short TRY_AGAIN_LATER = 1013;
    private static final short GOING_AWAY = 1001;

    private final Picture picture;
    private final LiveFrames frames;
    private final Clock clock;
    private final GatewayMetrics metrics;
    private final int maxSockets;
    private final LiveExcerpt excerpt;
    private final Set<LiveSocket> sockets = new LinkedHashSet<>();
    private final Set<LiveSocket> consoles = new LinkedHashSet<>();
    private final Map<LiveView, Set<LiveSocket>> limited = new HashMap<>();
    private final Map<String, Set<LiveSocket>> pages = new HashMap<>();
    private boolean ready;
    private Health health;
    private boolean healthChanged;
    private Buffer snapshot;
    private long snapshotRevision = -1;
    private StreamId snapshotSeq = StreamId.ZERO;

    /** A hub that sends nothing yet, see {@link #ready()}. */
    public LiveHub(Picture picture, LiveFrames frames, Clock clock, GatewayMetrics metrics, int maxSockets) {
        this(picture, frames, clock, metrics, maxSockets, (view, parts) -> parts);
    }

    /** The same; {@code excerpt} leaves out what a view does not show. */
    public LiveHub(
            Picture picture,
            LiveFrames frames,
            Clock clock,
            GatewayMetrics metrics,
            int maxSockets,
            LiveExcerpt excerpt) {
        this.excerpt = excerpt;
        this.picture = picture;
        this.frames = frames;
        this.clock = clock;
        this.metrics = metrics;
        this.maxSockets = maxSockets;
        metrics.gauge("watchfloor.live.sockets", "view", "all", sockets::size);
    }

    /** Whether one more console can be served. */
    public boolean hasRoom() {
        return sockets.size() < maxSockets;
    }

    /** Takes a console in that is shown everything. */
    public LiveSocket open(LiveConnection connection, String personId, StreamId resumeFrom) {
        return open(connection, LiveView.WHOLE, personId, resumeFrom);
    }

    /**
     * Takes a console in.
     *
     * @param view what it is shown
     * @param personId whose own page it is; null for a console
     * @param resumeFrom the picture up to here is known to it; null when nothing is
     */
    public LiveSocket open(LiveConnection connection, LiveView view, String personId, StreamId resumeFrom) {
        LiveSocket socket = new LiveSocket(connection, view, personId, resumeFrom, clock.millis());
        sockets.add(socket);
        if (personId == null && view.isWhole()) {
            consoles.add(socket);
        } else if (personId == null) {
            limited.computeIfAbsent(view, absent -> new LinkedHashSet<>()).add(socket);
        } else {
            pages.computeIfAbsent(personId, absent -> new LinkedHashSet<>()).add(socket);
            pageOpened(personId, 1);
        }
        if (ready) {
            welcome(socket);
        }
        return socket;
    }

    /** The console is gone. */
    public void closed(LiveSocket socket) {
        socket.closed();
        forget(socket);
    }

    /** Something came from the console. */
    public void heard(LiveSocket socket) {
        socket.heard(clock.millis());
    }

    /** The picture can be shown; until now consoles were kept waiting, so as not to be shown half of it. */
    public void ready() {
        if (!ready) {
            ready = true;
            List.copyOf(sockets).forEach(this::welcome);
        }
    }

    /** How well the picture is; sent with the next tick when it changed. */
    public void health(Health now) {
        if (!now.equals(health)) {
            health = now;
            healthChanged = true;
            snapshot = null;
        }
    }

    /** The whole picture as a message, made again only after it changed. */
    public Buffer snapshot() {
        boolean current =
                snapshot != null && snapshotRevision == picture.revision() && snapshotSeq.equals(picture.seq());
        if (!current) {
            snapshot = frames.snapshot(picture.seq(), picture.all(), health);
            snapshotRevision = picture.revision();
            snapshotSeq = picture.seq();
            metrics.liveMessages("snapshot").increment();
        }
        return snapshot;
    }

    /** Sends what changed since the last tick. */
    public void tick() {
        Changes changes = picture.takeChanges();
        if (!ready) {
            return;
        }
        boolean anything = !changes.isEmpty() || healthChanged;
        if (anything) {
            sendToConsoles(changes);
            sendToPeople(changes);
            healthChanged = false;
        }
        if (!consoles.isEmpty()) {
            Instant written = clock.instant();
            changes.reportsReceivedAt()
                    .forEach(receivedAt -> metrics.reportToConsole(Duration.between(receivedAt, written)));
        }
        List.copyOf(sockets).forEach(this::catchUp);
    }

    /** Tells every console how old the picture is, and drops those not heard of for long. */
    public void heartbeat() {
        long now = clock.millis();
        ByteBuf frame = LiveFrames.frame(frames.heartbeat(picture.seq()));
        try {
            for (LiveSocket socket : List.copyOf(sockets)) {
                if (socket.silentMillis(now) > MAX_SILENT.toMillis()) {
                    drop(socket, "silent");
                } else if (ready && !socket.isBehind() && socket.isWritable()) {
                    socket.sendAside(frame);
                }
            }
        } finally {
            frame.release();
        }
    }

    /** Sends every console away; it will come back to another gateway, or to this one when it is up again. */
    public void close() {
        for (LiveSocket socket : List.copyOf(sockets)) {
            socket.close(GOING_AWAY, "the gateway stops");
            forget(socket);
        }
    }

    private void welcome(LiveSocket socket) {
        StreamId from = socket.takeResumeFrom();
        if (socket.personId() == null && from != null && picture.canResume(from)) {
            sendSince(socket, from, from.millis() - CLOCK_SLACK.toMillis());
        } else {
            sendSnapshot(socket);
        }
    }

    private void sendToConsoles(Changes changes) {
        if (consoles.isEmpty() && limited.isEmpty()) {
            return;
        }
        Health news = healthChanged ? health : null;
        Parts parts = changes.isEmpty() ? null : picture.only(changes);
        metrics.liveMessages("delta").increment();
        share(consoles, frames.delta(picture.seq(), parts, news));
        limited.forEach((view, sockets) ->
                share(sockets, frames.delta(picture.seq(), parts == null ? null : excerpt.of(view, parts), news)));
    }

    private void sendToPeople(Changes changes) {
        if (pages.isEmpty()) {
            return;
        }
        picture.byPerson(changes).forEach((personId, theirs) -> {
            Set<LiveSocket> open = pages.get(personId);
            if (open != null) {
                Parts parts = excerpt.of(LiveView.OWN_PAGE, picture.only(theirs));
                share(open, frames.delta(picture.seq(), parts, null));
            }
        });
    }

    private void share(Collection<LiveSocket> receivers, Buffer message) {
        long now = clock.millis();
        ByteBuf frame = LiveFrames.frame(message);
        try {
            for (LiveSocket socket : receivers) {
                if (socket.isBehind() || !socket.isWritable()) {
                    socket.fallBehind(now);
                } else {
                    socket.send(frame, picture.seq(), now);
                }
            }
        } finally {
            frame.release();
        }
    }

    private void send(LiveSocket socket, Buffer message) {
        ByteBuf frame = LiveFrames.frame(message);
        try {
            socket.send(frame, picture.seq(), clock.millis());
        } finally {
            frame.release();
        }
    }

    /** What a console missed while it did not read, each thing once; not a snapshot, which it could never finish. */
    private void catchUp(LiveSocket socket) {
        if (!socket.isBehind()) {
            return;
        }
        if (!socket.isWritable()) {
            if (socket.behindMillis(clock.millis()) > MAX_BEHIND.toMillis()) {
                drop(socket, "slow");
            }
        } else if (socket.personId() == null && picture.canResume(socket.sentSeq())) {
            sendSince(socket, socket.sentSeq(), socket.sentAtMillis());
        } else {
            sendSnapshot(socket);
        }
    }

    private void sendSnapshot(LiveSocket socket) {
        if (socket.personId() != null) {
            Parts parts = excerpt.of(LiveView.OWN_PAGE, picture.ofPerson(socket.personId()));
            send(socket, frames.snapshot(picture.seq(), parts, null));
        } else if (socket.view().isWhole()) {
            send(socket, snapshot());
        } else {
            send(socket, frames.snapshot(picture.seq(), excerpt.of(socket.view(), picture.all()), health));
        }
    }

    private void sendSince(LiveSocket socket, StreamId since, long peopleSinceMillis) {
        Parts parts = picture.since(since, peopleSinceMillis);
        Parts shown = socket.view().isWhole() ? parts : excerpt.of(socket.view(), parts);
        send(socket, frames.delta(picture.seq(), shown, health));
    }

    private void drop(LiveSocket socket, String reason) {
        metrics.socketDropped(reason);
        socket.close(TRY_AGAIN_LATER, reason);
        forget(socket);
    }

    private void forget(LiveSocket socket) {
        if (!sockets.remove(socket) || consoles.remove(socket)) {
            return;
        }
        if (socket.personId() == null) {
            limited.computeIfPresent(
                    socket.view(), (view, open) -> open.remove(socket) && open.isEmpty() ? null : open);
            return;
        }
        pages.computeIfPresent(socket.personId(), (id, open) -> open.remove(socket) && open.isEmpty() ? null : open);
        pageOpened(socket.personId(), -1);
    }

    private void pageOpened(String personId, int difference) {
        if (picture.people().pageOpened(personId, difference)) {
            picture.personChanged(personId);
        }
    }
}
