package io.watchfloor.launcher.supervise;

import java.time.Duration;

/**
 * A unit's state, as shown to the person who waits for it.
 *
 * @param name which unit
 * @param state where it stands
 * @param spent how long it took to get ready, or how long it has been at it
 */
public record UnitStatus(String name, UnitState state, Duration spent) {}
