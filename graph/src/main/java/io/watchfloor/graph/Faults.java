package io.watchfloor.graph;

import io.watchfloor.graph.DistrictImport.Fault;
import java.util.ArrayList;
import java.util.List;

/** Faults found so far: all are counted, the first thousand are kept. */
final class Faults {
    private static final int MOST_KEPT = 1_000;

    private final List<Fault> kept = new ArrayList<>();
    private int count;

    void add(Fault fault) {
        if (count++ < MOST_KEPT) {
            kept.add(fault);
        }
    }

    int count() {
        return count;
    }

    List<Fault> toList() {
        List<Fault> faults = new ArrayList<>(kept);
        if (count > MOST_KEPT) {
            faults.add(new Fault("", 0, (count - MOST_KEPT) + " more faults are not listed."));
        }
        return List.copyOf(faults);
    }
}
