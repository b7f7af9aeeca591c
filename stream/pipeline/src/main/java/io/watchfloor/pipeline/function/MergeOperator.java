package io.watchfloor.pipeline.function;

import io.watchfloor.pipeline.rule.MergeRule;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;

/**
 * Merges by {@link MergeReports}, and lets it turn from one region's state to another's: at a checkpoint it writes what has
 * changed in all of them.
 */
public final class MergeOperator extends KeyedProcessOperator<String, ReadArrival, Observation> {
    private static final long serialVersionUID = 1L;

    public MergeOperator(MergeRule rule) {
        super(new MergeReports(rule));
    }

    @Override
    public void open() throws Exception {
        ((MergeReports) getUserFunction()).turnBy(this::setCurrentKey);
        super.open();
    }
}
