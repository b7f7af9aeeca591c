package io.watchfloor.gateway.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir
    Path folder;

    @Test
    void shouldTellADiskOnceHoweverManyPartsWriteToIt() throws IOException {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("journal", Files.createDirectory(folder.resolve("journal")));
        folders.put("graph", Files.createDirectory(folder.resolve("graph")));

        assertThat(Machine.spacesOf(folders))
                .containsOnlyKeys("journal")
                .allSatisfy((name, space) -> assertThat(space.freeBytes()).isPositive());
    }

    @Test
    void shouldTellEachDisk() throws IOException {
        Path other = Path.of("/dev/shm");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isDirectory(other) && !Files.getFileStore(other).equals(Files.getFileStore(folder)));

        assertThat(Machine.spacesOf(Map.of("journal", folder, "redis", other))).containsOnlyKeys("journal", "redis");
    }

    @Test
    void shouldSayNothingOfAFolderThatIsNotThere() {
        assertThat(Machine.spacesOf(Map.of("graph", folder.resolve("nowhere")))).isEmpty();
    }
}
