package io.watchfloor.gateway.access;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.watchfloor.gateway.desk.OverloadedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Costly work, one piece at a time. Callers take turns: whoever asks for much waits for their own, and hardly for others
 * to have theirs. Each has a few places and all together have a few more; what finds none is refused. Belongs to one event
 * loop.
 */
final class Turns {
    private final int placesOfEach;
    private final int places;
    /** Who waits, in the order of their next turns. */
    private final Map<String, Deque<Runnable>> waiting = new LinkedHashMap<>();

    private int inside;
    private boolean busy;

    Turns(int placesOfEach, int places) {
        this.placesOfEach = placesOfEach;
        this.places = places;
    }

    /** Does the work when it is the caller's turn; fails at once when there is no place. */
    <T> Future<T> take(String caller, Supplier<Future<T>> work) {
        Deque<Runnable> own = waiting.get(caller);
        if (inside >= places || (own != null && own.size() >= placesOfEach)) {
            return Future.failedFuture(new OverloadedException());
        }
        inside++;
        Promise<T> done = Promise.promise();
        waiting.computeIfAbsent(caller, who -> new ArrayDeque<>())
                .add(() -> work.get().onComplete(result -> {
                    inside--;
                    busy = false;
                    done.handle(result);
                    next();
                }));
        next();
        return done.future();
    }

    /** The first in line has a turn, and goes to the end of the line with what is left. */
    private void next() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        String caller = waiting.keySet().iterator().next();
        Deque<Runnable> own = waiting.remove(caller);
        Runnable work = own.remove();
        if (!own.isEmpty()) {
            waiting.put(caller, own);
        }
        work.run();
    }
}
