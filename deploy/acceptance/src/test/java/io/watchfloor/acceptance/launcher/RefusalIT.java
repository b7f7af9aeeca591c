package io.watchfloor.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.testbed.LauncherProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work is refused before anything is started: one sentence, exit code 2. */
class RefusalIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final int REFUSED = 2;

    @TempDir
    Path temporary;

    private String data;

    @BeforeEach
    void chooseFolder() {
        data = temporary.resolve("data").toString();
    }

    @Test
    void shouldRefuseAnUnknownOption() throws Exception {
        assertRefused("Unknown option --colour; ./run --help lists them.", "--colour", "red");
    }

    @Test
    void shouldRefuseATakenPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            assertRefused(
                    "Port " + port + " is taken; choose another one with --port N.",
                    "--port",
                    Integer.toString(port),
                    "--data",
                    data);
        }
    }

    @Test
    void shouldRefuseAFolderItCannotWrite() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));
        assertRefused(
                "The data folder " + file.resolve("data") + " cannot be written; choose another one with --data DIR.",
                "--data",
                file.resolve("data").toString());
    }

    @Test
    void shouldRefuseAFeedThatIsNotThere() throws Exception {
        Path feed = temporary.resolve("calls.csv");
        assertRefused(
                "--feed " + feed + " is not a file that can be read.",
                "--data",
                data,
                "--feed",
                feed.toString(),
                "--mapping",
                feed.toString());
    }

    private void assertRefused(String sentence, String... options) throws IOException, InterruptedException {
        LauncherProcess launcher = LauncherProcess.start(temporary.resolve("out"), options);

        assertThat(launcher.awaitExit(AT_ONCE)).isEqualTo(REFUSED);
        assertThat(launcher.lines()).containsExactly(sentence);
    }
}
