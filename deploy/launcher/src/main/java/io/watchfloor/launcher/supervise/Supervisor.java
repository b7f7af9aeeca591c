package io.watchfloor.launcher.supervise;

import io.watchfloor.launcher.settings.StartRefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings up units, each as soon as what it needs is ready, and keeps the parts among them running. */
public final class Supervisor {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final List<Unit> units;
    private final UnitStates states;
    private final List<PartKeeper> keepers = new ArrayList<>();

    /**
     * @param units in the order they are started, which is the opposite of the order they are stopped; each needs only
     *     earlier ones
     * @param policy when to start a part again
     * @param events told of everything
     * @param logs folder of the parts' logs
     * @param run folder of the parts' pid files
     */
    public Supervisor(List<Unit> units, RestartPolicy policy, SupervisorEvents events, Path logs, Path run) {
        this.units = List.copyOf(units);
        this.states = new UnitStates(units, events);
        for (Unit unit : units) {
            if (unit instanceof Part part) {
                keepers.add(new PartKeeper(part, policy, states, events, logs, run));
            }
        }
    }

    /** Begins; returns at once. */
    public void start() {
        keepers.forEach(keeper -> spawn("keeper", keeper));
        for (Unit unit : units) {
            if (unit instanceof Preparation preparation) {
                spawn(preparation.name(), () -> prepare(preparation));
            }
        }
    }

    private static void spawn(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void prepare(Preparation preparation) {
        try {
            if (states.awaitReady(preparation.needs())) {
                states.set(preparation.name(), UnitState.STARTING);
                preparation.work().call();
                states.set(preparation.name(), UnitState.READY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            LOG.error("{} failed", preparation.name(), e);
            states.set(preparation.name(), UnitState.FAILED);
            boolean refused = e instanceof StartRefusedException;
            states.fail(new StartResult.Failed(preparation.name(), refused, e.getMessage(), List.of()));
        }
    }

    /** Waits until every unit is ready, or one cannot be, or all is stopped. */
    public StartResult awaitReady() throws InterruptedException {
        return states.awaitAllReady();
    }

    /** Where every unit stands, in starting order. */
    public List<UnitStatus> status() {
        return states.list();
    }

    /** Stops every part, last started first, each within its limit. */
    public void stop() throws InterruptedException {
        states.stop();
        for (int i = keepers.size() - 1; i >= 0; i--) {
            keepers.get(i).stop();
        }
    }
}
