package io.watchfloor.pipeline.warn.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rise in a cell, or in it with cells that touch when that stands out more: they are joined, most unusual first, while
 * the joint tail falls tenfold, corrected for the sets tried (a scan over sets that touch, after Kulldorff 1997). Tails are
 * worked out only where {@link NegativeBinomial#divergence} does not already tell that they are too high.
 *
 * @param tail corrected for the sets that were tried
 */
record Growth(Spot spot, Peak peak, double tail) {
    static final int MOST_CELLS = 8;

    /** A cell that touches is joined when it is so far from what is usual: about one in ten by chance. */
    private static final double RISING_DIVERGENCE = 1.4;

    private static final double TENFOLD = 10;

    @SuppressWarnings("ArrayRecordComponent") // lives as long as one report is looked at
    private record Step(Tally tally, Peak.Window[] windows, double divergence) {
        static Step of(Tally tally, double[] hours, TopicModel model) {
            Peak.Window[] windows = Peak.windows(tally, hours, model);
            return new Step(tally, windows, Peak.mostDivergence(windows));
        }
    }

    /** Null when it is nothing to speak of: no more than usual in the cell itself, or likely by chance. */
    static Growth find(Tally cell, List<Tally> touching, double[] hours, TopicModel model) {
        Step alone = Step.of(cell, hours, model);
        if (alone.divergence() <= 0) {
            return null;
        }
        List<Step> steps = steps(alone, touching, hours, model);
        double most = steps.stream().mapToDouble(Step::divergence).max().orElse(0);
        return most < Peak.UNREMARKABLE_DIVERGENCE ? null : best(steps);
    }

    /** The cell alone, then with one more that rises each. */
    private static List<Step> steps(Step alone, List<Tally> touching, double[] hours, TopicModel model) {
        List<Step> rising = new ArrayList<>();
        for (Tally beside : touching) {
            Step step = Step.of(beside, hours, model);
            if (step.divergence() >= RISING_DIVERGENCE) {
                rising.add(step);
            }
        }
        rising.sort(Comparator.comparingDouble((Step step) -> -step.divergence())
                .thenComparing(step -> step.tally().spot().cellIds().get(0)));
        List<Step> steps = new ArrayList<>();
        steps.add(alone);
        Tally growing = alone.tally();
        for (Step next : rising.subList(0, Math.min(rising.size(), MOST_CELLS - 1))) {
            growing = growing.with(next.tally());
            steps.add(Step.of(growing, hours, model));
        }
        return steps;
    }

    private static Growth best(List<Step> steps) {
        Step widest = steps.get(0);
        Peak best = Peak.of(widest.windows());
        for (int i = 1; i < steps.size(); i++) {
            Step step = steps.get(i);
            double wanted = StrictMath.log(TENFOLD * (i + 1)) + widest.divergence();
            if (step.divergence() > wanted - Peak.NEAR) {
                Peak together = Peak.of(step.windows());
                if (together.tail() * (i + 1) < best.tail() / TENFOLD) {
                    best = together;
                    widest = step;
                }
            }
        }
        Spot spot = widest.tally().spot();
        double tail = Math.min(1, best.tail() * (spot.cellIds().size() == 1 ? 1 : steps.size()));
        return tail > Scan.UNREMARKABLE ? null : new Growth(spot, best, tail);
    }
}
