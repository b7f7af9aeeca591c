package io.watchfloor.faults.inject;

import io.watchfloor.contract.DurableRedis;
import io.watchfloor.testbed.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Starts the system as a fault needs it. */
public final class Systems {
    private static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
    /** Above what is an alarm already, see the gateway's alarm rules. */
    private static final int REDIS_MEGABYTES = 768;

    private static final int CHECKPOINT_MEGABYTES = 1_024;

    private Systems() {}

    /** A bench on a system of its own. */
    public static Bench start(Fault.Needs needs, Bench.Options options) throws Exception {
        return switch (needs) {
            case NOTHING -> new Bench(RunningSystem.start("faults", "--feed", "none"), options);
            case SMALL_DISKS -> smallDisks(options);
            case MOVABLE_CLOCK -> movableClock(options);
            case PROXY -> behindAProxy(options);
            case FEED_HISTORY -> withHistory(options);
            case OLD_VERSION -> new Bench(OldVersion.start(DurableRedis.freePort()), options);
        };
    }

    /** A system that keeps what a console may have missed, and the ids of reports, for so long. */
    public static Bench startKeeping(Duration kept, Bench.Options options) throws Exception {
        Map<String, String> settings =
                Map.of("WATCHFLOOR_PICTURE_KEPT", kept.toString(), "WATCHFLOOR_INTAKE_WINDOW", kept.toString());
        return new Bench(RunningSystem.startWith("soak", settings, "--feed", "none"), options);
    }

    private static Bench smallDisks(Bench.Options options) throws Exception {
        Path data = RunningSystem.freshFolder("small-disks");
        Path redis = data.resolve("redis");
        Path checkpoints = data.resolve("checkpoints");
        Disks.mount(redis, REDIS_MEGABYTES);
        Disks.mount(checkpoints, CHECKPOINT_MEGABYTES);
        Bench bench = new Bench(RunningSystem.startOn(data, "--feed", "none"), options);
        bench.atEnd(() -> {
            Disks.unmount(redis);
            Disks.unmount(checkpoints);
        });
        return bench;
    }

    private static Bench withHistory(Bench.Options options) throws Exception {
        Bench bench = new Bench(RunningSystem.start("history", "--feed", "none"), options);
        SilentFeed.remember(bench);
        return bench;
    }

    private static Bench movableClock(Bench.Options options) throws Exception {
        if (!Files.exists(FAKETIME)) {
            throw new NotRunException("there is no " + FAKETIME + "; on Debian: apt-get install faketime");
        }
        Path data = Files.createDirectories(RunningSystem.freshFolder("clock"));
        Path clock = Files.writeString(data.resolve("clock"), "+0\n");
        Map<String, String> settings = new TreeMap<>(Map.of(
                "LD_PRELOAD", FAKETIME.toString(),
                "FAKETIME_TIMESTAMP_FILE", clock.toString(),
                // else every look at the clock reads the file
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // else every timed wait of a Java process ends at once, and it does nothing but wait again
                "FAKETIME_FORCE_MONOTONIC_FIX", "0"));
        return new Bench(RunningSystem.startOn(data, settings, "--feed", "none"), options);
    }

    private static Bench behindAProxy(Bench.Options options) throws Exception {
        Path folder = Files.createDirectories(RunningSystem.freshFolder("bus"));
        DurableRedis redis = new DurableRedis(folder);
        redis.start();
        BreakableLink link = new BreakableLink(redis.port());
        try {
            RunningSystem system = RunningSystem.startWith(
                    "link", Map.of("WATCHFLOOR_REDIS_URL", "redis://127.0.0.1:" + link.port()), "--feed", "none");
            Bench bench = new Bench(system, options);
            bench.useBus(link);
            bench.atEnd(() -> {
                link.close();
                redis.kill();
            });
            return bench;
        } catch (IOException | RuntimeException e) {
            redis.kill();
            throw e;
        }
    }
}
