package io.watchfloor.launcher;

import io.watchfloor.launcher.screen.Screen;
import io.watchfloor.launcher.settings.Options;
import io.watchfloor.launcher.settings.StartRefusedException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts and supervises the whole system; stops it in order on Ctrl-C or SIGTERM. */
public final class LauncherMain {
    /** Exit code: what was asked for cannot be done. */
    private static final int REFUSED = 2;

    private LauncherMain() {}

    public static void main(String[] args) throws InterruptedException {
        // UTF-8 whatever the terminal's locale says: the words are Chinese too
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        try {
            Path home = home();
            Options options = Options.parse(List.of(args), home);
            if (options.help()) {
                out.print(Options.usage());
                out.flush();
                return;
            }
            System.exit(Launch.prepare(
                            home, options, System.getenv(), new Screen(out, Boolean.getBoolean("watchfloor.terminal")))
                    .run());
        } catch (StartRefusedException e) {
            PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            err.println(e.getMessage());
            System.exit(REFUSED);
        }
    }

    /** The folder the modules lie in: told by the script that starts this, else found above the working directory. */
    private static Path home() throws StartRefusedException {
        String told = System.getProperty("watchfloor.home");
        if (told != null) {
            return Path.of(told).toAbsolutePath();
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new StartRefusedException("The launcher does not know where Watchfloor is; start it with ./run.");
    }
}
