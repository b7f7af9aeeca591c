package io.watchfloor.graph.district;

import io.watchfloor.graph.district.DistrictImport.Fault;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Tables from CSV text: UTF-8 with or without a byte order mark, or GB18030 when it is not UTF-8. */
final class CsvSheets implements SheetSource {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .setIgnoreEmptyLines(false)
            .get();

    private final Map<String, byte[]> files;

    CsvSheets(Map<String, byte[]> files) {
        this.files = files;
    }

    @Override
    public Optional<Sheet> find(String file, Faults faults) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            return Optional.empty();
        }
        Optional<String> text = decode(bytes);
        if (text.isEmpty()) {
            faults.addUnusable(new Fault(
                    file,
                    0,
                    "The file is neither UTF-8 nor GB18030; save it as UTF-8.",
                    "文件既不是 UTF-8 也不是 GB18030 编码；请另存为 UTF-8。"));
        }
        return Optional.of(text.map(readable -> parse(readable, file, faults)).orElse(Sheet.UNREADABLE));
    }

    /** GB18030 takes almost any bytes, so that UTF-8 is tried first, and strictly. */
    private static Optional<String> decode(byte[] bytes) {
        return CHARSETS.stream()
                .flatMap(charset -> decode(bytes, charset).stream())
                .findFirst();
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Sheet parse(String text, String file, Faults faults) {
        List<String> header = List.of();
        List<Sheet.Line> lines = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            boolean first = true;
            for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext(); ) {
                CSVRecord record = records.next();
                if (first) {
                    header = record.toList();
                    first = false;
                } else if (!record.stream().allMatch(String::isBlank)) {
                    lines.add(new Sheet.Line(line, record.toList()));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            faults.addUnusable(new Fault(
                    file,
                    line,
                    "From here on it is not CSV; is a quotation mark left open or out of place?",
                    "从此行起不是正确的 CSV；是否有引号未闭合或位置不对？"));
        }
        return new Sheet(header, lines);
    }
}
