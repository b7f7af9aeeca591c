package io.watchfloor.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static final int SHORT_SEQUENCES = 1 << 24;
    private static final int LONG_SEQUENCES = 200_000;
    private static final int[] EDGES = {
        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE4, 0xED, 0xEE, 0xEF,
        0xF0, 0xF1, 0xF4, 0xF5, 0xFF
    };

    @Test
    void shouldAgreeWithTheStrictDecoderOnEverySequenceOfThreeBytes() {
        byte[] bytes = new byte[3];
        for (int i = 0; i < SHORT_SEQUENCES; i += 7) {
            bytes[0] = (byte) (i >> 16);
            bytes[1] = (byte) (i >> 8);
            bytes[2] = (byte) i;

            assertAgrees(bytes);
        }
    }

    @Test
    void shouldAgreeWithTheStrictDecoderOnSequencesOfBytesAtTheEdges() {
        Random random = new Random(5);
        for (int i = 0; i < LONG_SEQUENCES; i++) {
            byte[] bytes = new byte[random.nextInt(9)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) EDGES[random.nextInt(EDGES.length)];
            }

            assertAgrees(bytes);
        }
    }

    private static void assertAgrees(byte[] bytes) {
        if (Utf8.isWellFormed(bytes) != decodes(bytes)) {
            assertThat(Utf8.isWellFormed(bytes))
                    .as("%s", ByteBuffer.wrap(bytes))
                    .isEqualTo(decodes(bytes));
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
