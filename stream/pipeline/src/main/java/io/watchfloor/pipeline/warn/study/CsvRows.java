package io.watchfloor.pipeline.warn.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Rows of a gzipped CSV file by their column names; quotes may hold commas and line breaks. */
final class CsvRows {
    private CsvRows() {}

    static List<Map<String, String>> read(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> header = next(in);
            for (List<String> row = next(in); !row.isEmpty(); row = next(in)) {
                Map<String, String> byName = new HashMap<>();
                for (int i = 0; i < Math.min(header.size(), row.size()); i++) {
                    byName.put(header.get(i), row.get(i));
                }
                rows.add(byName);
            }
        }
        return rows;
    }

    /** Empty at the end of the file. */
    private static List<String> next(BufferedReader in) throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int c = in.read();
        if (c < 0) {
            return fields;
        }
        for (; c >= 0 && (quoted || c != '\n'); c = in.read()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c != '\r') {
                field.append((char) c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
