package io.watchfloor.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {
    private static final long MAX_BYTES = 10;

    @TempDir
    Path folder;

    @Test
    void shouldStayWithinThreeFilesOfTheGivenSize() throws IOException {
        write("aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd");

        assertThat(folder.resolve("part.log")).hasContent("dddddddd");
        assertThat(folder.resolve("part.log.1")).hasContent("cccccccc");
        assertThat(folder.resolve("part.log.2")).hasContent("bbbbbbbb");
        assertThat(folder.resolve("part.log.3")).doesNotExist();
    }

    @Test
    void shouldGoOnWhereAnEarlierRunEnded() throws IOException {
        write("aaaa");
        write("bbbb");

        assertThat(folder.resolve("part.log")).hasContent("aaaabbbb");
    }

    @Test
    void shouldDropWhatCannotBeWritten() throws IOException {
        // a folder where the aged file belongs cannot be replaced while something is in it
        Files.createDirectories(folder.resolve("part.log.2/occupied"));

        write("aaaaaaaa", "bbbbbbbb", "cccccccc");

        assertThat(folder.resolve("part.log")).hasContent("bbbbbbbb");
        assertThat(folder.resolve("part.log.1")).hasContent("aaaaaaaa");
    }

    private void write(String... chunks) throws IOException {
        try (RotatingLog log = new RotatingLog(folder.resolve("part.log"), MAX_BYTES)) {
            for (String chunk : chunks) {
                byte[] bytes = chunk.getBytes(StandardCharsets.UTF_8);
                log.write(bytes, bytes.length);
            }
        }
    }
}
