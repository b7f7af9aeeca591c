package io.watchfloor.pipeline.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * The probability that a report speaks of an incident, from place, time, type and words together: a logistic regression
 * over {@link Clue}s. The most probable incident wins if it is at least {@link #threshold}; of equals the one with the
 * smaller id. Between two that an officer has split, the one whose words are more alike gets the report.
 *
 * <p>The weights come from {@code study}, see the README: fitted on made-up events of one vocabulary, measured on another.
 */
public final class SameEvent implements MergeRule {
    private static final long serialVersionUID = 1L;

    /** Fitted by {@code study fit}; in the order of {@link Clue}. */
    private static final double[] WEIGHTS = {
        -0.648, // ALWAYS
        1.649, // METERS
        -0.610, // METERS_SQUARED
        0.719, // FAR
        -1.156, // DEVIATIONS
        3.419, // NEAR
        3.228, // NEAR_SAME_TYPE
        -3.900, // LATE
        -0.715, // MINUTES
        1.274, // COSINE
        1.454, // COVERED
        3.231, // COSINE_NEAR
        2.422, // COVERED_OTHER_TYPE
        0.993, // NO_WORDS
        1.396, // SAME_TYPE
        0.177, // RELATED_TYPE
        0.028, // UNTOLD_TYPE
        -1.331, // SURELY_OTHER_TYPE
        0.584, // FAR_OTHER_TYPE
        -0.041, // SAME_PLACE
        -0.974, // OTHER_PLACE
        2.112, // SAME_NUMBER
        -1.802, // OTHER_NUMBER
        0.000, // SAME_REPORTER
        0.741, // DEVICE
        0.000, // SAME_ADDRESS
        -0.349, // WORDS_ALONE
        0.302, // REPORTS
    };

    private static final double THRESHOLD = 0.5;

    private final double[] weights;
    private final double threshold;

    public SameEvent() {
        this(WEIGHTS, THRESHOLD);
    }

    /** With other weights, in the order of {@link Clue}, and another threshold. */
    public SameEvent(double[] weights, double threshold) {
        if (weights.length != Clue.values().length) {
            throw new IllegalArgumentException(weights.length + " weights for " + Arrays.toString(Clue.values()));
        }
        this.weights = weights.clone();
        this.threshold = threshold;
    }

    /** Probability from which on a report is taken to be of the event. */
    double threshold() {
        return threshold;
    }

    @Override
    public double reachMeters(ReadReport report) {
        return Clues.reachMeters(report);
    }

    @Override
    public Optional<Match> best(ReadReport report, Collection<OpenIncident> nearby) {
        Match best = null;
        Reach reach = new Reach(report);
        for (OpenIncident incident : nearby) {
            if (reach.excludes(incident)) {
                continue;
            }
            double probability = probability(report, incident);
            if (probability >= threshold && (best == null || isBetter(probability, incident, best))) {
                best = new Match(incident, probability);
            }
        }
        return best == null || best.incident().apartFrom().isEmpty()
                ? Optional.ofNullable(best)
                : Optional.of(mostAlikeOfThoseSplit(report, best, nearby));
    }

    /** Of the incident and those it was split from, as far as they may be meant. */
    private Match mostAlikeOfThoseSplit(ReadReport report, Match best, Collection<OpenIncident> nearby) {
        Match mostAlike = best;
        double likeness = cosine(report, best.incident());
        for (OpenIncident incident : nearby) {
            if (!best.incident().apartFrom().contains(incident.id())) {
                continue;
            }
            double probability = probability(report, incident);
            double alike = cosine(report, incident);
            if (probability >= threshold
                    && (alike > likeness || (alike == likeness && isBetter(probability, incident, mostAlike)))) {
                mostAlike = new Match(incident, probability);
                likeness = alike;
            }
        }
        return mostAlike;
    }

    private static double cosine(ReadReport report, OpenIncident incident) {
        return report.sketch().to(incident.words()).cosine();
    }

    private static boolean isBetter(double probability, OpenIncident incident, Match than) {
        return probability > than.confidence()
                || (probability == than.confidence()
                        && incident.id().compareTo(than.incident().id()) < 0);
    }

    /** 0 when it cannot be. */
    double probability(ReadReport report, OpenIncident incident) {
        double[] clues = Clues.of(report, incident);
        if (clues == null) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < clues.length; i++) {
            sum += weights[i] * clues[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }
}
