package io.watchfloor.drill.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the tables that lie beside a class: names, words and weights are kept as data, not as code. */
public final class ResourceTable {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private ResourceTable() {}

    /**
     * The rows of a CSV file with a header, in the class's own package.
     *
     * @throws UncheckedIOException when there is no such file or it is not CSV
     */
    public static <T> List<T> read(Class<?> beside, String name, Function<CSVRecord, T> toRow) {
        try (InputStream in = beside.getResourceAsStream(name);
                CSVParser rows = WITH_HEADER.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().map(toRow).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is part of this jar", e);
        }
    }

    /** The items of a cell that holds several, separated by {@code |}. */
    public static List<String> list(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split("\\|", -1));
    }
}
