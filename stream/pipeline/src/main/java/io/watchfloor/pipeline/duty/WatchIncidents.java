package io.watchfloor.pipeline.duty;

import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.Grade;
import io.watchfloor.pipeline.duty.rule.Escalations;
import io.watchfloor.pipeline.duty.rule.MeasuredStep;
import io.watchfloor.pipeline.duty.rule.StepTimes;
import io.watchfloor.pipeline.duty.rule.TimeTargets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Watches over one incident: what it waits for, and who is told when it waits too long. Timers run on processing time and
 * lie in Flink's state with everything else; one that came due while nobody ran fires after the start. What was published
 * is read back, so that a restart goes on from there.
 *
 * <p>While a backlog is read, facts are taken in and nothing is decided: {@link Freshness}.
 */
public final class WatchIncidents extends KeyedProcessFunction<String, DutyInput, DutyOutput> {
    private static final long serialVersionUID = 1L;

    /** Durations that came or went. */
    static final OutputTag<MeasureInput> MEASURED = new OutputTag<>("measured", TypeInformation.of(MeasureInput.class));
    /** Alarms that escalation makes. */
    static final OutputTag<AlarmInput> ALARMS = new OutputTag<>("alarms", TypeInformation.of(AlarmInput.class));

    /** So long an incident that waits for nothing is remembered, in case it is opened again. */
    static final Duration REMEMBERED = Duration.ofDays(7);

    private static final int TOLD_PER_SECOND = 200;
    private static final long SECOND_MILLIS = 1_000;

    private final String world;
    private final TimeTargets targets;
    private final Escalations escalations;
    private final DistrictAccess access;
    private transient ValueState<Watch> state;
    private transient Freshness freshness;
    private transient Pace pace;
    private transient UnchangedObservations observations;
    private transient OwnPublications publications;
    private transient DistrictReading district;
    private transient Counter told;

