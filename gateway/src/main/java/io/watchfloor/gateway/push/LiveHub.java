package io.watchfloor.gateway.push;

import io.vertx.core.buffer.Buffer;
import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.picture.Changes;
import io.watchfloor.gateway.picture.MapView;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.gateway.redis.StreamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says when every console is told what: a snapshot or what it missed when it comes, then each tick's changes, each thing
 * once per tick, in one frame that all consoles with the same view share; a gravest incident or alert at once. A console
 * that does not read is sent nothing until it does, then what it missed, each thing once; one that does not read for long is
 * dropped. Belongs to one event loop.
 */
public final class LiveHub {
    /** How often changes are sent. */
    public static final Duration TICK = Duration.ofMillis(100);

    /** How often {@link #tickIfUrgent} is to be called, and the least time between two ticks. */
    public static final Duration URGENT_GAP = Duration.ofMillis(20);

    /** How often a console hears that the picture is alive. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(5);

    static final Duration MAX_BEHIND = Duration.ofSeconds(30);
    static final Duration MAX_SILENT = Duration.ofSeconds(60);

    private static final short TRY_AGAIN_LATER = 1013;
    private static final short GOING_AWAY = 1001;

    private final Picture picture;
    private final LiveSockets sockets;
    private final LiveWriter writer;
    private final Snapshots snapshots;
    private final CatchUp catchUp;
    private final TickShare share;
    private final Clock clock;
    private final GatewayMetrics metrics;
    private final int maxSockets;
    private final Set<LiveSocket> viewChanged = new LinkedHashSet<>();
    private boolean ready;
    private boolean healthChanged;
    private boolean somebodyCame;
    private Map<String, MapView> areas = Map.of();
    private long tickedAtMillis;

    /** A hub that sends nothing yet, see {@link #ready()}, and shows everybody everything. */
    public LiveHub(Picture picture, LiveFrames frames, Clock clock, GatewayMetrics metrics, int maxSockets) {
        this(picture, frames, clock, metrics, maxSockets, (scope, parts) -> parts);
    }

    /** The same; {@code excerpt} leaves out what a scope does not show. */
    public LiveHub(
            Picture picture,
            LiveFrames frames,
            Clock clock,
            GatewayMetrics metrics,
            int maxSockets,
            LiveExcerpt excerpt) {
        this.picture = picture;
        this.clock = clock;
        this.metrics = metrics;
        this.maxSockets = maxSockets;
        this.sockets = new LiveSockets(picture);
        this.writer = new LiveWriter(picture, frames, excerpt, metrics);
        this.snapshots = new Snapshots(picture, writer, clock);
        this.catchUp = new CatchUp(picture, writer, snapshots, clock);
        this.share = new TickShare(picture, sockets, writer, clock);
        metrics.gauge("watchfloor.live.sockets", "view", "all", sockets::size);
    }

    /** Whether one more console can be served beside those that are just being let in. */
    public boolean hasRoom(int beingLetIn) {
        return sockets.size() + beingLetIn < maxSockets;
    }

    /** Takes a console in that is shown everything. */
    public LiveSocket open(LiveConnection connection, String personId, StreamId resumeFrom) {
        return open(connection, LiveScope.WHOLE, personId, resumeFrom);
    }

    /**
     * Takes a console in.
     *
     * @param scope what of the picture it may be shown
     * @param personId whose own page it is; null for a console
     * @param resumeFrom the picture up to here is known to it; null when nothing is
     */
    public LiveSocket open(LiveConnection connection, LiveScope scope, String personId, StreamId resumeFrom) {
        Known known = resumeFrom == null ? null : Known.upTo(resumeFrom);
        LiveSocket socket = new LiveSocket(connection, scope, personId, known, clock.millis());
        sockets.add(socket);
        if (ready) {
            welcome(socket);
        }
        return socket;
    }

