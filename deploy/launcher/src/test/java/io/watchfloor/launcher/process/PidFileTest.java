package io.watchfloor.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    private static final Instant START = Instant.parse("2026-03-01T08:15:30.120Z");
    private static final PidFile WRITTEN = new PidFile(4711, START, "io.watchfloor.gateway.GatewayMain");

    @Test
    void shouldKnowItsProcessAgain() {
        assertThat(WRITTEN.describes(running(4711, START, "java -Xmx256m io.watchfloor.gateway.GatewayMain")))
                .isTrue();
    }

    @Test
    void shouldAllowForAClockThatIsOnlyExactToTheSecond() {
        assertThat(WRITTEN.describes(running(4711, START.plusMillis(990), "java io.watchfloor.gateway.GatewayMain")))
                .isTrue();
    }

    @Test
    void shouldTellAStrangerThatGotTheSameNumber() {
        assertThat(WRITTEN.describes(running(4711, START.plusSeconds(70), "java io.watchfloor.gateway.GatewayMain")))
                .isFalse();
        assertThat(WRITTEN.describes(running(4711, START, "vi notes.txt"))).isFalse();
        assertThat(WRITTEN.describes(running(4712, START, "java io.watchfloor.gateway.GatewayMain")))
                .isFalse();
    }

    @Test
    void shouldComeBackFromItsFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("gateway.pid");
        WRITTEN.write(file);

        assertThat(PidFile.read(file)).contains(WRITTEN);
    }

    @Test
    void shouldIgnoreAFileCutShort(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.pid"), "47");

        assertThat(PidFile.read(file)).isEmpty();
        assertThat(PidFile.read(folder.resolve("none.pid"))).isEmpty();
    }

    private static PidFile.Running running(long pid, Instant startedAt, String commandLine) {
        return new PidFile.Running(pid, startedAt, commandLine);
    }
}
