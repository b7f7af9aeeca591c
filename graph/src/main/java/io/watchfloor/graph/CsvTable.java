package io.watchfloor.graph;

import io.watchfloor.graph.DistrictImport.Fault;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One CSV file of a district: a header, and rows that are read by column name. */
final class CsvTable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .setIgnoreEmptyLines(false)
            .get();

    private final String file;
    private final List<CsvRow> rows;

    private CsvTable(String file, List<CsvRow> rows) {
        this.file = file;
        this.rows = rows;
    }

    /** Reads the file; without rows when it cannot be read or lacks a column, with the fault noted. */
    static CsvTable read(Path folder, String file, List<String> columns, Faults faults) {
        return new CsvTable(
                file,
                readText(folder.resolve(file), file, faults)
                        .map(text -> parse(text, file, columns, faults))
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

    private static Optional<String> readText(Path path, String file, Faults faults) {
        if (!Files.isRegularFile(path)) {
            faults.add(new Fault(file, 0, "The file is missing."));
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return Optional.of(marked ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            faults.add(new Fault(file, 0, "The file is not UTF-8; save it as UTF-8."));
        } catch (IOException e) {
            faults.add(new Fault(file, 0, "The file cannot be read: " + e.getMessage() + "."));
        }
        return Optional.empty();
    }

    private static List<CsvRow> parse(String text, String file, List<String> columns, Faults faults) {
        List<CsvRow> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<String> header = null;
            for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext(); ) {
                CSVRecord record = records.next();
                if (header == null) {
                    header = record.toList();
                    if (!checkHeader(header, file, columns, faults)) {
                        return List.of();
                    }
                } else if (!isBlank(record)) {
                    rows.add(new CsvRow(file, line, header, record, faults));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            if (header == null) {
                faults.add(new Fault(file, 1, "The file is empty; a header with " + columns + " is needed."));
            }
        } catch (IOException | UncheckedIOException e) {
            faults.add(new Fault(file, line, "From here on it is not CSV: " + e.getMessage() + "."));
        }
        return rows;
    }

    private static boolean checkHeader(List<String> header, String file, List<String> columns, Faults faults) {
        List<String> missing =
                columns.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            faults.add(
                    new Fault(file, 1, "The header lacks " + String.join(", ", missing) + "; it has " + header + "."));
        }
        boolean twice = columns.stream().anyMatch(column -> header.indexOf(column) != header.lastIndexOf(column));
        if (twice) {
            faults.add(new Fault(file, 1, "The header names a column twice: " + header + "."));
        }
        return missing.isEmpty() && !twice;
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }
}
