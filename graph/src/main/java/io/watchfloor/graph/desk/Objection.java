package io.watchfloor.graph.desk;

import io.watchfloor.contract.dispatch.Reason;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What speaks against sending a person, and why the officer sends them all the same.
 *
 * @param reasons none when nothing speaks against it, or when nobody could tell
 * @param despite what the officer says to that; null when nothing was said
 */
public record Objection(List<Reason> reasons, String despite) {
    /** Nothing speaks against it. */
    public static final Objection NONE = new Objection(List.of(), null);

    /** Copies the list. */
    public Objection {
        reasons = List.copyOf(reasons);
    }

    /** Whether the person is not to be sent. */
    boolean stands() {
        return !reasons.isEmpty() && (despite == null || despite.isBlank());
    }

    /** As the log has it: the codes of what was passed over, then what the officer said; else what was said anyway. */
    String told(String note) {
        if (reasons.isEmpty() || stands()) {
            return note;
        }
        String codes =
                reasons.stream().map(reason -> reason.code().name()).distinct().collect(Collectors.joining(", "));
        String more = note == null || note.isBlank() ? "" : "; " + note;
        return codes + ": " + despite + more;
    }
}
