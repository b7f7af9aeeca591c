package io.watchfloor.acceptance.journey;

import com.microsoft.playwright.Page;
import io.watchfloor.testbed.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The pictures that the READMEs show, as WebP: Chromium itself makes it of what it photographs, at a fifth of the size. */
final class Pictures {
    /** The system property that asks for them. */
    static final String ASKED = "watchfloor.pictures";

    private static final Path FOLDER = Home.folder().resolve("console/screenshots");
    private static final String AS_WEBP = """
            async (png) => {
              const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
              const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [image.width, image.height];
              canvas.getContext('2d').drawImage(image, 0, 0);
              return canvas.toDataURL('image/webp', 0.9).split(',')[1];
            }
            """;

    private Pictures() {}

    /** The same for a journey that passes by something worth showing: only when pictures are asked for. */
    static void keepWhenAsked(Page page, String name) throws IOException {
        if (Boolean.getBoolean(ASKED)) {
            keep(page, name);
        }
    }

    /** Keeps the page as it is now under this name. */
    static void keep(Page page, String name) throws IOException {
        byte[] png = page.screenshot();
        Page blank = page.context().newPage();
        String webp = (String) blank.evaluate(AS_WEBP, Base64.getEncoder().encodeToString(png));
        blank.close();
        Files.write(FOLDER.resolve(name + ".webp"), Base64.getDecoder().decode(webp));
    }
}
