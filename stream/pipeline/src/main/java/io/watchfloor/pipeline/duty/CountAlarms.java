package io.watchfloor.pipeline.duty;

import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.pipeline.duty.rule.AlarmLoad;
import io.watchfloor.pipeline.duty.rule.AlarmMinute;
import io.watchfloor.pipeline.duty.rule.AlarmNews;
import io.watchfloor.pipeline.duty.rule.KnownAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

/** How many alarms a desk bears, in minutes over the last 24 hours. Published when changed, at most every ten seconds. */
public final class CountAlarms extends KeyedProcessFunction<String, AlarmInput, DutyOutput> {
    private static final long serialVersionUID = 1L;

    static final Duration AT_MOST_EVERY = Duration.ofSeconds(10);
    private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

    private final String world;
    private transient MapState<Long, AlarmMinute> minutes;
    private transient MapState<String, KnownAlarm> alarms;
    private transient ValueState<AlarmHealth> published;
    private transient ValueState<Long> mayPublishAt;
    private transient ValueState<Long> watchedSince;

    public CountAlarms(String world) {
        this.world = world;
    }

    @Override
    public void open(OpenContext context) {
        minutes = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("minutes", Types.LONG, TypeInformation.of(AlarmMinute.class)));
        alarms = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("alarms", Types.STRING, TypeInformation.of(KnownAlarm.class)));
        published = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("published", TypeInformation.of(AlarmHealth.class)));
        mayPublishAt = getRuntimeContext().getState(new ValueStateDescriptor<>("may-publish-at", Types.LONG));
        watchedSince = getRuntimeContext().getState(new ValueStateDescriptor<>("watched-since", Types.LONG));
    }

    @Override
    public void processElement(AlarmInput in, Context context, Collector<DutyOutput> out) throws Exception {
        long nowMillis = context.timerService().currentProcessingTime();
        if (in.published() != null) {
            AlarmHealth own = published.value();
            if (own != null && own.version() >= in.published().version()) {
                return;
            }
            published.update(in.published());
        } else if (!hear(in.news(), nowMillis)) {
            return;
        }
        publishSoon(nowMillis, context, out);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DutyOutput> out) throws Exception {
        publishSoon(context.timerService().currentProcessingTime(), context, out);
    }

    private boolean hear(AlarmNews news, long nowMillis) throws Exception {
        KnownAlarm.Change change = KnownAlarm.hear(alarms.get(news.source()), news);
        if (change == null) {
            return false;
        }
        alarms.put(news.source(), change.alarm());
        long minute = Math.min(news.at().toEpochMilli(), nowMillis) / MINUTE_MILLIS;
        Long since = watchedSince.value();
        if (since == null || minute < since) {
            watchedSince.update(minute);
        }
        if (change.rings() > 0) {
            AlarmMinute before = minutes.get(minute);
            minutes.put(
                    minute,
                    (before == null ? AlarmMinute.NONE : before).plus(news.grade(), change.rings(), change.chatter()));
        }
        return true;
    }

    private void publishSoon(long nowMillis, Context context, Collector<DutyOutput> out) throws Exception {
        Long allowedMillis = mayPublishAt.value();
        if (allowedMillis != null && allowedMillis > nowMillis) {
            context.timerService().registerProcessingTimeTimer(allowedMillis);
            return;
        }
        long minute = nowMillis / MINUTE_MILLIS;
        Long since = watchedSince.value();
        AlarmHealth before = published.value();
        AlarmHealth after = AlarmLoad.of(
                world,
                countingMinutes(minute),
                since == null ? minute : since,
                minute,
                stale(Instant.ofEpochMilli(nowMillis)),
                before == null ? 1 : before.version() + 1,
                Instant.ofEpochMilli(nowMillis));
        if (!saysTheSame(before, after)) {
            out.collect(DutyOutput.of(after));
            published.update(after);
            mayPublishAt.update(nowMillis + AT_MOST_EVERY.toMillis());
        }
        context.timerService().registerProcessingTimeTimer((minute + 1) * MINUTE_MILLIS);
    }

    /** What is too old is dropped. */
    private Map<Long, AlarmMinute> countingMinutes(long now) throws Exception {
        Map<Long, AlarmMinute> counting = new HashMap<>();
        Iterator<Map.Entry<Long, AlarmMinute>> entries = minutes.iterator();
        while (entries.hasNext()) {
            Map.Entry<Long, AlarmMinute> entry = entries.next();
            if (entry.getKey() <= now - AlarmLoad.DAY) {
                entries.remove();
            } else {
                counting.put(entry.getKey(), entry.getValue());
            }
        }
        return counting;
    }

    /** Those that have stood too long; those that went long ago are forgotten. */
    private int stale(Instant now) throws Exception {
        int stale = 0;
        Iterator<Map.Entry<String, KnownAlarm>> entries = alarms.iterator();
        while (entries.hasNext()) {
            KnownAlarm alarm = entries.next().getValue();
            if (alarm.isForgettable(now)) {
                entries.remove();
            } else if (alarm.isStale(now)) {
                stale++;
            }
        }
        return stale;
    }

    private static boolean saysTheSame(AlarmHealth before, AlarmHealth after) {
        return before != null
                && after.equals(new AlarmHealth(
                        before.world(),
                        after.version(),
                        before.perTenMinutes(),
                        before.peakPerTenMinutes(),
                        before.floodShare(),
                        before.high(),
                        before.medium(),
                        before.low(),
                        before.chattering(),
                        before.stale(),
                        after.updatedAt()));
    }
}
