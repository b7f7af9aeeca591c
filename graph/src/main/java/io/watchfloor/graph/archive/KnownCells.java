package io.watchfloor.graph.archive;

import io.watchfloor.graph.district.CellIndex;
import io.watchfloor.graph.district.DistrictReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The grid cells in the graph, read again from time to time so that a new import is noticed. */
final class KnownCells {
    private static final Duration TRUSTED = Duration.ofMinutes(1);

    private final DistrictReader reader;
    private final Clock clock;
    private CellIndex index;
    private String importedAs;
    private Instant readAt;

    KnownCells(DistrictReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** Null when the point is in no cell. */
    synchronized String cellIdAt(double lat, double lon) {
        Instant now = clock.instant();
        if (readAt == null || now.isAfter(readAt.plus(TRUSTED)) || now.isBefore(readAt)) {
            refresh();
            readAt = now;
        }
        return index.cellIdAt(lat, lon);
    }

    private void refresh() {
        String stamp = reader.readStamp();
        if (index == null || !stamp.equals(importedAs)) {
            index = new CellIndex(reader.readCells());
            importedAs = stamp;
        }
    }
}
