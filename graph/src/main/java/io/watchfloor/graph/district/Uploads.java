package io.watchfloor.graph.district;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Sources of tables: a folder, one file, a zip of CSV files, a workbook. */
public final class Uploads {
    /** More than this unpacked is no district. */
    private static final long MOST_BYTES = 512L * 1024 * 1024;

    private static final String WORKBOOK_PART = "xl/workbook.xml";
    private static final String EXTENSION = ".csv";

    private Uploads() {}

    /** The CSV files in a folder. */
    public static SheetSource folder(Path folder) {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path path : (Iterable<Path>) inside.filter(Files::isRegularFile)::iterator) {
                if (path.getFileName().toString().endsWith(EXTENSION)) {
                    files.put(path.getFileName().toString(), Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
        return new CsvSheets(files);
    }

    /** One CSV file. */
    public static SheetSource file(String name, byte[] csv) {
        return new CsvSheets(Map.of(name, csv));
    }

    /**
     * A workbook, or CSV files in a zip, in whichever folder of it.
     *
     * @throws IOException when it is no zip at all, or unpacks to more than any district is
     */
    public static SheetSource archive(byte[] zip) throws IOException {
        if (isWorkbook(zip)) {
            return new WorkbookSheets(zip);
        }
        Map<String, byte[]> files = new HashMap<>();
        long unpacked = 0;
        boolean any = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                any = true;
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (name.toLowerCase(Locale.ROOT).endsWith(EXTENSION) && !name.startsWith(".")) {
                    byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MOST_BYTES - unpacked + 1));
                    unpacked += bytes.length;
                    files.put(name, bytes);
                }
                if (unpacked > MOST_BYTES) {
                    throw new IOException("it unpacks to more than " + MOST_BYTES / 1024 / 1024 + " MiB");
                }
            }
        }
        if (!any) {
            throw new IOException("it is neither a zip nor a workbook");
        }
        return new CsvSheets(files);
    }

    /** Names of entries stand in a zip as they are; its list of entries is not needed to find one. */
    private static boolean isWorkbook(byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).contains(WORKBOOK_PART);
    }
}
