package io.watchfloor.faults.inject;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small disks in memory, and how to fill them. */
public final class Disks {
    private static final int BLOCK = 64 * 1024;

    private Disks() {}

    /**
     * Mounts a disk of so many megabytes here.
     *
     * @throws NotRunException when this machine does not let us
     */
    public static void mount(Path folder, int megabytes) throws IOException, InterruptedException, NotRunException {
        Files.createDirectories(folder);
        Command mount = Command.run(
                List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()));
        if (!mount.isDone()) {
            throw new NotRunException(
                    "no disk can be mounted here: " + mount.said().strip());
        }
    }

    /** Takes it away again, whoever still has files on it. */
    public static void unmount(Path folder) throws IOException, InterruptedException {
        Command.run(List.of("umount", "-l", folder.toString()));
    }

    /** Writes a file until the disk is full. */
    static void fill(Path filler) throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (Files.size(filler) == 0) {
                throw e;
            }
        }
    }
}
