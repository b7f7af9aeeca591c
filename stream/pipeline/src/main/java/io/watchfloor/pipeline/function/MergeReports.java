package io.watchfloor.pipeline.function;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.pipeline.rule.Joining;
import io.watchfloor.pipeline.rule.Match;
import io.watchfloor.pipeline.rule.MergeRule;
import io.watchfloor.pipeline.rule.OpenIncident;
import io.watchfloor.pipeline.rule.ReadReport;
import io.watchfloor.pipeline.rule.Retention;
import io.watchfloor.text.similar.Reposts;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Drops second copies, merges the rest into incidents and carries out officers' corrections, one region at a time. Every
 * decision is a function of the state and what came in alone. Timers run on the watermark, which follows {@code
 * receivedAt}, and only purge what can never be asked for again.
 *
 * <p>Incidents and clocks change with every report. They are written before a checkpoint, or when they are many.
 */
final class MergeReports extends KeyedProcessFunction<String, ReadArrival, Observation>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    /**
     * The watermark of other regions may run ahead of a region's own clock, by a backlog or by a gateway whose clock is
     * off. Nothing is purged before the watermark has left it behind by this much.
     */
    static final Duration PURGE_SLACK = Duration.ofHours(6);

    private static final long PURGE_STEP_MILLIS = Duration.ofHours(1).toMillis();
    private static final long PURGE_AGAIN_MILLIS = Duration.ofMinutes(1).toMillis();

    /** So much is written before a checkpoint at most: some tens of milliseconds. */
    private static final int MOST_UNWRITTEN = 4_000;

    private static final int[] NO_BANDS = new int[0];

    /** Turns to the state of a region. */
    @FunctionalInterface
    interface Regions {
        void turnTo(String region);
    }

    private final MergeRule rule;
    private transient Regions regions;
    private transient ValueState<Long> clock;
    /** By region; newer than the store's. */
    private transient Map<String, Long> unwrittenClocks;

    private transient SeenReports seen;
    private transient OpenIncidents incidents;
    private transient Corrections corrections;
    private transient Reposts reposts;
    private transient String clockRegion;
    private transient long clockMillisThere;
    private transient Set<Long> timersThere;
    private transient MergedCount mergedCount;
    private transient Counter duplicates;
    private transient Counter filedAgain;
    private transient Counter opened;
    private transient Counter merged;
    private transient Counter corrected;

    MergeReports(MergeRule rule) {
        this.rule = rule;
    }

    /** To be told before it is opened. */
    void turnBy(Regions by) {
        regions = by;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        mergedCount = new MergedCount(context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        mergedCount.snapshot();
        write();
    }

    /** Brings the store up to date; afterwards it is turned to any region. */
    private void write() throws Exception {
        Set<String> unwritten = new HashSet<>(unwrittenClocks.keySet());
        unwritten.addAll(incidents.unwrittenRegions());
        for (String region : unwritten) {
            regions.turnTo(region);
            incidents.turnTo(region);
            incidents.write();
            Long clockMillis = unwrittenClocks.remove(region);
            if (clockMillis != null) {
                clock.update(clockMillis);
            }
        }
    }

    @Override
    public void open(OpenContext context) {
        unwrittenClocks = new HashMap<>();
        clock = getRuntimeContext().getState(new ValueStateDescriptor<>("clock", Types.LONG));
        seen = new SeenReports(getRuntimeContext());
        incidents = new OpenIncidents(getRuntimeContext(), rule);
        corrections = new Corrections(getRuntimeContext(), incidents);
        reposts = new Reposts();
        timersThere = new HashSet<>();
        MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("watchfloor");
        mergedCount.tell(metrics);
        duplicates = metrics.counter("duplicates");
        filedAgain = metrics.counter("filedAgain");
        opened = metrics.counter("opened");
        merged = metrics.counter("merged");
        corrected = metrics.counter("corrected");
    }

    @Override
    public void processElement(ReadArrival arrival, Context context, Collector<Observation> out) throws Exception {
        String region = context.getCurrentKey();
        if (unwrittenClocks.size() + incidents.unwrittenCount() >= MOST_UNWRITTEN) {
            write();
            regions.turnTo(region);
        }
        turnTo(region);
        long clockMillis = advanceClock(arrival.at().toEpochMilli());
        String id = arrival.read() != null
                ? arrival.read().report().id()
                : arrival.correction().id();
        if (!seen.add(id, clockMillis)) {
            duplicates.inc();
            if (arrival.again()) {
                fileAgain(arrival.read(), context, clockMillis, out);
            }
            return;
        }
        if (arrival.read() != null) {
            mergedCount.add();
            out.collect(merge(arrival.read(), context, clockMillis));
        } else {
            corrected.inc();
            for (OpenIncident incident : corrections.carryOut(arrival.correction(), clockMillis, out)) {
                schedulePurge(context, clockMillis + Retention.incidentMillis(incident.type()));
            }
        }
        schedulePurge(context, SeenReports.purgeableAt(clockMillis));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Observation> out) throws Exception {
        turnTo(context.getCurrentKey());
        timersThere.clear();
        long clockMillis = Math.max(clockMillisThere, timestamp - PURGE_SLACK.toMillis());
        incidents.purge(clockMillis);
        corrections.purge(clockMillis);
        boolean done = seen.purge(clockMillis);
        if (incidents.isEmpty() && seen.isEmpty() && corrections.isEmpty()) {
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
        unwrittenClocks.remove(clockRegion);
        clockRegion = null;
    }

    private void turnTo(String region) throws Exception {
        incidents.turnTo(region);
        seen.turnTo(region);
        if (!region.equals(clockRegion)) {
            clockRegion = region;
            Long changed = unwrittenClocks.get(region);
            Long known = changed != null ? changed : clock.value();
            clockMillisThere = known == null ? Long.MIN_VALUE : known;
            timersThere.clear();
        }
    }

    private long advanceClock(long atMillis) {
        if (atMillis > clockMillisThere) {
            clockMillisThere = atMillis;
            unwrittenClocks.put(clockRegion, atMillis);
        }
        return clockMillisThere;
    }

    /**
     * A report that is known here and that the graph lacks: what was written of it was lost on the way. The incident it
     * belongs to has counted it; when none that is open fits, it gets one.
     */
    private void fileAgain(ReadReport read, Context context, long clockMillis, Collector<Observation> out)
            throws Exception {
        filedAgain.inc();
        int[] bands = read.isLocated() ? NO_BANDS : reposts.bands(read.report().text());
        Match match = rule.best(read, incidents.near(read, bands, clockMillis)).orElse(null);
        if (match == null) {
            out.collect(merge(read, context, clockMillis));
            return;
        }
        OpenIncident incident = match.incident();
        long seconds = incident.secondsFrom(read.report().occurredAt());
        out.collect(observation(incident, match.confidence(), incident.metersFrom(read), seconds, read));
    }

    private Observation merge(ReadReport read, Context context, long clockMillis) throws Exception {
        int[] bands = read.isLocated() ? NO_BANDS : reposts.bands(read.report().text());
        Match match = rule.best(read, incidents.near(read, bands, clockMillis)).orElse(null);
        OpenIncident before = match == null ? null : match.incident();
        OpenIncident after =
                match == null ? Joining.open(read, bands, clockMillis) : Joining.join(before, read, clockMillis);
        incidents.put(before, after, clockMillis);
        schedulePurge(context, clockMillis + Retention.incidentMillis(after.type()));
        if (match == null) {
            opened.inc();
            return observation(after, 1, read.isLocated() ? Double.valueOf(0) : null, 0, read);
        }
        merged.inc();
        long seconds = before.secondsFrom(read.report().occurredAt());
        return observation(after, match.confidence(), before.metersFrom(read), seconds, read);
    }

    private static Observation observation(
            OpenIncident after, double confidence, Double meters, long seconds, ReadReport read) {
        return new Observation(
                after.observed(),
                new FiledReport(
                        read.report().world(),
                        after.id(),
                        confidence,
                        meters,
                        seconds,
                        read.report(),
                        1,
                        read.understanding()));
    }

    /** Timers of one step fall together, so that a busy region has few; the store is not asked twice for the same. */
    private void schedulePurge(Context context, long purgeableAtMillis) {
        long due = ((purgeableAtMillis + PURGE_SLACK.toMillis()) / PURGE_STEP_MILLIS + 1) * PURGE_STEP_MILLIS;
        if (timersThere.add(due)) {
            context.timerService().registerEventTimeTimer(due);
        }
    }
}
