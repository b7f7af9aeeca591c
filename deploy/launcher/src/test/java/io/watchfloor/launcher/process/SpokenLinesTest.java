package io.watchfloor.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpokenLinesTest {
    private SpokenLines lines;

    @BeforeEach
    void listen() {
        lines = new SpokenLines();
    }

    @Test
    void shouldHearThatItIsReady() {
        hear("starting\nREA");
        assertThat(lines.saidReady()).isFalse();

        hear("DY gateway http=http://127.0.0.1:8080\n");
        assertThat(lines.saidReady()).isTrue();
    }

    @Test
    void shouldNotTakeAWordInTheMiddleForReadiness() {
        hear("not READY yet\n");

        assertThat(lines.saidReady()).isFalse();
    }

    @Test
    void shouldKeepTheLastTwentyLines() {
        for (int i = 1; i <= 30; i++) {
            hear("line " + i + "\n");
        }

        assertThat(lines.last()).hasSize(20).startsWith("line 11").endsWith("line 30");
    }

    @Test
    void shouldCutALineThatNeverEnds() {
        hear("x".repeat(100_000));
        lines.end();

        assertThat(lines.last()).singleElement().asString().hasSize(2_000);
    }

    @Test
    void shouldReadChinese() {
        hear("网关");
        hear("就绪\r\n");

        assertThat(lines.last()).containsExactly("网关就绪");
    }

    private void hear(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        lines.add(bytes, bytes.length);
    }
}
