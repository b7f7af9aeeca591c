package io.watchfloor.drill.district;

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

/** Tables that lie beside this class: what the district is called and staffed with, kept as data. */
final class ResourceTable {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private ResourceTable() {}

    static <T> List<T> read(String name, Function<CSVRecord, T> toRow) {
        try (InputStream in = ResourceTable.class.getResourceAsStream(name);
                CSVParser rows = WITH_HEADER.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().map(toRow).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is part of this jar", e);
        }
    }

    /** The items of a cell that holds several, separated by {@code |}. */
    static List<String> list(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split("\\|", -1));
    }
}
