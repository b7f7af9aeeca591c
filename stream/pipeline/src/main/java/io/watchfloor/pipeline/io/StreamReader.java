package io.watchfloor.pipeline.io;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.RecordEmitter;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import redis.clients.jedis.StreamEntryID;

/** The task's side of a reader: passes entries on, keeps the offsets that go into checkpoints. */
@SuppressWarnings("try") // closing is declared by Flink
final class StreamReader<T>
        extends SingleThreadMultiplexSourceReaderBase<FetchedEntry<T>, T, StreamSplit, StreamReader.Offset> {

    /** How far one stream has been passed on. */
    static final class Offset {
        private StreamEntryID after;

        private Offset(StreamEntryID after) {
            this.after = after;
        }
    }

    private record Emitter<T>(SourceMetrics metrics) implements RecordEmitter<FetchedEntry<T>, T, Offset> {
        @Override
        public void emitRecord(FetchedEntry<T> entry, SourceOutput<T> output, Offset offset) {
            if (entry.value() != null) {
                output.collect(entry.value(), entry.id().getTime());
            }
            offset.after = entry.id();
            metrics.onEmitted(entry.id().getTime(), entry.value() != null);
        }
    }

    private final Trimming trimming;

    StreamReader(
            Supplier<SplitReader<FetchedEntry<T>, StreamSplit>> splitReaders,
            SourceMetrics metrics,
            Trimming trimming,
            SourceReaderContext context) {
        super(splitReaders, new Emitter<>(metrics), context.getConfiguration(), context);
        this.trimming = trimming;
    }

    @Override
    public List<StreamSplit> snapshotState(long checkpointId) {
        List<StreamSplit> splits = super.snapshotState(checkpointId);
        trimming.onCheckpoint(checkpointId, splits);
        return splits;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        trimming.onComplete(checkpointId);
    }

    @Override
    protected void onSplitFinished(Map<String, Offset> finished) {
        throw new IllegalStateException("streams do not end, but these did: " + finished.keySet());
    }

    @Override
    protected Offset initializedState(StreamSplit split) {
        return new Offset(new StreamEntryID(split.after()));
    }

    @Override
    protected StreamSplit toSplitType(String stream, Offset offset) {
        return new StreamSplit(stream, offset.after.toString());
    }
}
