package io.watchfloor.graph.district;

import io.watchfloor.graph.district.DistrictImport.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Tables from a workbook: a sheet has the name of a file, with or without {@code .csv}. */
final class WorkbookSheets implements SheetSource {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String EXTENSION = ".csv";

    private final byte[] workbook;

    WorkbookSheets(byte[] workbook) {
        this.workbook = workbook;
    }

    @Override
    public Optional<Sheet> find(String file, Faults faults) {
        String name = file.substring(0, file.length() - EXTENSION.length());
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            Optional<org.dhatim.fastexcel.reader.Sheet> sheet = book.getSheets()
                    .filter(candidate -> candidate.getName().equalsIgnoreCase(name)
                            || candidate.getName().equalsIgnoreCase(file))
                    .findFirst();
            return sheet.isEmpty() ? Optional.empty() : Optional.of(read(sheet.get()));
        } catch (IOException | ExcelReaderException e) {
            faults.addUnusable(
                    new Fault(file, 0, "The workbook cannot be read; save it anew as .xlsx.", "工作簿无法读取；请重新另存为 .xlsx。"));
            return Optional.of(Sheet.UNREADABLE);
        }
    }

    private static Sheet read(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
        List<String> header = null;
        List<Sheet.Line> lines = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                List<String> values = new ArrayList<>();
                for (int column = 0; column < row.getCellCount(); column++) {
                    values.add(row.getOptionalCell(column)
                            .map(WorkbookSheets::text)
                            .orElse(""));
                }
                if (header == null) {
                    header = values;
                } else if (!values.stream().allMatch(String::isBlank)) {
                    lines.add(new Sheet.Line(row.getRowNum(), values));
                }
            }
        }
        return new Sheet(header == null ? List.of() : header, lines);
    }

    /** As it would stand in the CSV file. */
    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean().toString();
        }
        if (cell.getType() == CellType.NUMBER) {
            return looksLikeDate(cell) ? dateText(cell) : plain(cell.asNumber());
        }
        return cell.getText().strip();
    }

    private static boolean looksLikeDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).matches(".*(yy|dd|h:mm|hh).*");
    }

    /** A serial number below one is a time of day. */
    private static String dateText(Cell cell) {
        if (cell.asNumber().compareTo(BigDecimal.ONE) < 0) {
            long minutes = Math.round(cell.asNumber().doubleValue() * 24 * 60);
            return LocalTime.ofSecondOfDay(minutes % (24 * 60) * 60).format(TIME);
        }
        LocalDateTime date = cell.asDate();
        return date.toLocalDate().toString();
    }

    private static String plain(BigDecimal number) {
        BigDecimal short_ = number.stripTrailingZeros();
        return short_.scale() < 0 ? short_.setScale(0).toPlainString() : short_.toPlainString();
    }
}
