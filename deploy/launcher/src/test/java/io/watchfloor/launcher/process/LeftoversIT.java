package io.watchfloor.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversIT {
    private static final Duration LIMIT = Duration.ofMillis(300);

    @TempDir
    Path folder;

    private Process sleeper;

    @BeforeEach
    void startSomething() throws IOException {
        sleeper = new ProcessBuilder("sleep", "300").start();
    }

    @AfterEach
    void stopIt() {
        sleeper.destroyForcibly();
    }

    @Test
    void shouldStopAProcessLeftBehind() throws Exception {
        writtenDown(startOf(sleeper), "sleep");

        assertThat(Leftovers.stop(folder, LIMIT)).containsExactly("part");

        assertThat(sleeper.isAlive()).isFalse();
        assertThat(folder.resolve("part.pid")).doesNotExist();
    }

    @Test
    void shouldLeaveAStrangerWithTheSameNumberAlone() throws Exception {
        writtenDown(startOf(sleeper).minusSeconds(70), "sleep");

        assertThat(Leftovers.stop(folder, LIMIT)).isEmpty();

        assertThat(sleeper.isAlive()).isTrue();
        assertThat(folder.resolve("part.pid")).doesNotExist();
    }

    @Test
    void shouldKillWhatDoesNotStop() throws Exception {
        Command deaf = new Command(
                List.of("sh", "-c", "trap '' TERM; echo READY deaf; while :; do sleep 1; done"),
                Map.of(),
                "echo READY deaf");
        Child child = Child.start(deaf, folder.resolve("deaf.log"), folder.resolve("deaf.pid"));
        await().until(child::saidReady);

        assertThat(Leftovers.stop(folder, LIMIT)).containsExactly("deaf");

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void shouldForgetWhatIsGone() throws Exception {
        Instant start = startOf(sleeper);
        sleeper.destroyForcibly().waitFor();
        writtenDown(start, "sleep");

        assertThat(Leftovers.stop(folder, LIMIT)).isEmpty();

        assertThat(folder).isEmptyDirectory();
    }

    private void writtenDown(Instant startedAt, String mark) throws IOException {
        new PidFile(sleeper.pid(), startedAt, mark).write(folder.resolve("part.pid"));
    }

    private static Instant startOf(Process process) {
        return process.info().startInstant().orElseThrow();
    }
}
