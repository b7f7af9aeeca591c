package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.EscalationStage;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.MeasureStep;
import java.io.Serializable;
import java.util.Map;

/**
 * How long what may take, by grade, and who is told when it takes longer; read by {@link TimeTargetsFile}.
 *
 * @param stages what an incident waits for; every stage and grade has a target
 * @param steps what is measured; every step and grade has a target
 * @param ladders who is told; every grade has one
 */
public record TimeTargets(
        Map<EscalationStage, Map<Grade, Target>> stages,
        Map<MeasureStep, Map<Grade, Target>> steps,
        Map<Grade, Ladder> ladders)
        implements Serializable {

    /** How long this may be waited for. */
    public Target of(EscalationStage stage, Grade grade) {
        return stages.get(stage).get(grade);
    }

    /** How long this may take. */
    public Target of(MeasureStep step, Grade grade) {
        return steps.get(step).get(grade);
    }

    /** Who is told. */
    public Ladder ladder(Grade grade) {
        return ladders.get(grade);
    }
}
