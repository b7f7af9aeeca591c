package io.watchfloor.launcher.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.launcher.supervise.UnitState;
import io.watchfloor.launcher.supervise.UnitStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final UnitStatus STARTING = new UnitStatus("redis", UnitState.STARTING, Duration.ofMillis(1_250));
    private static final UnitStatus READY = new UnitStatus("redis", UnitState.READY, Duration.ofSeconds(2));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void shouldDrawOverItselfOnATerminal() {
        Screen screen = screen(true);
        screen.draw(List.of(STARTING));
        screen.changed(READY);
        screen.draw(List.of(READY));

        assertThat(shown()).isEqualTo("""
                        \u001b[2K  redis      1.3 s  starting · 消息流启动中
                        \u001b[1A\u001b[2K  redis      2.0 s  ready · 消息流就绪
                        """);
    }

    @Test
    void shouldAddLinesAnywhereElse() {
        Screen screen = screen(false);
        screen.draw(List.of(STARTING));
        screen.changed(STARTING);
        screen.changed(READY);

        assertThat(shown()).isEqualTo("""
                          redis      1.3 s  starting · 消息流启动中
                          redis      2.0 s  ready · 消息流就绪
                        """);
    }

    @Test
    void shouldSayWhatDiedAndWhenItComesBack() {
        screen(true).died("gateway", 137, Duration.ofMillis(500));

        assertThat(shown()).isEqualTo("  gateway ended with code 137, starting again in 0.5 s · 网关退出，0.5 s后重启\n");
    }

    private Screen screen(boolean redraws) {
        return new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), redraws);
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
