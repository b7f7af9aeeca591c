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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

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

    /**
     * What is left of the disks these lie on, by the first that lies on each: one disk is told once. A folder that is not
     * there, or whose disk cannot tell, is left out. Blocks.
     */
    public static Map<String, Figures.Space> spacesOf(Map<String, Path> folders) {
        Map<FileStore, String> disks = new LinkedHashMap<>();
        Map<String, Figures.Space> spaces = new TreeMap<>();
        folders.forEach((name, folder) -> {
            try {
                FileStore disk = Files.getFileStore(folder);
                if (disks.putIfAbsent(disk, name) == null && disk.getTotalSpace() > 0) {
                    long free = disk.getUsableSpace();
                    spaces.put(name, new Figures.Space(free, (int) (PERCENT * free / disk.getTotalSpace())));
                }
            } catch (IOException e) {
                spaces.remove(name);
            }
        });
        return spaces;
    }
}
