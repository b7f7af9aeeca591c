package io.watchfloor.gateway.intake;

import java.util.LinkedHashSet;
import java.util.Set;

/** The newest ids of something; past its bound the oldest is forgotten. Belongs to one event loop. */
public final class RecentIds {
    private final int most;
    private final Set<String> ids = new LinkedHashSet<>();

    /** Holds at most so many. */
    public RecentIds(int most) {
        this.most = most;
    }

    /** Remembers one. */
    public void add(String id) {
        ids.remove(id);
        if (ids.size() >= most) {
            ids.remove(ids.iterator().next());
        }
        ids.add(id);
    }

    /**
     * Whether this copy is the first of its id that counts as kept; these being the ids of which a copy may have been
     * written before and nobody could say so: the next that is called a duplicate is the first then.
     */
    public boolean isFirstKept(String id, Outcome outcome) {
        return outcome.isKept() && (remove(id) || outcome == Outcome.ACCEPTED);
    }

    /** Forgets one; whether it was known. */
    public boolean remove(String id) {
        return ids.remove(id);
    }
}
