package io.watchfloor.acceptance.architecture;

import io.watchfloor.testbed.Home;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this repository that people wrote. */
final class Sources {
    private static final Set<String> MADE = Set.of("target", "node_modules", ".git", "data");

    private Sources() {}

    /** All of them but what a build makes. */
    static List<Path> list() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(Home.folder(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean made = MADE.contains(folder.getFileName().toString()) && !folder.equals(Home.folder());
                return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
