package io.watchfloor.launcher.supervise;

import java.util.List;

/** How a start ended. */
public sealed interface StartResult {
    /** Everything can be used. */
    record Ready() implements StartResult {}

    /** It was stopped before everything could be used. */
    record Interrupted() implements StartResult {}

    /**
     * It could not be done.
     *
     * @param unit the unit it failed at
     * @param refused whether it was a setting or an input that was refused, rather than something that broke
     * @param sentence what to tell
     * @param lastLines what the part said last; empty when the sentence says it all
     */
    record Failed(String unit, boolean refused, String sentence, List<String> lastLines) implements StartResult {}
}
