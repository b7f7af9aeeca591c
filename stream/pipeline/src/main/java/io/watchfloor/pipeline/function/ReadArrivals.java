package io.watchfloor.pipeline.function;

import io.watchfloor.contract.Report;
import io.watchfloor.contract.Understanding;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.pipeline.place.GazetteerType;
import io.watchfloor.pipeline.rule.ReadReport;
import io.watchfloor.text.ReportReader;
import io.watchfloor.text.place.PlaceFinder;
import io.watchfloor.text.similar.TextSketcher;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Reads each report's words with the places of the district; runs behind the source without a shuffle, so that nothing
 * overtakes.
 *
 * <p>New places take effect at the next checkpoint, with it: what is read again after a restart is then read with the
 * places of the first time, and merged as then.
 */
public final class ReadArrivals extends BroadcastProcessFunction<Arrival, Gazetteer, ReadArrival>
        implements CheckpointedFunction {
    /** The newest places; whoever joins them to a stream names this. */
    public static final MapStateDescriptor<String, Gazetteer> GAZETTEER =
            new MapStateDescriptor<>("gazetteer", Types.STRING, GazetteerType.INFO);

    private static final long serialVersionUID = 1L;
    private static final String NEWEST = "newest";

    private transient ReportReader reader;
    private transient TextSketcher sketcher;
    private transient SampledTimes times;
    private transient BroadcastState<String, Gazetteer> state;
    private transient Gazetteer coming;
    private transient PlaceFinder places;

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        state = context.getOperatorStateStore().getBroadcastState(GAZETTEER);
        Gazetteer restored = state.get(NEWEST);
        places = restored == null ? PlaceFinder.none() : PlaceFinder.of(restored);
    }

    @Override
    public void open(OpenContext context) {
        reader = ReportReader.trained();
        sketcher = new TextSketcher();
        times = new SampledTimes(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(Arrival arrival, ReadOnlyContext context, Collector<ReadArrival> out) {
        times.start();
        ReadArrival read = arrival.report() == null
                ? new ReadArrival(null, arrival.correction())
                : new ReadArrival(read(arrival.report()), null, arrival.again());
        times.onRead();
        out.collect(read);
        times.onMerged();
    }

    @Override
    public void processBroadcastElement(Gazetteer gazetteer, Context context, Collector<ReadArrival> out) {
        coming = gazetteer;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        if (coming == null) {
            return;
        }
        Gazetteer known = state.get(NEWEST);
        if (known == null || !known.equals(coming)) {
            state.put(NEWEST, coming);
            places = PlaceFinder.of(coming);
        }
        coming = null;
    }

    private ReadReport read(Report report) {
        Understanding understanding = reader.read(report, places);
        boolean mayBePlaced = report.lat() == null && understanding.place() == null && report.address() != null;
        return ReadReport.of(
                report, mayBePlaced ? placedByAddress(understanding, report.address()) : understanding, sketcher);
    }

    private Understanding placedByAddress(Understanding read, String address) {
        return places.find(address, null, null)
                .map(place -> new Understanding(
                        read.language(),
                        read.type(),
                        read.typeConfidence(),
                        read.grade(),
                        read.mood(),
                        read.wish(),
                        read.evidence(),
                        place,
                        read.otherTypes()))
                .orElse(read);
    }
}
