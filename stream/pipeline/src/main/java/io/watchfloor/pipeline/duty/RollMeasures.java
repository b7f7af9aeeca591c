package io.watchfloor.pipeline.duty;

import io.watchfloor.contract.Measure;
import io.watchfloor.contract.MeasureScope;
import io.watchfloor.contract.MeasureStep;
import io.watchfloor.pipeline.duty.rule.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * One measure over the last 24 hours, in slices of a quarter of an hour that are dropped as they age. Published when it
 * has changed, at most every five seconds.
 */
public final class RollMeasures extends KeyedProcessFunction<String, MeasureInput, DutyOutput> {
    private static final long serialVersionUID = 1L;

    static final Duration AT_MOST_EVERY = Duration.ofSeconds(5);
    private static final long SLICE_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final long SLICES = Duration.ofDays(1).toMillis() / SLICE_MILLIS;
    private static final double MEDIAN = 0.5;
    private static final double NINE_IN_TEN = 0.9;
    private static final double TEN_THOUSANDTH = 10_000;

    private final String world;
    private transient MapState<Long, Durations> slices;
    private transient ValueState<Measure> published;
    private transient ValueState<Long> mayPublishAt;

    public RollMeasures(String world) {
        this.world = world;
    }

    @Override
    public void open(OpenContext context) {
        slices = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("slices", Types.LONG, TypeInformation.of(Durations.class)));
        published = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("published", TypeInformation.of(Measure.class)));
        mayPublishAt = getRuntimeContext().getState(new ValueStateDescriptor<>("may-publish-at", Types.LONG));
    }

    @Override
    public void processElement(MeasureInput in, Context context, Collector<DutyOutput> out) throws Exception {
        long nowMillis = context.timerService().currentProcessingTime();
        if (in.published() != null) {
            Measure own = published.value();
            if (own != null && own.version() >= in.published().version()) {
                return;
            }
            published.update(in.published());
        } else if (!count(in, nowMillis)) {
            return;
        }
        publishSoon(nowMillis, context, out);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DutyOutput> out) throws Exception {
        publishSoon(context.timerService().currentProcessingTime(), context, out);
    }

    /** False when it is too old to count. */
    private boolean count(MeasureInput in, long nowMillis) throws Exception {
        long slice = Math.min(in.endedAt().toEpochMilli(), nowMillis) / SLICE_MILLIS;
        if (slice <= nowMillis / SLICE_MILLIS - SLICES) {
            return false;
        }
        Durations before = slices.get(slice);
        Durations after =
                (before == null ? Durations.none() : before).plus(in.millis(), in.withinTarget(), in.weight());
        slices.put(slice, after);
        return true;
    }

    private void publishSoon(long nowMillis, Context context, Collector<DutyOutput> out) throws Exception {
        Long allowedMillis = mayPublishAt.value();
        if (allowedMillis != null && allowedMillis > nowMillis) {
            context.timerService().registerProcessingTimeTimer(allowedMillis);
            return;
        }
        Durations day = day(nowMillis);
        Measure before = published.value();
        Measure after = measure(context.getCurrentKey(), day, before, Instant.ofEpochMilli(nowMillis));
        if (!saysTheSame(before, after)) {
            out.collect(DutyOutput.of(after));
            published.update(after);
            mayPublishAt.update(nowMillis + AT_MOST_EVERY.toMillis());
        }
        if (!slices.isEmpty()) {
            context.timerService().registerProcessingTimeTimer((nowMillis / SLICE_MILLIS + 1) * SLICE_MILLIS);
        }
    }

    /** All that counts; what is too old is dropped. */
    private Durations day(long nowMillis) throws Exception {
        Durations day = Durations.none();
        Iterator<Map.Entry<Long, Durations>> entries = slices.iterator();
        while (entries.hasNext()) {
            Map.Entry<Long, Durations> slice = entries.next();
            boolean over = slice.getKey() <= nowMillis / SLICE_MILLIS - SLICES;
            if (over || slice.getValue().total() == 0) {
                entries.remove();
            } else {
                day = day.plus(slice.getValue());
            }
        }
        return day;
    }

    private Measure measure(String id, Durations day, Measure before, Instant now) {
        String[] parts = id.split(":", 3);
        Double within = day.total() == 0
                ? null
                : Double.valueOf(Math.round(TEN_THOUSANDTH * day.within() / day.total()) / TEN_THOUSANDTH);
        return new Measure(
                world,
                id,
                before == null ? 1 : before.version() + 1,
                MeasureStep.valueOf(parts[0]),
                MeasureScope.valueOf(parts[1]),
                parts[2],
                day.total(),
                day.quantileSeconds(MEDIAN),
                day.quantileSeconds(NINE_IN_TEN),
                within,
                now);
    }

    private static boolean saysTheSame(Measure before, Measure after) {
        if (before == null) {
            return after.count() == 0;
        }
        return after.equals(new Measure(
                before.world(),
                before.id(),
                after.version(),
                before.step(),
                before.scope(),
                before.key(),
                before.count(),
                before.p50Seconds(),
                before.p90Seconds(),
                before.withinTarget(),
                after.updatedAt()));
    }
}
