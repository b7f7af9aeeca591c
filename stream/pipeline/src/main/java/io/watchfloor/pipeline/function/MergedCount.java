package io.watchfloor.pipeline.function;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * How many reports were put into the picture in all. It moves with the checkpoints, so that after a restart it counts each
 * report once, as the picture does.
 */
final class MergedCount {
    /** Name of its figure; the heartbeat carries the sum over all operators. */
    static final String GAUGE = "reportsMerged";

    private final ListState<Long> kept;
    private long reports;

    MergedCount(FunctionInitializationContext context) throws Exception {
        kept = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("merged-count", Types.LONG));
        for (Long part : kept.get()) {
            reports += part;
        }
    }

    void add() {
        reports++;
    }

    void snapshot() throws Exception {
        kept.clear();
        kept.add(reports);
    }

    void tell(MetricGroup metrics) {
        metrics.gauge(GAUGE, () -> reports);
    }
}
