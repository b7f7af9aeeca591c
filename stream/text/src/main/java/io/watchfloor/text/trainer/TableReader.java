package io.watchfloor.text.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads tables: CSV with a header row, or a JSON array of objects; either may be gzipped. */
final class TableReader {
    private static final CSVFormat CSV = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TableReader() {}

    /**
     * All rows of a file.
     *
     * @throws IOException when the file cannot be read
     * @throws BadInputException when it is no table of a known kind
     */
    static List<Row> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        boolean packed = name.endsWith(".gz");
        String kind = packed ? name.substring(0, name.length() - 3) : name;
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = packed ? new GZIPInputStream(raw) : raw) {
            if (kind.endsWith(".csv")) {
                return csv(in);
            }
            if (kind.endsWith(".json")) {
                return json(in, name);
            }
        }
        throw new BadInputException(name + ": only .csv, .csv.gz, .json and .json.gz can be read");
    }

    private static List<Row> csv(InputStream in) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (CSVRecord line : CSV.parse(reader)) {
                Map<String, String> values = new LinkedHashMap<>();
                line.toMap().forEach((column, value) -> values.put(withoutMark(column), value));
                rows.add(new Row(values));
            }
        }
        return rows;
    }

    private static List<Row> json(InputStream in, String name) throws IOException {
        JsonNode tree = Json.mapper().readTree(in);
        if (!tree.isArray()) {
            throw new BadInputException(name + ": expected a JSON array of objects");
        }
        List<Row> rows = new ArrayList<>();
        for (JsonNode node : tree) {
            Map<String, String> values = new LinkedHashMap<>();
            node.properties()
                    .forEach(
                            field -> values.put(field.getKey(), field.getValue().asText()));
            rows.add(new Row(values));
        }
        return rows;
    }

    private static String withoutMark(String column) {
        return !column.isEmpty() && column.charAt(0) == BYTE_ORDER_MARK ? column.substring(1) : column;
    }
}
