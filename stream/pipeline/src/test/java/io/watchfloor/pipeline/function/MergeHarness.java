package io.watchfloor.pipeline.function;

import io.watchfloor.pipeline.rule.MergeRule;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The merging operator on its own. */
final class MergeHarness {
    private MergeHarness() {}

    /** Open, with one intake stream. */
    static KeyedOneInputStreamOperatorTestHarness<String, ReadArrival, Observation> open(MergeRule rule)
            throws Exception {
        return open(rule, 1, null);
    }

    /** Open, with so many intake streams; goes on from the checkpoint, if there is one. */
    static KeyedOneInputStreamOperatorTestHarness<String, ReadArrival, Observation> open(
            MergeRule rule, int intakePartitions, OperatorSubtaskState checkpoint) throws Exception {
        var operator = new KeyedOneInputStreamOperatorTestHarness<>(
                new MergeOperator(rule), (ReadArrival arrival) -> arrival.key(intakePartitions), Types.STRING);
        operator.setup();
        if (checkpoint != null) {
            operator.initializeState(checkpoint);
        }
        operator.open();
        return operator;
    }
}
