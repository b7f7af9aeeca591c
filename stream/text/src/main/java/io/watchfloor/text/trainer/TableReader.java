package io.watchfloor.text.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.watchfloor.contract.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
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
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads tables by what is in them, whatever they are called: CSV with commas, semicolons or tabs and a header row; a JSON array
 * of objects, an object that holds one, or an object a line; gzipped or not; UTF-8 with or without a byte order mark, or else
 * GB 18030, as older Chinese files are.
 */
final class TableReader {
    private static final Charset OLD_CHINESE = Charset.forName("GB18030");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;
    private static final int BYTE = 0xFF;

    private TableReader() {}

    /**
     * All rows of a file.
     *
     * @throws IOException when the file cannot be read
     * @throws BadInputException when it is no table of a known kind
     */
    static List<Row> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        String text = text(unpacked(Files.readAllBytes(file)));
        String start = text.stripLeading();
        if (start.startsWith("[") || start.startsWith("{")) {
            return json(text, name);
        }
        try {
            return csv(text);
        } catch (IllegalArgumentException | IllegalStateException | java.io.UncheckedIOException e) {
            throw new BadInputException(name + " is no table that can be read: " + e.getMessage());
        }
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        boolean packed = bytes.length > 2 && (bytes[0] & BYTE) == GZIP_FIRST && (bytes[1] & BYTE) == GZIP_SECOND;
        if (!packed) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, OLD_CHINESE);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static List<Row> csv(String text) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .get();
        List<Row> rows = new ArrayList<>();
        for (CSVRecord line : format.parse(new StringReader(text))) {
            Map<String, String> values = new LinkedHashMap<>();
            line.toMap().forEach((column, value) -> values.put(column.strip(), value == null ? "" : value));
            rows.add(new Row(values));
        }
        return rows;
    }

    /** The sign that the header row has most of. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char sign : new char[] {'\t', ';'}) {
            best = count(sign, header) > count(best, header) ? sign : best;
        }
        return best;
    }

    private static long count(char sign, String header) {
        return header.chars().filter(c -> c == sign).count();
    }

    private static List<Row> json(String text, String name) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (MappingIterator<JsonNode> values =
                Json.mapper().readerFor(JsonNode.class).readValues(text)) {
            while (values.hasNextValue()) {
                addObjects(values.nextValue(), rows);
            }
        }
        if (rows.isEmpty()) {
            throw new BadInputException(name + ": expected JSON objects, in an array or one a line");
        }
        return rows;
    }

    private static void addObjects(JsonNode node, List<Row> rows) {
        boolean holdsRows =
                node.isObject() && node.size() == 1 && node.iterator().next().isArray();
        if (node.isArray() || holdsRows) {
            node.forEach(inner -> addObjects(inner, rows));
        } else if (node.isObject()) {
            Map<String, String> values = new LinkedHashMap<>();
            node.properties()
                    .forEach(field ->
                            values.put(field.getKey().strip(), field.getValue().asText()));
            rows.add(new Row(values));
        }
    }
}
