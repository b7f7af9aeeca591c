package io.watchfloor.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/bin", "WATCHFLOOR_WORLD", "drill-1");

    @TempDir
    Path data;

    @Test
    void shouldLeaveTheEnvironmentAsItIsWithoutAFile() throws Exception {
        assertThat(SettingsFile.under(data, ENVIRONMENT)).isEqualTo(ENVIRONMENT);
        assertThat(SettingsFile.under(data.resolve("not-yet"), ENVIRONMENT)).isEqualTo(ENVIRONMENT);
    }

    @Test
    void shouldAddWhatTheFileSaysAndLetTheEnvironmentCountForMore() throws Exception {
        write("# this city\n\nWATCHFLOOR_WORLD=live\n  WATCHFLOOR_TILE_URL=https://t/?a=b \n");

        assertThat(SettingsFile.under(data, ENVIRONMENT))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("PATH", "/bin", "WATCHFLOOR_WORLD", "drill-1", "WATCHFLOOR_TILE_URL", "https://t/?a=b"));
    }

    @Test
    void shouldNameTheLineThatIsNoSetting() throws Exception {
        write("WATCHFLOOR_WORLD=live\nPATH=/tmp\n");

        assertThatThrownBy(() -> SettingsFile.under(data, ENVIRONMENT))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("Line 2 of " + data)
                .hasMessageEndingWith("WATCHFLOOR_KEY=value is needed.");
    }

    @Test
    void shouldRefuseAFileThatIsNotUtf8() throws Exception {
        Files.write(data.resolve(SettingsFile.NAME), new byte[] {'#', (byte) 0xC4, (byte) 0xE3});

        assertThatThrownBy(() -> SettingsFile.under(data, ENVIRONMENT)).hasMessageEndingWith("is not UTF-8.");
    }

    private void write(String text) throws IOException {
        Files.writeString(data.resolve(SettingsFile.NAME), text, StandardCharsets.UTF_8);
    }
}
