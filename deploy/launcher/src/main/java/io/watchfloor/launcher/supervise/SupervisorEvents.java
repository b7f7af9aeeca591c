package io.watchfloor.launcher.supervise;

import java.time.Duration;

/** What a supervisor tells; called from several threads. */
public interface SupervisorEvents {
    /** A unit's state changed. */
    void changed(UnitStatus status);

    /** A part died and is started again after the delay. */
    void died(String part, int exitCode, Duration restartAfter);
}
