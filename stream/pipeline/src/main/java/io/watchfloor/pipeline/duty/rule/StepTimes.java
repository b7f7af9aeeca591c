package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.MeasureScope;
import io.watchfloor.contract.MeasureStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The lengths of an incident's steps, as far as they are over. A step that was skipped at either end has none. */
public final class StepTimes {
    private StepTimes() {}

    /** All that can be measured now; of an incident that is joined to another, nothing. */
    public static List<MeasuredStep> of(IncidentFacts facts, TimeTargets targets, DistrictLookup district) {
        List<MeasuredStep> steps = new ArrayList<>();
        Decided decided = facts.decided();
        if (decided == null || decided.state() == IncidentState.MERGED) {
            return steps;
        }
        Instant opened = facts.observed() == null ? null : facts.observed().openedAt();
        Steps into = new Steps(facts, targets, district, steps);
        into.add(MeasureStep.ANSWER, opened, decided.acknowledgedAt());
        into.add(MeasureStep.PROCESS, decided.acknowledgedAt(), decided.dispatchedAt());
        into.add(MeasureStep.TRAVEL, decided.dispatchedAt(), decided.onSceneAt());
        into.add(MeasureStep.HANDLING, decided.onSceneAt(), decided.reportedBackAt());
        into.add(MeasureStep.RESPONSE, opened, decided.onSceneAt());
        return steps;
    }

    /** Id of a measure: step, scope and key. */
    public static String measureId(MeasureStep step, MeasureScope scope, String key) {
        return step + ":" + scope + ":" + key;
    }

    private record Steps(IncidentFacts facts, TimeTargets targets, DistrictLookup district, List<MeasuredStep> steps) {
        void add(MeasureStep step, Instant from, Instant to) {
            if (from == null || to == null) {
                return;
            }
            Duration took = Duration.between(from, to);
            if (took.isNegative()) {
                took = Duration.ZERO; // two clocks that differ a little
            }
            boolean within = took.compareTo(targets.of(step, facts.grade()).within()) <= 0;
            steps.add(new MeasuredStep(step, took.toMillis(), to, within, measureIds(step)));
        }

        private List<String> measureIds(MeasureStep step) {
            List<String> ids = new ArrayList<>();
            ids.add(measureId(step, MeasureScope.WORLD, ""));
            Observed observed = facts.observed();
            if (observed != null) {
                ids.add(measureId(step, MeasureScope.TYPE, observed.type()));
                String cell = observed.lat() == null ? null : district.cellIdAt(observed.lat(), observed.lon());
                if (cell != null) {
                    ids.add(measureId(step, MeasureScope.CELL, cell));
                }
            }
            if (isOfThePeopleSent(step)) {
                facts.errands().stream()
                        .filter(Errand::wasTaken)
                        .map(errand -> district.organizationOf(errand.personId()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .forEach(organization -> ids.add(measureId(step, MeasureScope.ORGANIZATION, organization)));
            }
            return ids;
        }

        /** Answering and processing is the desk's work, whoever is sent. */
        private static boolean isOfThePeopleSent(MeasureStep step) {
            return step != MeasureStep.ANSWER && step != MeasureStep.PROCESS;
        }
    }
}
