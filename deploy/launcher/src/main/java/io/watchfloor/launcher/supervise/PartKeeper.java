package io.watchfloor.launcher.supervise;

import io.watchfloor.launcher.process.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one part running: starts it, waits until it can be used, starts it again when it dies. */
final class PartKeeper implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PartKeeper.class);
    private static final Duration READINESS_PERIOD = Duration.ofMillis(50);

    /** What a shell says when there is no such program. */
    private static final int NOT_STARTED = 127;

    private final Part part;
    private final RestartPolicy policy;
    private final UnitStates states;
    private final SupervisorEvents events;
    private final Path log;
    private final Path pidFile;
    private Child child;
    private boolean everReady;

    PartKeeper(Part part, RestartPolicy policy, UnitStates states, SupervisorEvents events, Path logs, Path run) {
        this.part = part;
        this.policy = policy;
        this.states = states;
        this.events = events;
        this.log = logs.resolve(part.name() + ".log");
        this.pidFile = run.resolve(part.name() + ".pid");
    }

    @Override
    public void run() {
        try {
            if (states.awaitReady(part.needs())) {
                keepRunning();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepRunning() throws InterruptedException {
        int deathsInARow = 0;
        boolean goOn = true;
        while (goOn) {
            RestartPolicy.Death death = runOnce();
            if (states.isStopping()) {
                return;
            }
            RestartPolicy.Verdict verdict = policy.judge(death, deathsInARow);
            if (verdict instanceof RestartPolicy.StartAgain again) {
                deathsInARow = again.deathsInARow();
                LOG.warn(
                        "{} ended with code {} after {}; next start in {}",
                        part.name(),
                        death.code(),
                        death.ranFor(),
                        again.delay());
                states.set(part.name(), UnitState.PAUSING);
                events.died(part.name(), death.code(), again.delay());
                goOn = states.pause(again.delay());
            } else {
                states.set(part.name(), UnitState.FAILED);
                states.fail(failure(verdict));
                goOn = false;
            }
        }
    }

    private RestartPolicy.Death runOnce() throws InterruptedException {
        long startedNanos = System.nanoTime();
        int code = NOT_STARTED;
        states.set(part.name(), UnitState.STARTING);
        try {
            Child started = start();
            if (started != null) {
                awaitReady(started);
                code = started.awaitExit();
            }
        } catch (IOException e) {
            LOG.error("{} cannot be started", part.name(), e);
        }
        return new RestartPolicy.Death(code, Duration.ofNanos(System.nanoTime() - startedNanos), everReady);
    }

    /** Under the same lock as {@link #stop()}, so that nothing is started behind a stop. */
    private synchronized Child start() throws IOException {
        child = states.isStopping() ? null : Child.start(part.command(), log, pidFile);
        return child;
    }

    private void awaitReady(Child started) throws InterruptedException {
        long limit = System.nanoTime() + part.startLimit().toNanos();
        while (started.isAlive() && System.nanoTime() < limit) {
            if (part.isReady().test(started)) {
                everReady = true;
                states.set(part.name(), UnitState.READY);
                return;
            }
            if (!states.pause(READINESS_PERIOD)) {
                return;
            }
        }
        if (started.isAlive()) {
            LOG.error("{} was not ready within {}; it is killed", part.name(), part.startLimit());
            started.kill();
        }
    }

    /** Stops it; the supervisor has been told before that the system stops. */
    void stop() throws InterruptedException {
        Child running = running();
        if (running != null) {
            running.stop(part.stopLimit());
            states.set(part.name(), UnitState.STOPPED);
        }
    }

    private synchronized Child running() {
        return child;
    }

    private StartResult.Failed failure(RestartPolicy.Verdict verdict) {
        Child last = running();
        List<String> lines = last == null ? List.of() : last.lastLines();
        if (verdict instanceof RestartPolicy.Refused && !lines.isEmpty()) {
            return new StartResult.Failed(part.name(), true, lines.get(lines.size() - 1), List.of());
        }
        return new StartResult.Failed(part.name(), false, "did not get ready, see " + log + ".", lines);
    }
}
