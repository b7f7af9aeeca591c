package io.watchfloor.faults.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class RawMessageTest {
    private static final String TEXT = "{\"kind\":\"snapshot\",\"incidents\":[\"电梯困人\"]}".repeat(1_000);

    @Test
    void shouldReadWhatWasCompressedByItself() throws IOException {
        RawMessage message = new RawMessage(true, compressed(TEXT));

        assertThat(message.bytes().remaining()).isLessThan(TEXT.length() / 10);
        assertThat(message.text()).isEqualTo(TEXT);
        assertThat(message.text()).as("read again").isEqualTo(TEXT);
        assertThat(message).isEqualTo(new RawMessage(true, compressed(TEXT)));
    }

    @Test
    void shouldReadWhatWasNotCompressed() throws IOException {
        assertThat(new RawMessage(false, ByteBuffer.wrap(TEXT.getBytes(StandardCharsets.UTF_8))).text())
                .isEqualTo(TEXT);
    }

    @Test
    void shouldRefuseWhatIsNotWellFormed() {
        assertThatThrownBy(() -> new RawMessage(false, ByteBuffer.wrap(new byte[] {(byte) 0xC3})).text())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new RawMessage(true, ByteBuffer.wrap(new byte[] {7, 7, 7, 7})).text())
                .isInstanceOf(IOException.class);
    }

    private static ByteBuffer compressed(String text) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = new byte[text.length() * 4];
        int length = deflater.deflate(bytes, 0, bytes.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return ByteBuffer.wrap(bytes, 0, length - 4);
    }
}
