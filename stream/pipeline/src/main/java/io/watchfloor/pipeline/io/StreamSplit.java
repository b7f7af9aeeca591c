package io.watchfloor.pipeline.io;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One Redis Stream and how far it has been read.
 *
 * @param stream the stream's key
 * @param after id of the last entry that was taken; {@code 0-0} before the first, never a symbol such as {@code $}
 */
record StreamSplit(String stream, String after) implements SourceSplit {
    static final String BEFORE_THE_FIRST = "0-0";

    @Override
    public String splitId() {
        return stream;
    }
}
