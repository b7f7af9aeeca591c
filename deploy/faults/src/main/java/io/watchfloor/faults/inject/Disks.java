package io.watchfloor.faults.inject;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
        Process mount = new ProcessBuilder(
                        "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (mount.waitFor() != 0) {
            throw new NotRunException("no disk can be mounted here: " + said.strip());
        }
    }

    /** Takes it away again, whoever still has files on it. */
    public static void unmount(Path folder) throws IOException, InterruptedException {
        new ProcessBuilder("umount", "-l", folder.toString()).start().waitFor();
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
