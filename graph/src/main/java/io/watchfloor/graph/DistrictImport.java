package io.watchfloor.graph;

import java.nio.file.Path;
import java.util.List;

/** Brings a district into the graph from a folder of CSV files; columns are in this module's README. */
public interface DistrictImport {
    /**
     * What an import did.
     *
     * @param faults rows at fault; when there is any, nothing was imported
     * @param created nodes and relationships made
     * @param rows rows read
     */
    record Report(List<Fault> faults, int created, int rows) {
        /** Whether it was imported. */
        public boolean isDone() {
            return faults.isEmpty();
        }
    }

    /** One fault: the file, its line (the header is line 1) and what is wrong with it. */
    record Fault(String file, long line, String detail) {}

    /** Reads, validates and imports the folder; importing it again updates what changed. */
    Report importFrom(Path folder);
}
