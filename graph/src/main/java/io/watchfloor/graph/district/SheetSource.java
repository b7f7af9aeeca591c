package io.watchfloor.graph.district;

import java.util.Optional;

/** Where tables come from. */
public interface SheetSource {
    /** The table of that file name, such as {@code people.csv}; empty when it is not there. Faults of its form are noted. */
    Optional<Sheet> find(String file, Faults faults);

    /** This source, and another one for tables that this one does not have. */
    default SheetSource orElse(SheetSource other) {
        return (file, faults) -> find(file, faults).or(() -> other.find(file, faults));
    }
}
