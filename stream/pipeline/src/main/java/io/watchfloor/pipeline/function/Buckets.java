package io.watchfloor.pipeline.function;

import io.watchfloor.pipeline.rule.MergeGrid;
import io.watchfloor.pipeline.rule.OpenIncident;
import io.watchfloor.pipeline.rule.ReadReport;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** The buckets of {@link MergeGrid} in which an incident lies, and in which a report looks for one. */
final class Buckets {
    private Buckets() {}

    /** Of address, named place and words. */
    static Set<Long> byName(ReadReport read, int[] bands) {
        Set<Long> named = new LinkedHashSet<>();
        if (read.address() != null) {
            named.add(MergeGrid.address(read.address()));
        }
        if (read.placeId() != null) {
            named.add(MergeGrid.place(read.placeId()));
        }
        addBands(named, bands);
        return named;
    }

    /** Most reports leave an incident where it was. */
    static boolean areShared(OpenIncident before, OpenIncident after) {
        return before.isLocated() == after.isLocated()
                && (!after.isLocated() || cellOf(before) == cellOf(after))
                && Objects.equals(before.observed().address(), after.observed().address())
                && before.placeIds().equals(after.placeIds())
                && Arrays.equals(before.bands(), after.bands());
    }

    private static long cellOf(OpenIncident located) {
        return MergeGrid.bucketOf(located.observed().lat(), located.observed().lon());
    }

    /** All that an incident lies in. */
    static Set<Long> of(OpenIncident incident) {
        Set<Long> own = new LinkedHashSet<>();
        if (incident.isLocated()) {
            own.add(cellOf(incident));
        }
        if (incident.observed().address() != null) {
            own.add(MergeGrid.address(incident.observed().address()));
        }
        incident.placeIds().forEach(placeId -> own.add(MergeGrid.place(placeId)));
        addBands(own, incident.bands());
        return own;
    }

    private static void addBands(Set<Long> buckets, int[] bands) {
        for (int i = 0; i < bands.length; i++) {
            buckets.add(MergeGrid.words(i, bands[i]));
        }
    }
}
