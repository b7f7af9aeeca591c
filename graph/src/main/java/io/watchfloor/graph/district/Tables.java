package io.watchfloor.graph.district;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tables of one import, their rows counted and their faults noted. */
final class Tables {
    private final SheetSource source;
    private final Predicate<String> uploaded;
    private final Faults faults = new Faults();
    private int rows;

    /** {@code uploaded} tells of a file whether it is new, and not what stands in the graph already. */
    Tables(SheetSource source, Predicate<String> uploaded) {
        this.source = source;
        this.uploaded = uploaded;
    }

    Faults faults() {
        return faults;
    }

    int rows() {
        return rows;
    }

    CsvTable table(String file, String... columns) {
        return counted(CsvTable.read(source, file, List.of(columns), faults, !uploaded.test(file)));
    }

    /** A table that need not be there. */
    CsvTable optionalTable(String file, String... columns) {
        return counted(CsvTable.readIfThere(source, file, List.of(columns), faults, !uploaded.test(file)));
    }

    private CsvTable counted(CsvTable table) {
        rows += table.size();
        return table;
    }

    static String reference(CsvRow row, String column, Set<String> known, String where) {
        String id = row.required(column);
        if (!id.isEmpty() && !known.contains(id)) {
            row.unknown(column, id, where);
        }
        return id;
    }

    static List<String> references(CsvRow row, String column, Set<String> known, String where) {
        List<String> ids = row.list(column);
        for (String id : ids) {
            if (!known.contains(id)) {
                row.unknown(column, id, where);
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
                row.fault(
                        "id",
                        "id '" + id + "' is on line " + first + " already.",
                        "id “" + id + "”已在第 " + first + " 行出现。");
            }
            return id;
        }
    }
}
