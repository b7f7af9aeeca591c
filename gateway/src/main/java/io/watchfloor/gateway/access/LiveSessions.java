package io.watchfloor.gateway.access;

import io.watchfloor.graph.access.KeyRegister.ApiKey;
import io.watchfloor.graph.access.UserRegister.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The live sockets and whose they are: one is closed within a second after its session ended, its key was revoked, or what
 * its user may do changed. Belongs to one event loop.
 */
public final class LiveSessions {
    private static final int TOUCH_EVERY = 30;

    private final Directory directory;
    private final Sessions sessions;
    private final Map<Object, Open> open = new LinkedHashMap<>();
    private int looks;

    private record Open(Principal principal, Runnable close) {}

    /** Watches over none yet. */
    public LiveSessions(Directory directory, Sessions sessions) {
        this.directory = directory;
        this.sessions = sessions;
    }

    /** A socket was opened by this principal. */
    public void opened(Object socket, Principal principal, Runnable close) {
        open.put(socket, new Open(principal, close));
    }

    /** It is gone. */
    public void closed(Object socket) {
        open.remove(socket);
    }

    /** Whether whoever opened it may still be told anything. */
    public boolean mayStay(Object socket) {
        Open live = open.get(socket);
        return live != null && isAsItWas(live.principal());
    }

    /** Closes what has to be closed; to be called every second. */
    public void look() {
        sessions.takeEnded().onSuccess(ended -> closeWhere(ended::contains));
        for (Map.Entry<Object, Open> each : List.copyOf(open.entrySet())) {
            if (!isAsItWas(each.getValue().principal())) {
                close(each.getKey());
            }
        }
        looks++;
        if (looks % TOUCH_EVERY == 0) {
            touch();
        }
    }

    /** A screen that is open is a session in use; one that ended by its age closes its screens. */
    private void touch() {
        Set<String> used = new java.util.HashSet<>();
        open.values()
                .forEach(live -> Optional.ofNullable(live.principal().session()).ifPresent(used::add));
        for (String session : used) {
            sessions.findByHash(session).onSuccess(found -> {
                if (found.isEmpty()) {
                    closeWhere(session::equals);
                }
            });
        }
    }

    private void closeWhere(java.util.function.Predicate<String> session) {
        for (Map.Entry<Object, Open> each : List.copyOf(open.entrySet())) {
            String of = each.getValue().principal().session();
            if (of != null && session.test(of)) {
                close(each.getKey());
            }
        }
    }

    private void close(Object socket) {
        Open live = open.remove(socket);
        if (live != null) {
            live.close().run();
        }
    }

    private boolean isAsItWas(Principal principal) {
        if (principal.isProgram()) {
            return directory
                    .findKeyById(principal.id())
                    .map(ApiKey::roles)
                    .filter(principal.roles()::equals)
                    .isPresent();
        }
        return directory
                .findUser(principal.id())
                .filter(user -> !user.disabled() && mayDoTheSame(user, principal))
                .isPresent();
    }

    private static boolean mayDoTheSame(User user, Principal principal) {
        return user.roles().equals(principal.roles()) && user.areaIds().equals(principal.areaIds());
    }
}
