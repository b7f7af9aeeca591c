package io.watchfloor.launcher.process;

import java.util.List;
import java.util.Map;

/**
 * How to start a process.
 *
 * @param words program and arguments
 * @param environment variables set beside the inherited ones; inherited {@code WATCHFLOOR_…} ones are left out
 * @param mark a word of the command line that tells this process from any other
 */
public record Command(List<String> words, Map<String, String> environment, String mark) {}