    public WatchIncidents(String world, TimeTargets targets, DistrictAccess access) {
        this.world = world;
        this.targets = targets;
        this.escalations = new Escalations(targets);
        this.access = access;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("watch", TypeInformation.of(Watch.class)));
        freshness = new Freshness();
        pace = new Pace(TOLD_PER_SECOND);
        observations = new UnchangedObservations();
        publications = new OwnPublications();
        district = new DistrictReading(access);
        MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("watchfloor");
        told = metrics.counter("told");
    }

    @Override
    public void close() {
        if (district != null) {
            district.close();
        }
    }

    @Override
    public void processElement(DutyInput in, Context context, Collector<DutyOutput> out) throws Exception {
        long nowMillis = context.timerService().currentProcessingTime();
        freshness.onRead(in.writtenAtMillis(), nowMillis);
        if (saysNothingNew(in)) {
            return;
        }
        Watch kept = state.value();
        Watch before = kept == null ? Watch.none(world, context.getCurrentKey()) : kept;
        Watch after = before.with(in, Instant.ofEpochMilli(nowMillis));
        if (after.equals(before)) {
            return;
        }
        reportAlarms(before, after, context);
        if (freshness.isBehind(nowMillis)) {
            reviewAt(nowMillis + Freshness.HOLD_MILLIS, context);
            state.update(after);
        } else {
            state.update(review(after, nowMillis, context, out));
        }
    }

    /** Whether memory alone can tell that nothing changes; most of what is read is so. */
    private boolean saysNothingNew(DutyInput in) {
        if (in.incident() != null) {
            return observations.isUnchanged(in.incident());
        }
        return in.escalation() != null && publications.knows(in.escalation());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DutyOutput> out) throws Exception {
        long nowMillis = context.timerService().currentProcessingTime();
        if (freshness.mustHold(timestamp, nowMillis)) {
            reviewAt(
                    nowMillis + Freshness.HOLD_MILLIS,
                    context); // for each that is open, so that the store is not asked
            return;
        }
        Watch watch = state.value();
        if (watch == null) {
            return;
        }
        Watch reviewed = review(watch, nowMillis, context, out);
        boolean moved = !Objects.equals(reviewed.escalation(), watch.escalation());
        boolean due = !moved && Escalations.isDue(reviewed.escalation(), Instant.ofEpochMilli(nowMillis));
        keep(due ? tell(reviewed, nowMillis, context, out) : reviewed, watch, nowMillis);
    }

    /** Publishes what follows from the facts, and sets the timer for what is to come. */
    private Watch review(Watch watch, long nowMillis, Context context, Collector<DutyOutput> out) {
        Instant now = Instant.ofEpochMilli(nowMillis);
        List<MeasuredStep> measured = StepTimes.of(watch.facts(), targets, district.now());
        reportMeasures(watch.measured(), measured, context);
        Escalation next = escalations.awaiting(watch.escalation(), watch.interrupted(), watch.facts(), now);
        Watch reviewed = watch.with(measured).with(next);
        if (!Objects.equals(next, watch.escalation())) {
            publish(watch, reviewed, context, out);
        }
        schedule(reviewed, nowMillis, context);
        return reviewed;
    }

    private Watch tell(Watch watch, long nowMillis, Context context, Collector<DutyOutput> out) {
        if (!pace.take(nowMillis)) {
            context.timerService().registerProcessingTimeTimer(pace.nextMillis(nowMillis));
            return watch;
        }
        Watch after = watch.with(
                escalations.told(watch.escalation(), watch.facts().grade(), Instant.ofEpochMilli(nowMillis)));
        publish(watch, after, context, out);
        schedule(after, nowMillis, context);
        told.inc();
        return after;
    }

    private void publish(Watch before, Watch after, Context context, Collector<DutyOutput> out) {
        out.collect(DutyOutput.of(after.escalation()));
        publications.add(after.escalation());
        reportAlarms(before, after, context);
    }

    /** An overdue wait that has just come up is looked at again first: its answer may be right behind it. */
    private static void schedule(Watch watch, long nowMillis, Context context) {
        if (watch.nextAt() != null) {
            long nextMillis = watch.nextAt().toEpochMilli();
            if (nextMillis > nowMillis) {
                context.timerService().registerProcessingTimeTimer(nextMillis);
            } else {
                reviewAt(nowMillis + Freshness.HOLD_MILLIS, context);
            }
        } else if (isOver(watch)) {
            context.timerService().registerProcessingTimeTimer(Math.max(nowMillis, forgetAtMillis(watch)));
        }
    }

    /** On full seconds, so that a burst of messages sets one timer. */
    private static void reviewAt(long millis, Context context) {
        context.timerService()
                .registerProcessingTimeTimer((millis + SECOND_MILLIS - 1) / SECOND_MILLIS * SECOND_MILLIS);
    }

    /** Writes it when it has changed, and forgets it when it is over for long. */
    private void keep(Watch watch, Watch kept, long nowMillis) throws Exception {
        if (isOver(watch) && forgetAtMillis(watch) <= nowMillis) {
            state.clear();
            observations.forget(watch.facts().incidentId());
        } else if (!watch.equals(kept)) {
            state.update(watch);
        }
    }

    private static boolean isOver(Watch watch) {
        return watch.isIdle() && !watch.facts().isOpen();
    }

    private static long forgetAtMillis(Watch watch) {
        return watch.facts().stateSince().plus(REMEMBERED).toEpochMilli();
    }

    private static void reportMeasures(List<MeasuredStep> before, List<MeasuredStep> after, Context context) {
        before.stream().filter(step -> !after.contains(step)).forEach(step -> report(step, -1, context));
        after.stream().filter(step -> !before.contains(step)).forEach(step -> report(step, 1, context));
    }

    private static void report(MeasuredStep step, int weight, Context context) {
        step.measureIds().forEach(id -> context.output(MEASURED, MeasureInput.of(id, step, weight)));
    }

    /** A wait that somebody was told of is over, or goes on after a join, or somebody was told of one. */
    private static void reportAlarms(Watch watch, Watch after, Context context) {
        Escalation before = watch.escalation();
        Escalation next = after.escalation();
        if (next == null || next.equals(before)) {
            return;
        }
        Grade grade = after.facts().grade();
        boolean sameWait = before != null && before.stage() == next.stage() && next.told() >= before.told();
        if (before != null && before.told() > 0 && !sameWait) {
            context.output(ALARMS, AlarmInput.of(before, next.version(), grade, next.updatedAt(), false));
        }
        if (next.told() > 0) {
            context.output(
                    ALARMS,
                    watch.resumes(next)
                            ? AlarmInput.resumed(next, grade)
                            : AlarmInput.of(next, next.version(), grade, next.updatedAt(), true));
        }
    }
}
