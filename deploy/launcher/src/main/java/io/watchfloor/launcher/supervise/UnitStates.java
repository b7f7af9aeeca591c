package io.watchfloor.launcher.supervise;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where every unit stands; threads wait here for each other. */
final class UnitStates {
    private record Entry(UnitState state, long sinceNanos, Duration spent) {}

    private final SupervisorEvents events;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private StartResult.Failed failure;
    private boolean stopping;

    UnitStates(Collection<? extends Unit> units, SupervisorEvents events) {
        this.events = events;
        for (Unit unit : units) {
            for (String need : unit.needs()) {
                if (!entries.containsKey(need)) {
                    throw new IllegalArgumentException(unit.name() + " needs " + need + ", which is not before it");
                }
            }
            entries.put(unit.name(), new Entry(UnitState.WAITING, System.nanoTime(), Duration.ZERO));
        }
    }

    synchronized void set(String name, UnitState state) {
        long now = System.nanoTime();
        boolean startsNow = state == UnitState.STARTING || state == UnitState.PAUSING;
        long since = startsNow ? now : entries.get(name).sinceNanos();
        Entry after = new Entry(state, since, Duration.ofNanos(now - since));
        entries.put(name, after);
        // told before anybody who waits for it goes on, so that what is shown is in order
        events.changed(new UnitStatus(name, state, after.spent()));
        notifyAll();
    }

    synchronized void fail(StartResult.Failed reason) {
        if (failure == null && !stopping) {
            failure = reason;
        }
        notifyAll();
    }

    synchronized void stop() {
        stopping = true;
        notifyAll();
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    synchronized List<UnitStatus> list() {
        long now = System.nanoTime();
        return entries.entrySet().stream()
                .map(each -> new UnitStatus(each.getKey(), each.getValue().state(), spent(each.getValue(), now)))
                .toList();
    }

    private static Duration spent(Entry entry, long nowNanos) {
        return switch (entry.state()) {
            case STARTING, PAUSING -> Duration.ofNanos(nowNanos - entry.sinceNanos());
            default -> entry.spent();
        };
    }

    /** Waits until all these are ready; false when the system is stopped first. */
    synchronized boolean awaitReady(Collection<String> names) throws InterruptedException {
        while (!stopping && !areReady(names)) {
            wait();
        }
        return !stopping;
    }

    /** Waits until everything is ready, or one unit failed, or the system is stopped. */
    synchronized StartResult awaitAllReady() throws InterruptedException {
        while (!stopping && failure == null && !areReady(entries.keySet())) {
            wait();
        }
        if (failure != null) {
            return failure;
        }
        return stopping ? new StartResult.Interrupted() : new StartResult.Ready();
    }

    /** Waits the time out; false when the system is stopped first. */
    synchronized boolean pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis(); left > 0 && !stopping; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return !stopping;
    }

    private boolean areReady(Collection<String> names) {
        return names.stream().allMatch(name -> entries.get(name).state() == UnitState.READY);
    }
}
