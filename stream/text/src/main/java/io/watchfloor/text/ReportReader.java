package io.watchfloor.text;

import io.watchfloor.contract.Report;
import io.watchfloor.contract.Understanding;
import io.watchfloor.text.model.TextModels;
import io.watchfloor.text.place.PlaceFinder;

/**
 * Finds what a report speaks of, how grave it is, how it sounds, what it asks for and which place it names. A reader is a
 * pure function: the same report and the same places always get the same reading, on every machine, so that a replay
 * decides as the first run did. Readers may be shared between threads.
 */
public interface ReportReader {
    /** What the report says; never fails, what cannot be told is {@code other} with confidence 0. */
    Understanding read(Report report, PlaceFinder places);

    /** The reader shipped with this module; loaded once per process, at the first call. */
    static ReportReader trained() {
        return TrainedReader.Shipped.READER;
    }

    /** A reader with the shipped words and other models. */
    static ReportReader of(TextModels models) {
        return new TrainedReader(models);
    }
}
