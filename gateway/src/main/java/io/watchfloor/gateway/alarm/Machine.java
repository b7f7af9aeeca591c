package io.watchfloor.gateway.alarm;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** What the machine says of the disk, the memory and the clock. */
public final class Machine {
    private static final int PERCENT = 100;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Clock clock;
    private long wallMillis;
    private long monotonicNanos;

    /** Compares the clock with the monotonic one from now on. */
    public Machine(Clock clock) {
        this.clock = clock;
        this.wallMillis = clock.millis();
        this.monotonicNanos = System.nanoTime();
    }

    /** How far the wall clock has moved beside the monotonic one since the last call; milliseconds, ahead is positive. */
    public long clockJumpMillis() {
        long wall = clock.millis();
        long monotonic = System.nanoTime();
        long jump = wall - wallMillis - (monotonic - monotonicNanos) / NANOS_PER_MILLI;
        wallMillis = wall;
        monotonicNanos = monotonic;
        return jump;
    }

    /** How full the heap was after the last collection of its largest part. */
    public static int heapPercent() {
        long percent = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            boolean isOld = pool.getName().contains("Old") || pool.getName().contains("Tenured");
            if (after != null && isOld && after.getMax() > 0) {
                percent = Math.max(percent, PERCENT * after.getUsed() / after.getMax());
            }
        }
        return (int) percent;
    }

    /** What is left of the disk this lies on; empty when that cannot be told. Blocks. */
    public static Optional<Figures.Space> spaceOf(Path path) {
        try {
            FileStore store = Files.getFileStore(path);
            long total = store.getTotalSpace();
            return total == 0
                    ? Optional.empty()
                    : Optional.of(new Figures.Space(
                            store.getUsableSpace(), (int) (PERCENT * store.getUsableSpace() / total)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
