package io.watchfloor.gateway.journal;

import io.watchfloor.contract.MalformedMessageException;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.Report;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One record of the journal: eight hexadecimal digits of the CRC-32C of the JSON, a blank, the report as JSON, a line
 * feed. A line can be read with any text tool, and one that was torn is told by its checksum.
 */
final class JournalLine {
    private static final int CHECKSUM_DIGITS = 8;
    private static final int HEXADECIMAL = 16;

    private JournalLine() {}

    /** The line with its line feed. */
    static byte[] encode(Report report) {
        byte[] json = MessageCodec.encode(report).getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[CHECKSUM_DIGITS + 1 + json.length + 1];
        byte[] checksum = String.format("%08x", checksum(json, 0, json.length)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(checksum, 0, line, 0, CHECKSUM_DIGITS);
        line[CHECKSUM_DIGITS] = ' ';
        System.arraycopy(json, 0, line, CHECKSUM_DIGITS + 1, json.length);
        line[line.length - 1] = '\n';
        return line;
    }

    /** The report of a line without its line feed; empty when the line was torn or is none. */
    static Optional<Report> decode(byte[] line) {
        int start = CHECKSUM_DIGITS + 1;
        if (line.length <= start || line[CHECKSUM_DIGITS] != ' ') {
            return Optional.empty();
        }
        try {
            long written = Long.parseLong(new String(line, 0, CHECKSUM_DIGITS, StandardCharsets.US_ASCII), HEXADECIMAL);
            if (written != checksum(line, start, line.length - start)) {
                return Optional.empty();
            }
            String json = new String(Arrays.copyOfRange(line, start, line.length), StandardCharsets.UTF_8);
            return Optional.of(MessageCodec.decode(json, Report.class));
        } catch (NumberFormatException | MalformedMessageException e) {
            return Optional.empty();
        }
    }

    private static long checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return crc.getValue();
    }
}
