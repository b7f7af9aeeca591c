package io.watchfloor.pipeline.io;

import java.io.Serializable;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What the entries of a stream mean. Runs on the fetching thread; must be free of state. */
public interface EntryFormat<T> extends Serializable {
    /**
     * Reads an entry.
     *
     * @return empty when the entry is of no concern here
     * @throws PoisonEntryException when it cannot be read; it is kept as a dead letter and the stream moves on
     */
    Optional<T> read(StreamEntry entry) throws PoisonEntryException;

    TypeInformation<T> type();
}
