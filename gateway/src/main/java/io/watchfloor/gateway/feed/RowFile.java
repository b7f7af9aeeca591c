package io.watchfloor.gateway.feed;

import io.watchfloor.contract.ReportProblem;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** A CSV file, also gzipped, read row by row. Reading blocks. */
final class RowFile implements AutoCloseable {
    private static final int GZIP_MAGIC_FIRST = 0x1f;
    private static final int GZIP_MAGIC_SECOND = 0x8b;
    private static final char REPLACEMENT = '\uFFFD';
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int columns;
    private long number;

    private RowFile(CSVParser parser) {
        this.parser = parser;
        this.records = parser.iterator();
        this.columns = parser.getHeaderNames().size();
    }

    /**
     * Opens the file and looks whether it has every column of the mapping.
     *
     * @throws FeedMappingException when it cannot be opened or lacks a column
     */
    static RowFile open(Path file, FeedMapping mapping) {
        try {
            RowFile rows = new RowFile(CSVParser.parse(reader(file, mapping), format(mapping)));
            for (String column : mapping.columns()) {
                if (!rows.parser.getHeaderMap().containsKey(column)) {
                    rows.close();
                    throw new FeedMappingException("The file " + file + " has no column '" + column + "'; it has "
                            + String.join(", ", new TreeSet<>(rows.parser.getHeaderNames())) + ".");
                }
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new FeedMappingException("The file " + file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /**
     * The next rows, at most so many; empty at the end.
     *
     * @throws UncheckedIOException when the file breaks off
     */
    List<Row> next(int most) {
        List<Row> rows = new ArrayList<>(most);
        while (rows.size() < most && records.hasNext()) {
            rows.add(row(records.next()));
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Row row(CSVRecord record) {
        number++;
        String raw = CSVFormat.RFC4180.format((Object[]) record.values());
        if (record.size() != columns) {
            return new Row(
                    number,
                    Map.of(),
                    raw,
                    new ReportProblem(
                            "wrong-columns",
                            null,
                            "The row has " + record.size() + " columns, the header " + columns + "."));
        }
        if (raw.indexOf(REPLACEMENT) >= 0) {
            return new Row(
                    number,
                    Map.of(),
                    raw,
                    new ReportProblem(
                            "wrong-charset", null, "The row has bytes that the mapping's charset does not allow."));
        }
        return new Row(number, record.toMap(), raw, null);
    }

    private static CSVFormat format(FeedMapping mapping) {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setDelimiter(mapping.delimiter() == null ? "," : mapping.delimiter())
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .get();
    }

    private static Reader reader(Path file, FeedMapping mapping) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        Reader reader = new BufferedReader(new InputStreamReader(
                isGzip(in) ? new GZIPInputStream(in, 64 * 1024) : in,
                mapping.charsetOrUtf8()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == GZIP_MAGIC_FIRST && in.read() == GZIP_MAGIC_SECOND;
        in.reset();
        return gzip;
    }
}
