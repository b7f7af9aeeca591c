package io.watchfloor.gateway.push;

import io.watchfloor.gateway.picture.MapView;

/** One console or phone, and how far behind it is. */
public final class LiveSocket {
    /** When it was last written to; a client that has not taken a frame since is behind. */
    private static final long NOT_BEHIND = -1;

    /** Of no part of the map it is certain that it was told. */
    private static final MapView NOTHING = new MapView(0, 0, 0, 0);

    private final LiveConnection connection;
    private final LiveScope scope;
    private final String personId;
    private Known known;
    private long behindSinceMillis = NOT_BEHIND;
    private long heardAtMillis;
    private MapView view = MapView.EVERYTHING;
    private MapView told;
    private boolean viewChanged;
    private boolean open = true;

    LiveSocket(LiveConnection connection, LiveScope scope, String personId, Known known, long nowMillis) {
        this.connection = connection;
        this.scope = scope;
        this.personId = personId;
        this.known = known;
        // who comes back may have shown a part of the map only, and nobody told them of the rest
        this.told = known == null ? MapView.EVERYTHING : NOTHING;
        this.heardAtMillis = nowMillis;
    }

    /** What of the picture it may be shown. */
    LiveScope scope() {
        return scope;
    }

    /** Whose own page it is; null for a console. */
    String personId() {
        return personId;
    }

    /** Whether it is shown the picture, and not one person's own part of it. */
    boolean isConsole() {
        return personId == null;
    }

    /** How much of the picture it has; null when nothing. */
    Known known() {
        return known;
    }

    boolean isOpen() {
        return open;
    }

    boolean isWritable() {
        return connection.isWritable();
    }

    boolean isBehind() {
        return behindSinceMillis != NOT_BEHIND;
    }

    long behindMillis(long nowMillis) {
        return isBehind() ? nowMillis - behindSinceMillis : 0;
    }

    void fallBehind(long nowMillis) {
        if (!isBehind()) {
            behindSinceMillis = nowMillis;
        }
    }

    void heard(long nowMillis) {
        heardAtMillis = nowMillis;
    }

    long silentMillis(long nowMillis) {
        return nowMillis - heardAtMillis;
    }

    MapView view() {
        return view;
    }

    /** Changes what it shows; it has to be told of who is there, see {@link #takeTold}. */
    void show(MapView shown) {
        told = viewChanged ? NOTHING : told;
        viewChanged = true;
        view = shown;
    }

    /** Whether it shows just this, and was told of everybody in it. */
    boolean isTold(MapView shown) {
        return view.equals(shown) && told.equals(shown);
    }

    /** The part of the map of which it was told already; of the one that it shows it is told now. */
    MapView takeTold() {
        MapView before = told;
        told = view;
        viewChanged = false;
        return before;
    }

    void send(LiveFrame frame, Known knownThen) {
        send(frame, null, knownThen);
    }

    /** Two frames that leave together; either may be null, and is not sent then. */
    void send(LiveFrame first, LiveFrame second, Known knownThen) {
        write(first);
        write(second);
        connection.flush();
        known = knownThen;
        behindSinceMillis = NOT_BEHIND;
    }

    /** A frame that brings nothing new. */
    void sendAside(LiveFrame frame) {
        write(frame);
        connection.flush();
    }

    private void write(LiveFrame frame) {
        if (frame != null) {
            connection.write(frame.bytes(connection.readsCompressed()));
        }
    }

    void close(short status, String reason) {
        open = false;
        connection.close(status, reason);
    }

    void closed() {
        open = false;
    }
}
