package io.watchfloor.pipeline;

import io.watchfloor.contract.Correction;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.pipeline.function.ReadArrival;
import java.time.Instant;
import java.util.List;

/** Corrections as the desk sends them. */
public final class Corrected {
    private Corrected() {}

    /** An officer says what it is. */
    public static ReadArrival type(String id, ObservedIncident known, String type, Instant at) {
        return arrival(id, known, type, null, null, null, List.of(), null, at);
    }

    /** An officer says how grave it is. */
    public static ReadArrival grade(String id, ObservedIncident known, Grade grade, Instant at) {
        return arrival(id, known, null, grade, null, null, List.of(), null, at);
    }

    /** An officer says where it is. */
    public static ReadArrival place(String id, ObservedIncident known, double lat, double lon, Instant at) {
        return arrival(id, known, null, null, lat, lon, List.of(), null, at);
    }

    /** An officer says that some of its reports speak of something else. */
    public static ReadArrival split(
            String id, ObservedIncident known, List<FiledReport> moved, String movedTo, Instant at) {
        return arrival(id, known, null, null, null, null, moved, movedTo, at);
    }

    private static ReadArrival arrival(
            String id,
            ObservedIncident known,
            String type,
            Grade grade,
            Double lat,
            Double lon,
            List<FiledReport> moved,
            String movedTo,
            Instant at) {
        return new ReadArrival(
                null,
                new Correction(
                        known.world(),
                        id,
                        known.region(),
                        known.id(),
                        known,
                        type,
                        grade,
                        lat,
                        lon,
                        null,
                        moved,
                        movedTo,
                        "officer-1",
                        at));
    }
}
