package io.watchfloor.pipeline.warn;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.pipeline.warn.rule.CellMap;
import io.watchfloor.pipeline.warn.rule.Holidays;
import io.watchfloor.pipeline.warn.rule.Risk;
import io.watchfloor.pipeline.warn.rule.Thresholds;
import io.watchfloor.pipeline.warn.rule.Watch;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Holds one world's {@link Watch}. In use it lives in objects; what has changed goes into keyed state just before each
 * checkpoint, so that a report costs no look-up. There is one key only, which is what makes that allowed.
 *
 * <p>Alerts follow from the reports in their order and from their {@code receivedAt}. A timer on processing time runs
 * while alerts stand, and only clears those that no report comes for any more.
 */
public final class WarnOfRises extends KeyedCoProcessFunction<String, Sighted, Gazetteer, Alert>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private static final long TICK_MILLIS = Duration.ofMinutes(5).toMillis();

    private final String world;
    private final Holidays holidays;
    private transient KeptBlobs blobs;
    private transient ValueState<String> gazetteer;
    private transient Watch watch;
    private transient long seenAtMillis;
    private transient boolean ticking;
    private transient Counter told;

    public WarnOfRises(String world, Holidays holidays) {
        this.world = world;
        this.holidays = holidays;
    }

    @Override
    public void open(OpenContext context) {
        blobs = new KeptBlobs(getRuntimeContext());
        gazetteer = getRuntimeContext().getState(new ValueStateDescriptor<>("gazetteer", Types.STRING));
        told = getRuntimeContext().getMetricGroup().addGroup("watchfloor").counter("alerts");
    }

    @Override
    public void processElement1(Sighted sighted, Context context, Collector<Alert> out) throws Exception {
        if (sighted.moved()) {
            return; // it was counted when it came
        }
        seenAtMillis = context.timerService().currentProcessingTime();
        tell(watch().see(sighted.sighting(), sighted.source()), out);
        keepTicking(context);
    }

    @Override
    public void processElement2(Gazetteer next, Context context, Collector<Alert> out) throws Exception {
        String json = Json.mapper().writeValueAsString(onlyCells(next));
        if (!json.equals(gazetteer.value())) {
            watch().watch(CellMap.of(next));
            gazetteer.update(json);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out) throws Exception {
        ticking = false;
        long nowMillis = context.timerService().currentProcessingTime();
        if (seenAtMillis == 0) {
            seenAtMillis = nowMillis; // restored: the silence begins anew
        }
        if (nowMillis - seenAtMillis >= TICK_MILLIS) {
            tell(watch().pass(nowMillis - seenAtMillis), out);
        }
        keepTicking(context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        if (watch != null) {
            watch.save();
        }
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        // all of it is keyed, and read when the first element comes
    }

    /** State can only be read under a key, so not before the first element. */
    private Watch watch() throws Exception {
        if (watch == null) {
            String known = gazetteer.value();
            CellMap cells =
                    known == null ? CellMap.NONE : CellMap.of(Json.mapper().readValue(known, Gazetteer.class));
            watch = new Watch(world, blobs, cells, Risk.SHIPPED, Thresholds.SHIPPED, holidays);
        }
        return watch;
    }

    private static Gazetteer onlyCells(Gazetteer all) {
        return new Gazetteer(all.stamp(), all.zone(), List.of(), all.cells());
    }

    private void tell(Iterable<Alert> alerts, Collector<Alert> out) {
        for (Alert alert : alerts) {
            told.inc();
            out.collect(alert);
        }
    }

    private void keepTicking(Context context) throws Exception {
        if (!ticking && watch().isWarning()) {
            ticking = true;
            context.timerService()
                    .registerProcessingTimeTimer(context.timerService().currentProcessingTime() + TICK_MILLIS);
        }
    }
}
