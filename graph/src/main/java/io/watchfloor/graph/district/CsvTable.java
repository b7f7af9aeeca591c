package io.watchfloor.graph.district;

import io.watchfloor.graph.district.DistrictImport.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One table of a district: a header, and rows that are read by column name. */
final class CsvTable {
    private final String file;
    private final List<CsvRow> rows;

    private CsvTable(String file, List<CsvRow> rows) {
        this.file = file;
        this.rows = rows;
    }

    /** Reads the table; without rows when it is not there or lacks a column, with the fault noted. {@code standing} in the graph already. */
    static CsvTable read(SheetSource source, String file, List<String> columns, Faults faults, boolean standing) {
        Optional<Sheet> sheet = source.find(file, faults);
        if (sheet.isEmpty()) {
            faults.addUnusable(new Fault(file, 0, "The file is missing.", "缺少此文件。"));
        }
        return new CsvTable(
                file,
                sheet.map(found -> rows(found, file, columns, faults, standing)).orElse(List.of()));
    }

    /** As {@link #read}, and without rows and without a fault when it is not there. */
    static CsvTable readIfThere(
            SheetSource source, String file, List<String> columns, Faults faults, boolean standing) {
        return new CsvTable(
                file,
                source.find(file, faults)
                        .map(found -> rows(found, file, columns, faults, standing))
                        .orElse(List.of()));
    }

    String file() {
        return file;
    }

    int size() {
        return rows.size();
    }

    /** What the rows without a fault say. */
    <T> List<T> map(Faults faults, Function<CsvRow, T> reading) {
        List<T> read = new ArrayList<>();
        for (CsvRow row : rows) {
            int before = faults.count();
            T value = reading.apply(row);
            if (faults.count() == before) {
                read.add(value);
            }
        }
        return read;
    }

    private static List<CsvRow> rows(Sheet sheet, String file, List<String> columns, Faults faults, boolean standing) {
        if (!sheet.readable()) {
            return List.of();
        }
        if (sheet.header().isEmpty()) {
            String named = String.join(", ", columns);
            faults.addUnusable(new Fault(
                    file, 1, "The file is empty; a header with " + named + " is needed.", "文件为空；须有表头：" + named + "。"));
            return List.of();
        }
        if (!checkHeader(sheet.header(), file, columns, faults)) {
            return List.of();
        }
        return sheet.lines().stream()
                .map(line -> new CsvRow(file, line.number(), sheet.header(), line.values(), faults, standing))
                .toList();
    }

    private static boolean checkHeader(List<String> header, String file, List<String> columns, Faults faults) {
        List<String> missing =
                columns.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            String lacking = String.join(", ", missing);
            String there = String.join(", ", header);
            faults.addUnusable(new Fault(
                    file,
                    1,
                    "The header lacks " + lacking + "; it has " + there + ".",
                    "表头缺少 " + lacking + "；现有 " + there + "。"));
        }
        boolean twice = columns.stream().anyMatch(column -> header.indexOf(column) != header.lastIndexOf(column));
        if (twice) {
            faults.addUnusable(new Fault(
                    file,
                    1,
                    "The header names a column twice: " + String.join(", ", header) + ".",
                    "表头中有重复的列：" + String.join(", ", header) + "。"));
        }
        return missing.isEmpty() && !twice;
    }
}
