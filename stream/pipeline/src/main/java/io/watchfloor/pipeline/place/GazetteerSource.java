package io.watchfloor.pipeline.place;

import io.watchfloor.contract.place.Gazetteer;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The names of the district, again each time they have been imported anew. It looks every few seconds; a graph that is
 * away is waited for and holds up nothing. There is nothing to remember: after a restart the names are read again.
 */
public final class GazetteerSource
        implements Source<Gazetteer, GazetteerSource.Whole, String>, ResultTypeQueryable<Gazetteer> {
    private static final long serialVersionUID = 1L;

    private final PlaceAccess access;
    private final Duration interval;

    /** Looks for a new import at this interval. */
    public GazetteerSource(PlaceAccess access, Duration interval) {
        this.access = access;
        this.interval = interval;
    }

    /** There are no parts to share out; Flink asks for a type. */
    public record Whole(String splitId) implements SourceSplit {}

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<Gazetteer, Whole> createReader(SourceReaderContext context) {
        return new GazetteerReader(access, interval);
    }

    @Override
    public SplitEnumerator<Whole, String> createEnumerator(SplitEnumeratorContext<Whole> context) {
        return new NothingToShare();
    }

    @Override
    public SplitEnumerator<Whole, String> restoreEnumerator(SplitEnumeratorContext<Whole> context, String nothing) {
        return new NothingToShare();
    }

    @Override
    public SimpleVersionedSerializer<Whole> getSplitSerializer() {
        return new NameSerializer<>(Whole::splitId, Whole::new);
    }

    @Override
    public SimpleVersionedSerializer<String> getEnumeratorCheckpointSerializer() {
        return new NameSerializer<>(name -> name, name -> name);
    }

    @Override
    public TypeInformation<Gazetteer> getProducedType() {
        return GazetteerType.INFO;
    }

    private static final class NothingToShare implements SplitEnumerator<Whole, String> {
        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtask, String host) {
            // there are none
        }

        @Override
        public void addSplitsBack(List<Whole> splits, int subtask) {
            // there are none
        }

        @Override
        public void addReader(int subtask) {
            // it knows what to do
        }

        @Override
        public String snapshotState(long checkpointId) {
            return "";
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
