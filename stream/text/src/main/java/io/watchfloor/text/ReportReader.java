package io.watchfloor.text;

import io.watchfloor.contract.Report;

/**
 * Finds what a report speaks of and how grave it is. A reader is a pure function: the same report always gets the same
 * reading, on every machine, so that a replay decides as the first run did. Readers may be shared between threads.
 */
public interface ReportReader {
    /** What the report says; never fails, what cannot be told is {@code other} with confidence 0. */
    Reading read(Report report);

    /** The reader that knows words and phrases, see {@code lexicon.txt} and {@code urgency.txt} beside this class. */
    static ReportReader lexicon() {
        return LexiconReader.SHARED;
    }
}
