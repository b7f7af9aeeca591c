package io.watchfloor.graph.district;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of one import, their rows counted and their faults noted. */
final class Tables {
    private final SheetSource source;
    private final Faults faults = new Faults();
    private int rows;

    Tables(SheetSource source) {
        this.source = source;
    }

    Faults faults() {
        return faults;
    }

    int rows() {
        return rows;
    }

    CsvTable table(String file, String... columns) {
        return counted(CsvTable.read(source, file, List.of(columns), faults));
    }

    /** A table that need not be there. */
    CsvTable optionalTable(String file, String... columns) {
        return counted(CsvTable.readIfThere(source, file, List.of(columns), faults));
    }

    private CsvTable counted(CsvTable table) {
        rows += table.size();
        return table;
    }

    static String reference(CsvRow row, String column, Set<String> known, String where) {
        String id = row.required(column);
        if (!id.isEmpty() && !known.contains(id)) {
            row.fault(column, column + " '" + id + "' is not in " + where + ", or its row there is at fault.");
        }
        return id;
    }

    static List<String> references(CsvRow row, String column, Set<String> known, String where) {
        List<String> ids = row.list(column);
        for (String id : ids) {
            if (!known.contains(id)) {
                row.fault(column, column + " names '" + id + "', which is not in " + where + ".");
            }
        }
        return ids;
    }

    static <T> Set<String> ids(List<T> rows, Function<T, String> id) {
        return rows.stream().map(id).collect(Collectors.toSet());
    }

    /** Ids of one file and where each was first. */
    static final class Ids {
        private final Map<String, Long> lines = new HashMap<>();

        String take(CsvRow row) {
            String id = row.required("id");
            Long first = lines.putIfAbsent(id, row.line());
            if (first != null && !id.isEmpty()) {
                row.fault("id", "id '" + id + "' is on line " + first + " already.");
            }
            return id;
        }
    }
}
