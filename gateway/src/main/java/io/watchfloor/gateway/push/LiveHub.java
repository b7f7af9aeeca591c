package io.watchfloor.gateway.push;

import io.vertx.core.buffer.Buffer;
import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.picture.Changes;
import io.watchfloor.gateway.picture.MapView;
import io.watchfloor.gateway.picture.Parts;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.gateway.redis.StreamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends the picture to every console: a snapshot or what it missed when it comes, then each tick's changes, each thing
 * once per tick, in one frame that all consoles with the same view share; a gravest incident or alert at once. A console that does not read is sent nothing until it does, then
 * what it missed, each thing once; one that does not read for long is dropped. Belongs to one event loop.
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
    private final MessageDeflater deflater = new MessageDeflater();
    private final Set<LiveSocket> sockets = new LinkedHashSet<>();
    private final Map<Audience, Set<LiveSocket>> consoles = new LinkedHashMap<>();
    private final Set<LiveSocket> viewChanged = new LinkedHashSet<>();
    private final Map<String, Set<LiveSocket>> pages = new HashMap<>();
    private boolean ready;
    private Health health;
    private boolean healthChanged;
    private Map<String, MapView> areas = Map.of();
    private Buffer snapshot;
    private LiveFrame snapshotFrame;
    private long snapshotRevision = -1;
    private StreamId snapshotSeq = StreamId.ZERO;
    private long tickedAtMillis;

    /** Consoles that are shown the same. */
    private record Audience(LiveScope scope, MapView view) {
        static Audience of(LiveSocket socket) {
            return new Audience(socket.scope(), socket.view());
        }
    }

    /** What consoles of a scope are told when these people moved where they look. */
    private record Told(LiveScope scope, List<String> moved) {}

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
        this.excerpt = excerpt;
        this.picture = picture;
        this.frames = frames;
        this.clock = clock;
        this.metrics = metrics;
        this.maxSockets = maxSockets;
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
        LiveSocket socket = new LiveSocket(connection, scope, personId, resumeFrom, clock.millis());
        sockets.add(socket);
        if (personId == null) {
            consolesOf(socket).add(socket);
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

    /** The console shows another part of the map from now on, and is told who is there. */
    public void show(LiveSocket socket, MapView view) {
        if (socket.personId() == null && socket.isOpen() && !socket.isTold(view)) {
            leaveView(socket);
            socket.show(view);
            consolesOf(socket).add(socket);
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

    /** Sends what changed since the last tick. */
    public void tick() {
        tickedAtMillis = clock.millis();
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
        try (LiveFrame frame = frame(frames.heartbeat(picture.seq()))) {
            for (LiveSocket socket : List.copyOf(sockets)) {
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
        for (LiveSocket socket : List.copyOf(sockets)) {
            socket.close(GOING_AWAY, "the gateway stops");
            forget(socket);
        }
        if (snapshotFrame != null) {
            snapshotFrame.close();
        }
        deflater.close();
        snapshot = null;
    }

    private void welcome(LiveSocket socket) {
        StreamId from = socket.takeResumeFrom();
        if (socket.personId() == null && from != null && picture.canResume(from)) {
            sendSince(socket, from, from.millis() - CLOCK_SLACK.toMillis());
        } else {
            sendSnapshot(socket);
        }
    }

    /** Views in which the same people moved get the same frame; of all else everybody hears. */
    private void sendToConsoles(Changes changes) {
        boolean forAll = healthChanged || !changes.isOnlyMoves();
        Map<Told, LiveFrame> made = new HashMap<>();
        try {
            // a send to a socket that has just broken ends it at once, and with it perhaps its view
            for (Map.Entry<Audience, Set<LiveSocket>> shown : List.copyOf(consoles.entrySet())) {
                List<String> moved = picture.listMoved(changes, shown.getKey().view());
                if (forAll || !moved.isEmpty()) {
                    Told told = new Told(shown.getKey().scope(), moved);
                    share(shown.getValue(), made.computeIfAbsent(told, who -> delta(changes, who)));
                }
            }
        } finally {
            made.values().forEach(LiveFrame::close);
        }
    }

    private LiveFrame delta(Changes changes, Told told) {
        Health news = healthChanged ? health : null;
        Parts parts = changes.isEmpty() ? null : shown(told.scope(), picture.only(changes, told.moved()));
        metrics.liveMessages("delta").increment();
        return frame(frames.delta(picture.seq(), parts, news));
    }

    private void sendToPeople(Changes changes) {
        if (pages.isEmpty()) {
            return;
        }
        picture.byPerson(changes).forEach((personId, theirs) -> {
            Set<LiveSocket> open = pages.get(personId);
            if (open != null) {
                Parts parts = excerpt.of(LiveScope.OWN_PAGE, picture.only(theirs));
                try (LiveFrame frame = frame(frames.delta(picture.seq(), parts, null))) {
                    share(open, frame);
                }
            }
        });
    }

    private void share(Collection<LiveSocket> receivers, LiveFrame frame) {
        long now = clock.millis();
        for (LiveSocket socket : List.copyOf(receivers)) {
            if (socket.isBehind() || !socket.isWritable()) {
                socket.fallBehind(now);
            } else {
                socket.send(frame, picture.seq(), now);
            }
        }
    }

    private void send(LiveSocket socket, Buffer message) {
        try (LiveFrame frame = frame(message)) {
            socket.send(frame, picture.seq(), clock.millis());
        }
    }

    private void sendSnapshot(LiveSocket socket) {
        if (socket.personId() != null) {
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

    private Parts shown(LiveScope scope, Parts parts) {
        return parts == null || scope.isWhole() ? parts : excerpt.of(scope, parts);
    }

    private LiveFrame frame(Buffer message) {
        return new LiveFrame(message, deflater);
    }

    /** Who moved there while it showed another part of the map; whether that is done with. */
    private boolean tellWhoIsThere(LiveSocket socket) {
        if (socket.isOpen() && ready) {
            if (socket.isBehind() || !socket.isWritable()) {
                return false;
            }
            Parts there = picture.peopleIn(socket.view(), socket.takeTold());
            if (!there.people().isEmpty()) {
                send(socket, frames.delta(picture.seq(), there, null));
            }
        }
        return ready;
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

    private void drop(LiveSocket socket, String reason) {
        metrics.socketDropped(reason);
        socket.close(TRY_AGAIN_LATER, reason);
        forget(socket);
    }

    private void forget(LiveSocket socket) {
        viewChanged.remove(socket);
        if (!sockets.remove(socket) || leaveView(socket)) {
            return;
        }
        pages.computeIfPresent(socket.personId(), (id, open) -> open.remove(socket) && open.isEmpty() ? null : open);
        pageOpened(socket.personId(), -1);
    }

    private Set<LiveSocket> consolesOf(LiveSocket socket) {
        return consoles.computeIfAbsent(Audience.of(socket), absent -> new LinkedHashSet<>());
    }

    /** Whether it is a console. */
    private boolean leaveView(LiveSocket socket) {
        if (socket.personId() != null) {
            return false;
        }
        consoles.computeIfPresent(
                Audience.of(socket), (audience, shown) -> shown.remove(socket) && shown.isEmpty() ? null : shown);
        return true;
    }

    private void pageOpened(String personId, int difference) {
        if (picture.people().pageOpened(personId, difference)) {
            picture.personChanged(personId);
        }
    }
}
