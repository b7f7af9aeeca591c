package io.watchfloor.launcher.supervise;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * Something done once, in this process, while the system starts.
 *
 * @param name its name
 * @param needs names of the units that must be ready before it is done
 * @param work what is done; an exception's message is the sentence that stops the start
 */
public record Preparation(String name, List<String> needs, Callable<Void> work) implements Unit {}
