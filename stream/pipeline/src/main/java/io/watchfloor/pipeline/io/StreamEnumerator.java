package io.watchfloor.pipeline.io;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/**
 * Hands the streams out to the readers, evenly and always in the same way. A stream that is new in the settings starts
 * at its first entry; one that has left them is read on, because there may be acknowledged reports on it.
 */
final class StreamEnumerator implements SplitEnumerator<StreamSplit, StreamAssignment> {
    private final SplitEnumeratorContext<StreamSplit> context;
    private final Set<String> known;
    private final Map<String, StreamSplit> waiting = new LinkedHashMap<>();

    StreamEnumerator(SplitEnumeratorContext<StreamSplit> context, List<String> streams, StreamAssignment restored) {
        this.context = context;
        this.known = new LinkedHashSet<>(restored.known());
        restored.waiting().forEach(split -> waiting.put(split.stream(), split));
        for (String stream : streams) {
            if (known.add(stream)) {
                waiting.put(stream, new StreamSplit(stream, StreamSplit.BEFORE_THE_FIRST));
            }
        }
    }

    @Override
    public void start() {}

    @Override
    public void addReader(int subtask) {
        handOut();
    }

    @Override
    public void addSplitsBack(List<StreamSplit> splits, int subtask) {
        splits.forEach(split -> waiting.put(split.stream(), split));
        handOut();
    }

    @Override
    public void handleSplitRequest(int subtask, String host) {
        // splits are pushed, nobody asks
    }

    private void handOut() {
        List<String> order = new ArrayList<>(known);
        Iterator<StreamSplit> splits = waiting.values().iterator();
        while (splits.hasNext()) {
            StreamSplit split = splits.next();
            int reader = order.indexOf(split.stream()) % context.currentParallelism();
            if (context.registeredReaders().containsKey(reader)) {
                splits.remove();
                context.assignSplit(split, reader);
            }
        }
    }

    @Override
    public StreamAssignment snapshotState(long checkpointId) {
        return new StreamAssignment(List.copyOf(known), List.copyOf(waiting.values()));
    }

    @Override
    public void close() {}
}
