package io.watchfloor.graph.district;

import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.equipment.EquipmentDesk;
import java.nio.file.Path;
import java.util.List;

/** Brings a district into the graph from tables; their columns are in this module's README. */
public interface DistrictImport {
    /** Into the graph that these transactions reach; what files say about equipment is settled at the desk. */
    static DistrictImport on(GraphTransactions transactions, EquipmentDesk equipment) {
        return new GraphDistrictImport(new DistrictReader(transactions), new DistrictWriter(transactions), equipment);
    }

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

    /**
     * One fault.
     *
     * @param file the table
     * @param line its line; the header is line 1, and 0 is the file itself
     * @param column null when it is about the whole row
     * @param detail what is wrong with it, English
     * @param detailZh the same, Chinese
     */
    record Fault(String file, long line, String column, String detail, String detailZh) {
        /** A fault of a whole row or file. */
        public Fault(String file, long line, String detail, String detailZh) {
            this(file, line, null, detail, detailZh);
        }
    }

    /** Reads, validates and imports the folder; importing it again updates what changed. */
    Report importFrom(Path folder);

    /**
     * As {@link #importFrom(Path)}, from tables wherever they are.
     *
     * @param keepOthers whether tables that the source does not have stay as they are; without it they have to be there,
     *     unless they are optional
     */
    Report importFrom(SheetSource source, boolean keepOthers);
}
