package io.watchfloor.pipeline.function;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.rule.Match;
import io.watchfloor.pipeline.rule.MergeRule;
import io.watchfloor.pipeline.rule.OpenIncident;
import io.watchfloor.pipeline.rule.ReadReport;
import io.watchfloor.pipeline.rule.Retention;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Drops second copies and merges the rest into incidents, one region at a time. Every decision is a function of the
 * state and the report alone. Timers run on the watermark, which follows {@code receivedAt}, and only purge what can
 * never be asked for again.
 */
public final class MergeReports extends KeyedProcessFunction<String, ReadReport, Observation> {
    private static final long serialVersionUID = 1L;

    /**
     * The watermark of other regions may run ahead of a region's own clock, by a backlog or by a gateway whose clock is
     * off. Nothing is purged before the watermark has left it behind by this much.
     */
    static final Duration PURGE_SLACK = Duration.ofHours(6);

    private static final long PURGE_STEP_MILLIS = Duration.ofHours(1).toMillis();
    private static final long PURGE_AGAIN_MILLIS = Duration.ofMinutes(1).toMillis();

    private final MergeRule rule;
    private transient ValueState<Long> clock;
    private transient SeenReports seen;
    private transient OpenIncidents incidents;
    private transient Counter duplicates;
    private transient Counter opened;
    private transient Counter merged;

    public MergeReports(MergeRule rule) {
        this.rule = rule;
    }

    @Override
    public void open(OpenContext context) {
        clock = getRuntimeContext().getState(new ValueStateDescriptor<>("clock", Types.LONG));
        seen = new SeenReports(getRuntimeContext());
        incidents = new OpenIncidents(getRuntimeContext(), rule);
        MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("watchfloor");
        duplicates = metrics.counter("duplicates");
        opened = metrics.counter("opened");
        merged = metrics.counter("merged");
    }

    @Override
    public void processElement(ReadReport read, Context context, Collector<Observation> out) throws Exception {
        long clockMillis = advanceClock(read.report());
        if (!seen.add(read.report().id(), clockMillis)) {
            duplicates.inc();
            return;
        }
        Optional<Match> match = rule.best(read, incidents.near(read, clockMillis));
        out.collect(match.isPresent() ? join(match.get(), read, clockMillis) : open(read, clockMillis));
        schedulePurge(context, clockMillis + Retention.incidentMillis(read.type()));
        schedulePurge(context, SeenReports.purgeableAt(clockMillis));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Observation> out) throws Exception {
        Long own = clock.value();
        long clockMillis = Math.max(own == null ? Long.MIN_VALUE : own, timestamp - PURGE_SLACK.toMillis());
        incidents.purge(clockMillis);
        boolean done = seen.purge(clockMillis);
        if (incidents.isEmpty() && seen.isEmpty()) {
            forgetRegion();
        } else if (!done) {
            context.timerService()
                    .registerEventTimeTimer(context.timerService().currentWatermark() + PURGE_AGAIN_MILLIS);
        }
    }

    /** Many regions are one address or one report; nothing of them stays. */
    private void forgetRegion() {
        incidents.clear();
        seen.clear();
        clock.clear();
    }

    private long advanceClock(Report report) throws Exception {
        Long before = clock.value();
        long receivedMillis = report.receivedAt().toEpochMilli();
        if (before != null && before >= receivedMillis) {
            return before;
        }
        clock.update(receivedMillis);
        return receivedMillis;
    }

    private Observation open(ReadReport read, long clockMillis) throws Exception {
        OpenIncident incident = OpenIncident.openedBy(read, clockMillis);
        incidents.add(incident, clockMillis);
        opened.inc();
        Double meters = read.isLocated() ? Double.valueOf(0) : null;
        return observation(incident, 1, meters, 0, read.report());
    }

    private Observation join(Match match, ReadReport read, long clockMillis) throws Exception {
        OpenIncident before = match.incident();
        OpenIncident after = before.joinedBy(read, clockMillis);
        incidents.replace(before, after, clockMillis);
        merged.inc();
        long seconds = before.secondsFrom(read.report().occurredAt());
        return observation(after, match.confidence(), before.metersFrom(read), seconds, read.report());
    }

    private static Observation observation(
            OpenIncident after, double confidence, Double meters, long seconds, Report report) {
        String id = after.observed().id();
        return new Observation(
                after.observed(), new FiledReport(report.world(), id, confidence, meters, seconds, report, 1, null));
    }

    /** Timers of one step fall together, so that a busy region has few. */
    private static void schedulePurge(Context context, long purgeableAtMillis) {
        long due = purgeableAtMillis + PURGE_SLACK.toMillis();
        context.timerService().registerEventTimeTimer((due / PURGE_STEP_MILLIS + 1) * PURGE_STEP_MILLIS);
    }
}
