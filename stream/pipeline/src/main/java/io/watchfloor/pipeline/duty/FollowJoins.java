package io.watchfloor.pipeline.duty;

import io.watchfloor.pipeline.duty.rule.JoinedGrade;
import io.watchfloor.pipeline.duty.rule.JoinedTo;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Passes everything on and tells, for each incident that officers joined to another, how grave it is: a report that falls to
 * the part may make the whole graver, and only the whole is waited for.
 */
public final class FollowJoins extends KeyedProcessFunction<String, DutyInput, DutyInput> {
    private static final long serialVersionUID = 1L;

    /** So long after the last news of an incident it may still be joined, or get a graver report. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private transient ValueState<JoinedTo> state;
    private transient UnchangedObservations observations;

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<JoinedTo> descriptor =
                new ValueStateDescriptor<>("joined-to", TypeInformation.of(JoinedTo.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(REMEMBERED).build());
        state = getRuntimeContext().getState(descriptor);
        observations = new UnchangedObservations();
    }

    @Override
    public void processElement(DutyInput in, Context context, Collector<DutyInput> out) throws Exception {
        out.collect(in);
        boolean isNews = in.incident() == null ? in.decision() != null : !observations.isUnchanged(in.incident());
        if (!isNews) {
            return;
        }
        JoinedTo kept = state.value();
        JoinedTo before = kept == null ? JoinedTo.NOTHING : kept;
        JoinedTo after = in.incident() == null ? before.with(in.decision()) : before.with(in.incident());
        if (after.equals(before)) {
            return;
        }
        state.update(after);
        for (JoinedGrade news : after.newsSince(before, context.getCurrentKey())) {
            out.collect(DutyInput.of(in.writtenAtMillis(), news));
        }
    }
}
