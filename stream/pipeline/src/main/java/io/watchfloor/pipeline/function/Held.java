package io.watchfloor.pipeline.function;

import io.watchfloor.pipeline.rule.Footprint;
import io.watchfloor.pipeline.rule.MergeGrid;
import io.watchfloor.pipeline.rule.OpenIncident;
import io.watchfloor.pipeline.rule.Retention;

/**
 * An incident in memory, as it is now, with what tells at a glance whether a report may be shown it. Lists of several
 * buckets point to the same one; what has fallen out of memory knows that it has, and must be asked for again.
 */
final class Held extends Footprint {
    private final String id;
    private long untilMillis;
    private long bucket;
    /** All that it lies in; null until somebody asks. */
    private long[] buckets;

    private boolean dropped;
    private long foundBy;

    /** An incident; null when the store knows none of this id. */
    Held(String id, OpenIncident incident) {
        this.id = id;
        set(incident);
    }

    String id() {
        return id;
    }

    void set(OpenIncident now) {
        buckets = null;
        follow(now);
        if (now != null) {
            untilMillis = now.touchedMillis() + Retention.incidentMillis(now.type());
            bucket = isLocated() ? MergeGrid.bucketOf(lat(), lon()) : 0;
        }
    }

    /** Whether there is one that can get more reports. */
    boolean isOpen(long clockMillis) {
        return incident() != null && clockMillis <= untilMillis;
    }

    /** Whether this is the bucket of its position. */
    boolean liesIn(long asked) {
        return isLocated() && bucket == asked;
    }

    /** Whether it lies in this bucket; most are found by place, which is told without listing the others. */
    boolean isIn(long asked) {
        if (liesIn(asked)) {
            return true;
        }
        if (buckets == null) {
            buckets = Buckets.of(incident()).stream().mapToLong(Long::longValue).toArray();
        }
        for (long own : buckets) {
            if (own == asked) {
                return true;
            }
        }
        return false;
    }

    boolean isDropped() {
        return dropped;
    }

    void drop() {
        dropped = true;
        follow(null);
    }

    /** Whether this look-up has found it already. */
    boolean isFoundBy(long lookUp) {
        return foundBy == lookUp;
    }

    void findBy(long lookUp) {
        foundBy = lookUp;
    }
}
