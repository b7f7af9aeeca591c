package io.watchfloor.graph.district;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A district as something to keep or to work on: each form can be imported again as it is. */
public final class Downloads {
    private static final String APPLICATION = "Watchfloor";
    private static final int EXTENSION_CHARACTERS = ".csv".length();

    private Downloads() {}

    /** A zip of CSV files, UTF-8 with a byte order mark, so that spreadsheets show Chinese as it is. */
    public static byte[] zip(District district) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Sheet> table : DistrictTables.of(district).entrySet()) {
                zip.putNextEntry(new ZipEntry(table.getKey()));
                zip.write(csv(table.getValue()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
        return bytes.toByteArray();
    }

    /** A workbook with a sheet for each table; every cell is text, so that nothing is turned into something else. */
    public static byte[] workbook(District district) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, APPLICATION, null)) {
            for (Map.Entry<String, Sheet> table : DistrictTables.of(district).entrySet()) {
                String name = table.getKey();
                write(book.newWorksheet(name.substring(0, name.length() - EXTENSION_CHARACTERS)), table.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet page, Sheet sheet) throws IOException {
        write(page, 0, sheet.header());
        for (int line = 0; line < sheet.lines().size(); line++) {
            write(page, line + 1, sheet.lines().get(line).values());
        }
        page.freezePane(0, 1);
        page.finish();
    }

    private static void write(Worksheet page, int row, List<String> values) {
        for (int column = 0; column < values.size(); column++) {
            if (!values.get(column).isEmpty()) {
                page.value(row, column, values.get(column));
            }
        }
    }

    private static byte[] csv(Sheet sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CSVPrinter out = new CSVPrinter(
                new OutputStreamWriter(bytes, StandardCharsets.UTF_8),
                CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
            out.getOut().append('\uFEFF');
            out.printRecord(sheet.header());
            for (Sheet.Line line : sheet.lines()) {
                out.printRecord(line.values());
            }
        }
        return bytes.toByteArray();
    }
}
