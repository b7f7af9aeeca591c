package io.watchfloor.faults.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A message as it came, not looked into yet; two with the same bytes are equal.
 *
 * @param compressed each by itself, as permessage-deflate has it
 */
public record RawMessage(boolean compressed, ByteBuffer bytes) {
    /** What a sender leaves out at the end (RFC 7692, 7.2.1), and an empty last block, which ends the text. */
    private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF, 1, 0, 0, (byte) 0xFF, (byte) 0xFF};

    /** What its bytes say; they must be well-formed. */
    public String text() throws IOException {
        byte[] payload = new byte[bytes.remaining()];
        bytes.duplicate().get(payload);
        byte[] text = compressed ? inflate(payload) : payload;
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    }

    private static byte[] inflate(byte[] payload) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream in = new InflaterInputStream(
                new SequenceInputStream(new ByteArrayInputStream(payload), new ByteArrayInputStream(TAIL)), inflater)) {
            return in.readAllBytes();
        } finally {
            inflater.end();
        }
    }
}
