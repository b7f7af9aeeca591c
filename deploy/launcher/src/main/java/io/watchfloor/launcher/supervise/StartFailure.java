package io.watchfloor.launcher.supervise;

import java.util.List;

/**
 * Why the system could not be started.
 *
 * @param unit the unit it failed at
 * @param refused whether it was a setting or an input that was refused, rather than something that broke
 * @param sentence what to tell
 * @param lastLines what the part said last; empty when the sentence says it all
 */
public record StartFailure(String unit, boolean refused, String sentence, List<String> lastLines) {}
