package io.watchfloor.graph.district;

import io.watchfloor.graph.district.DistrictImport.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Faults found so far: all are counted, the first thousand are kept. */
public final class Faults {
    private static final int MOST_KEPT = 1_000;

    private final List<Fault> kept = new ArrayList<>();
    private final Set<String> unusable = new HashSet<>();
    private final Set<String> lacking = new HashSet<>();
    private int count;

    /** Notes one. */
    public void add(Fault fault) {
        if (count++ < MOST_KEPT) {
            kept.add(fault);
        }
    }

    /** Notes that a whole table is not there or cannot be read: what other tables say of it is no fault of theirs. */
    void addUnusable(Fault fault) {
        unusable.add(fault.file());
        add(fault);
    }

    /** As {@link #add}, unless the table was found to lack this id before. */
    void addLacking(String id, Fault fault) {
        if (lacking.add(fault.file() + "\u0000" + id)) {
            add(fault);
        }
    }

    /** Whether the table is not there or cannot be read. */
    boolean isUnusable(String file) {
        return unusable.contains(file);
    }

    /** How many there are, kept or not. */
    public int count() {
        return count;
    }

    /** The first of them, and how many more there are. */
    public List<Fault> toList() {
        List<Fault> faults = new ArrayList<>(kept);
        if (count > MOST_KEPT) {
            faults.add(new Fault(
                    "",
                    0,
                    (count - MOST_KEPT) + " more faults are not listed.",
                    "另有 " + (count - MOST_KEPT) + " 处问题未列出。"));
        }
        return List.copyOf(faults);
    }
}
