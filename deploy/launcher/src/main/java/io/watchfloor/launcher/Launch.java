package io.watchfloor.launcher;

import io.watchfloor.launcher.folder.DataFolder;
import io.watchfloor.launcher.folder.FolderLock;
import io.watchfloor.launcher.parts.LoopbackPorts;
import io.watchfloor.launcher.parts.WatchfloorSystem;
import io.watchfloor.launcher.process.Leftovers;
import io.watchfloor.launcher.screen.PlatformLog;
import io.watchfloor.launcher.screen.Screen;
import io.watchfloor.launcher.settings.LauncherSettings;
import io.watchfloor.launcher.settings.Options;
import io.watchfloor.launcher.settings.SettingsFile;
import io.watchfloor.launcher.settings.StartRefusedException;
import io.watchfloor.launcher.supervise.RestartPolicy;
import io.watchfloor.launcher.supervise.StartResult;
import io.watchfloor.launcher.supervise.Supervisor;
import io.watchfloor.launcher.supervise.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** One run of the system, from the checks before it to the last process stopped. */
final class Launch {
    private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(5);
    private static final Duration REDRAW_PERIOD = Duration.ofMillis(200);
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private final Screen screen;
    private final FolderLock lock;
    private final Supervisor supervisor;
    private final WatchfloorSystem system;
    /** What the check of the audit log found; null when the system is to run. */
    private final AtomicReference<String> finding;

    private final int httpPort;
    private final long startedNanos = System.nanoTime();

    private Launch(
            Screen screen,
            FolderLock lock,
            Supervisor supervisor,
            WatchfloorSystem system,
            AtomicReference<String> finding,
            int httpPort) {
        this.screen = screen;
        this.lock = lock;
        this.supervisor = supervisor;
        this.system = system;
        this.finding = finding;
        this.httpPort = httpPort;
    }

    /**
     * Checks everything that can be checked before a process is started.
     *
     * @throws StartRefusedException with one sentence saying what is wrong
     */
    static Launch prepare(Path home, Options options, Map<String, String> env, Screen screen)
            throws StartRefusedException, InterruptedException {
        LauncherSettings settings = LauncherSettings.parse(SettingsFile.under(options.data(), env));
        checkInputs(options);
        if (settings.certificate() != null && options.feed().kind() == Options.FeedKind.SIMULATED) {
            throw new StartRefusedException(
                    "The simulated feed speaks in the clear, and WATCHFLOOR_TLS_CERTIFICATE is set;"
                            + " start with --feed none or a file.");
        }
        DataFolder folder = DataFolder.prepare(options.data());
        logTo(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            stopLeftovers(folder, screen);
            LoopbackPorts ports = new LoopbackPorts(new SecureRandom());
            int httpPort = httpPort(options, settings, ports);
            WatchfloorSystem system = new WatchfloorSystem(home, options, settings, folder, ports, httpPort);
            AtomicReference<String> finding = options.verifyAudit() ? new AtomicReference<>() : null;
            List<Unit> units = finding == null ? system.units() : system.unitsOfAudit(finding::set);
            Supervisor supervisor = new Supervisor(units, RestartPolicy.DEFAULT, screen, folder.logs(), folder.run());
            return new Launch(screen, lock, supervisor, system, finding, httpPort);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The data folder " + folder.root() + " cannot be used: " + e.getMessage() + ".");
        }
    }

    private static void checkInputs(Options options) throws StartRefusedException {
        if (options.feed().kind() == Options.FeedKind.FILE) {
            checkReadable("--feed", options.feed().file());
            checkReadable("--mapping", options.feed().mapping());
        }
        if (options.district() != null && !Files.isDirectory(options.district())) {
            throw new StartRefusedException("--district " + options.district() + " is not a folder.");
        }
    }

    private static void checkReadable(String option, Path file) throws StartRefusedException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StartRefusedException(option + " " + file + " is not a file that can be read.");
        }
    }

    /** Before the first logger is made: the terminal belongs to the progress. */
    private static void logTo(DataFolder folder) {
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new PlatformLog());
        System.setProperty("watchfloor.logs", folder.logs().toString());
        System.setProperty("logback.configurationFile", "io/watchfloor/launcher/logback.xml");
    }

    private static void stopLeftovers(DataFolder folder, Screen screen) throws IOException, InterruptedException {
        List<String> stopped = Leftovers.stop(folder.run(), LEFTOVER_LIMIT);
        if (!stopped.isEmpty()) {
            screen.say("Stopped what an earlier run left behind: " + String.join(", ", stopped) + " · 已清理上次遗留的进程");
        }
    }

    private static int httpPort(Options options, LauncherSettings settings, LoopbackPorts ports)
            throws StartRefusedException {
        if (options.port() == 0) {
            return ports.next();
        }
        if (!LoopbackPorts.isFree(settings.httpHost(), options.port())) {
            throw new StartRefusedException("Port " + options.port() + " is taken; choose another one with --port N.");
        }
        return options.port();
    }

    /** Runs until stopped; the exit code when it could not start. */
    int run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        supervisor.start();
        Thread drawing = new Thread(this::drawUntilReady, "drawing");
        drawing.setDaemon(true);
        drawing.start();
        StartResult result = supervisor.awaitReady();
        drawing.interrupt();
        drawing.join();
        screen.leaveBoard();
        if (result instanceof StartResult.Failed failed) {
            return tell(failed);
        }
        if (finding != null) {
            screen.say(finding.get());
            return finding.get().startsWith("audit intact") ? 0 : FAILED;
        }
        if (result instanceof StartResult.Ready) {
            double seconds = Duration.ofNanos(System.nanoTime() - startedNanos).toMillis() / 1000.0;
            screen.say(String.format("all parts after %.1f s · 全部就绪", seconds));
            tellAddress();
        }
        new CountDownLatch(1).await();
        return 0;
    }

    /** With the secret in its fragment, which no server and no log sees, while nobody has a password. */
    private void tellAddress() throws InterruptedException {
        try {
            String invitation = system.invitation();
            if (!invitation.isEmpty()) {
                screen.say("nobody has a password yet: this address lets the first officer in, once"
                        + " · 尚无人设置密码：下面的网址供第一位值班员登录一次");
            }
            screen.say("ready " + address() + invitation);
        } catch (IOException | StartRefusedException e) {
            screen.say(e.getMessage());
            screen.say("ready " + address());
        }
    }

    private String address() {
        return (system.isEncrypted() ? "https" : "http") + "://localhost:" + httpPort;
    }

    private void drawUntilReady() {
        try {
            while (true) {
                screen.draw(supervisor.status());
                Thread.sleep(REDRAW_PERIOD.toMillis());
            }
        } catch (InterruptedException e) {
            screen.draw(supervisor.status());
        }
    }

    private int tell(StartResult.Failed failure) {
        failure.lastLines().forEach(line -> screen.say("    " + line));
        screen.say(failure.unit() + ": " + failure.sentence());
        return failure.refused() ? REFUSED : FAILED;
    }

    private void stop() {
        try {
            screen.leaveBoard();
            screen.say("stopping · 正在停止");
            supervisor.stop();
            lock.close();
            screen.say("stopped · 已停止");
        } catch (InterruptedException | IOException e) {
            screen.say("stopped, but not all was tidied up: " + e.getMessage());
        }
    }
}