    /** The first console after a tick is served at once; others wait for the next tick, and share then what is written. */
    private void welcome(LiveSocket socket) {
        if (socket.isConsole() && somebodyCame) {
            socket.fallBehind(clock.millis());
        } else {
            somebodyCame |= socket.isConsole();
            catchUp.bring(List.of(socket));
        }
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

    /** The console shows another part of the map from now on, and is told who is there. */
    public void show(LiveSocket socket, MapView view) {
        if (socket.isConsole() && socket.isOpen() && !socket.isTold(view)) {
            sockets.show(socket, view);
            viewChanged.add(socket);
        }
    }

    /** The part of the map where an area's cells lie; everything while no such area is known. */
    public MapView viewOf(String areaId) {
        return areas.getOrDefault(areaId, MapView.EVERYTHING);
    }

    /** Where each area lies. */
    public void areasKnown(Map<String, MapView> known) {
        areas = Map.copyOf(known);
    }

    /** The picture can be shown; until now consoles were kept waiting, so as not to be shown half of it. */
    public void ready() {
        if (!ready) {
            ready = true;
            catchUp.bring(sockets.listAll());
        }
    }

    /** How well the picture is; sent with the next tick when it changed. */
    public void health(Health now) {
        if (!now.equals(writer.health())) {
            writer.health(now);
            healthChanged = true;
        }
    }

    /** The whole picture as it is now, as a message. */
    public Buffer snapshot() {
        return snapshots.current(LiveScope.WHOLE).frame().message();
    }

    /** Sends what changed since the last tick. */
    public void tick() {
        tickedAtMillis = clock.millis();
        Changes changes = picture.takeChanges();
        if (!ready) {
            return;
        }
        if (!changes.isEmpty() || healthChanged) {
            share.toConsoles(changes, healthChanged);
            share.toPeople(changes);
            healthChanged = false;
        }
        if (sockets.hasConsoles()) {
            Instant written = clock.instant();
            changes.reportsReceivedAt()
                    .forEach(receivedAt -> metrics.reportToConsole(Duration.between(receivedAt, written)));
        }
        somebodyCame = false;
        catchUp.bring(takeBehind());
        snapshots.forgetOld();
        viewChanged.removeIf(this::tellWhoIsThere);
    }

    /** Sends what has happened before the next tick is due, if that must not wait: a gravest incident or alert. */
    public void tickIfUrgent() {
        if (picture.isUrgent() && clock.millis() - tickedAtMillis >= URGENT_GAP.toMillis()) {
            tick();
        }
    }

    /** Tells every console how old the picture is, and drops those not heard of for long. */
    public void heartbeat() {
        long now = clock.millis();
        try (LiveFrame frame = writer.heartbeat()) {
            for (LiveSocket socket : sockets.listAll()) {
                if (socket.silentMillis(now) > MAX_SILENT.toMillis()) {
                    drop(socket, "silent");
                } else if (ready && !socket.isBehind() && socket.isWritable()) {
                    socket.sendAside(frame);
                }
            }
        }
    }

    /** Sends every console away; it will come back to another gateway, or to this one when it is up again. */
    public void close() {
        for (LiveSocket socket : sockets.listAll()) {
            socket.close(GOING_AWAY, "the gateway stops");
            forget(socket);
        }
        snapshots.close();
        writer.close();
    }

    /** Who moved there while it showed another part of the map; whether that is done with. */
    private boolean tellWhoIsThere(LiveSocket socket) {
        if (socket.isOpen() && ready) {
            if (socket.isBehind() || !socket.isWritable()) {
                return false;
            }
            sendWhoIsThere(socket);
        }
        return ready;
    }

    private void sendWhoIsThere(LiveSocket socket) {
        try (LiveFrame there = writer.peopleIn(socket.view(), socket.takeTold())) {
            if (there != null) {
                socket.sendAside(there);
            }
        }
    }

    /** Who is behind and reads again; who has not read for long is dropped. */
    private List<LiveSocket> takeBehind() {
        List<LiveSocket> reading = new ArrayList<>();
        for (LiveSocket socket : sockets.listAll()) {
            if (!socket.isBehind()) {
                continue;
            }
            if (socket.isWritable()) {
                reading.add(socket);
            } else if (socket.behindMillis(clock.millis()) > MAX_BEHIND.toMillis()) {
                drop(socket, "slow");
            }
        }
        return reading;
    }

    private void drop(LiveSocket socket, String reason) {
        metrics.socketDropped(reason);
        socket.close(TRY_AGAIN_LATER, reason);
        forget(socket);
    }

    private void forget(LiveSocket socket) {
        viewChanged.remove(socket);
        sockets.remove(socket);
    }
}
