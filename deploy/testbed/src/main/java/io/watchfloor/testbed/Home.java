package io.watchfloor.testbed;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder all modules lie in. */
public final class Home {
    private Home() {}

    /** Found above the working directory. */
    public static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "no .mvn folder above " + Path.of("").toAbsolutePath());
        }
        return folder;
    }
}
