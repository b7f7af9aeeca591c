package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The system administrator takes the district out, and in again. */
@ExtendWith(SharedDutyRoom.class)
class DistrictJourney {
    private static final String HEADER_ALONE = "id,name_zh,name_en,organization_id,station_place_id\n";

    static Stream<Arguments> languages() {
        return Stream.of(
                Arguments.of(Words.CHINESE, "Importer-zh", "未导入任何内容", "此处缺少", "已导入"),
                Arguments.of(Words.ENGLISH, "Importer-en", "Nothing was imported", "is missing here", "Imported"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void shouldTellEveryFaultAndTakeWhatIsSound(
            Words words, String name, String nothing, String missing, String done, DutyRoom room) {
        Officers.User admin = room.browsers().officers().make(name, null, List.of(), "system-admin");
        Page page =
                room.browsers().openWith(room.system().address().resolve("/admin"), words.language(), admin.token());

        page.getByTestId("district-file").setInputFiles(table("people.csv", HEADER_ALONE));
        page.getByTestId("district-import").click();
        assertThat(page.getByTestId("district-verdict")).containsText(nothing);
        assertThat(page.getByTestId("district-fault").first()).containsText(missing);
        assertThat(page.getByTestId("district-fault").first()).containsText("people.csv");
        Axe.check(page, "administration: faults of a district");
        room.browsers().photograph("district-faults-" + words.language());

        page.getByTestId("district-file").setInputFiles(table("nix.csv", HEADER_ALONE));
        page.getByTestId("district-import").click();
        assertThat(page.locator(".toast")).containsText("nix.csv");
        assertThat(page.getByTestId("district-faults")).isHidden();

        Download zip = page.waitForDownload(() -> page.getByTestId("export-csv").click());
        page.getByTestId("district-file")
                .setInputFiles(new FilePayload("district.zip", "application/zip", bytesOf(zip)));
        page.getByTestId("district-import").click();
        assertThat(page.getByTestId("district-verdict")).containsText(done);
        Axe.check(page, "administration: a district taken in");
    }

    private static byte[] bytesOf(Download download) {
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FilePayload table(String name, String csv) {
        return new FilePayload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
