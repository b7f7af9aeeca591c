package io.watchfloor.launcher.supervise;

import io.watchfloor.launcher.process.Child;
import io.watchfloor.launcher.process.Command;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * One process of the system.
 *
 * @param name its name, also of its log and its pid file
 * @param needs names of the units that must be ready before it is started
 * @param command how to start it, the same every time
 * @param isReady whether a running one can be used
 * @param startLimit how long it may take until it can be used; then it is killed and started again
 * @param stopLimit how long it may take to stop; then it is killed
 */
public record Part(
        String name,
        List<String> needs,
        Command command,
        Predicate<Child> isReady,
        Duration startLimit,
        Duration stopLimit)
        implements Unit {}
