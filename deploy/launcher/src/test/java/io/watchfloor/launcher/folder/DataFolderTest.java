package io.watchfloor.launcher.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.launcher.settings.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary;

    private DataFolder folder;

    @BeforeEach
    void prepare() throws StartRefusedException {
        folder = DataFolder.prepare(temporary.resolve("new/data"));
    }

    @Test
    void shouldMakeWhatIsMissing() {
        assertThat(folder.redis()).isEmptyDirectory();
        assertThat(folder.checkpoints()).isEmptyDirectory();
        assertThat(folder.run()).isEmptyDirectory();
    }

    @Test
    void shouldRefuseAFolderItCannotWrite() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataFolder.prepare(file.resolve("data")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("The data folder " + file.resolve("data")
                        + " cannot be written; choose another one with --data DIR.");
    }

    @Test
    void shouldServeOneLauncherAtATime() throws Exception {
        try (FolderLock first = FolderLock.take(folder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessage("The data folder " + folder.root() + " is used by another launcher (process "
                            + ProcessHandle.current().pid() + "); stop it, or choose another folder with --data DIR.");
        }
        FolderLock.take(folder).close();
    }

    @Test
    void shouldMakeOneLongPasswordAndKeepIt() throws IOException {
        String password = GraphPassword.of(folder);

        assertThat(password).hasSize(32).isEqualTo(GraphPassword.of(folder));
    }

    @Test
    void shouldKeepThePasswordToItsOwner() throws IOException {
        GraphPassword.of(folder);

        Path file = folder.secrets().resolve("graph-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.secrets())))
                .isEqualTo("rwx------");
    }
}
