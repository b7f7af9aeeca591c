package io.watchfloor.graph.district;

import io.watchfloor.graph.district.DistrictImport.Fault;
import java.util.ArrayList;
import java.util.List;

/** Faults found so far: all are counted, the first thousand are kept. */
public final class Faults {
    private static final int MOST_KEPT = 1_000;

    private final List<Fault> kept = new ArrayList<>();
    private int count;

    /** Notes one. */
    public void add(Fault fault) {
        if (count++ < MOST_KEPT) {
            kept.add(fault);
        }
    }

    /** How many there are, kept or not. */
    public int count() {
        return count;
    }

    /** The first of them, and how many more there are. */
    public List<Fault> toList() {
        List<Fault> faults = new ArrayList<>(kept);
        if (count > MOST_KEPT) {
            faults.add(new Fault("", 0, (count - MOST_KEPT) + " more faults are not listed."));
        }
        return List.copyOf(faults);
    }
}
