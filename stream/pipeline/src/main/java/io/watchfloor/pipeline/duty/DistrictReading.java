package io.watchfloor.pipeline.duty;

import io.watchfloor.pipeline.duty.rule.DistrictLookup;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The district, read on a thread of its own and again from time to time. Until the graph has answered there is none, and
 * nothing waits for it: what is measured meanwhile counts for the world and the type alone.
 */
final class DistrictReading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DistrictReading.class);
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(15);

    private final DistrictAccess access;
    private final Duration retry;
    private final Thread reader;
    private volatile DistrictLookup district = DistrictLookup.NONE;

    DistrictReading(DistrictAccess access) {
        this(access, RETRY);
    }

    DistrictReading(DistrictAccess access, Duration retry) {
        this.access = access;
        this.retry = retry;
        reader = new Thread(this::run, "district for measures");
        reader.setDaemon(true);
        reader.start();
    }

    DistrictLookup now() {
        return district;
    }

    private void run() {
        boolean failed = false;
        while (!Thread.currentThread().isInterrupted()) {
            Duration pause = AGAIN;
            try {
                district = access.read();
                failed = false;
            } catch (RuntimeException e) {
                if (!failed) {
                    LOG.warn("No cells and departments for measures yet ({}); retrying until there are", e.toString());
                }
                failed = true;
                pause = retry;
            }
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
