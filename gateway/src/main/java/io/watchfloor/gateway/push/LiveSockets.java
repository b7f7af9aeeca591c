package io.watchfloor.gateway.push;

import io.watchfloor.gateway.picture.MapView;
import io.watchfloor.gateway.picture.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is connected: consoles together with those that are shown the same, people's own pages by person. What it gives is a
 * copy, because a send to a socket that has just broken ends it at once; the copy is made again only after somebody came,
 * left or looked elsewhere. Belongs to one event loop.
 */
final class LiveSockets {
    private final Picture picture;
    private final Set<LiveSocket> all = new LinkedHashSet<>();
    private final Map<Audience, Set<LiveSocket>> consoles = new LinkedHashMap<>();
    private final Map<String, Set<LiveSocket>> pages = new HashMap<>();
    private List<LiveSocket> allNow = List.of();
    private List<Group> consolesNow = List.of();
    private boolean changed;

    /** What a console is shown. */
    record Audience(LiveScope scope, MapView view) {
        static Audience of(LiveSocket socket) {
            return new Audience(socket.scope(), socket.view());
        }
    }

    /** Consoles that are shown the same. */
    record Group(Audience audience, List<LiveSocket> sockets) {}

    /** Nobody yet; the picture is told whose page is open. */
    LiveSockets(Picture picture) {
        this.picture = picture;
    }

    int size() {
        return all.size();
    }

    boolean hasConsoles() {
        return !consoles.isEmpty();
    }

    List<LiveSocket> listAll() {
        copyIfChanged();
        return allNow;
    }

    List<Group> listConsoles() {
        copyIfChanged();
        return consolesNow;
    }

    private void copyIfChanged() {
        if (changed) {
            allNow = List.copyOf(all);
            List<Group> groups = new ArrayList<>(consoles.size());
            consoles.forEach((audience, sockets) -> groups.add(new Group(audience, List.copyOf(sockets))));
            consolesNow = List.copyOf(groups);
            changed = false;
        }
    }

    boolean hasPages() {
        return !pages.isEmpty();
    }

    List<LiveSocket> listPagesOf(String personId) {
        return List.copyOf(pages.getOrDefault(personId, Set.of()));
    }

    void add(LiveSocket socket) {
        changed = true;
        all.add(socket);
        if (socket.isConsole()) {
            join(socket);
        } else {
            pages.computeIfAbsent(socket.personId(), absent -> new LinkedHashSet<>())
                    .add(socket);
            pageOpened(socket.personId(), 1);
        }
    }

    void remove(LiveSocket socket) {
        if (!all.remove(socket)) {
            return;
        }
        changed = true;
        if (socket.isConsole()) {
            leave(socket);
        } else {
            pages.computeIfPresent(
                    socket.personId(), (id, open) -> open.remove(socket) && open.isEmpty() ? null : open);
            pageOpened(socket.personId(), -1);
        }
    }

    /** A console shows another part of the map from now on. */
    void show(LiveSocket console, MapView view) {
        changed = true;
        leave(console);
        console.show(view);
        join(console);
    }

    private void join(LiveSocket console) {
        consoles.computeIfAbsent(Audience.of(console), absent -> new LinkedHashSet<>())
                .add(console);
    }

    private void leave(LiveSocket console) {
        consoles.computeIfPresent(
                Audience.of(console), (audience, shown) -> shown.remove(console) && shown.isEmpty() ? null : shown);
    }

    private void pageOpened(String personId, int difference) {
        if (picture.people().pageOpened(personId, difference)) {
            picture.personChanged(personId);
        }
    }
}
