package io.watchfloor.pipeline.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * The probability that a report speaks of an incident, from place, time, type and words together: a logistic regression
 * over {@link Clue}s. The most probable incident wins if it is probable enough; of equals the one with the smaller id.
 * Between two that an officer has split, the one whose words are more alike gets the report.
 *
 * <p>Probable enough is less for an incident of many reports: one more that is left out becomes an alarm of its own for
 * something long known, one too many spoils little. With two single reports it is the other way round.
 *
 * <p>The weights come from {@code study}, see the README: fitted on made-up events of one vocabulary, measured on another.
 */
public final class SameEvent implements MergeRule {
    private static final long serialVersionUID = 1L;

    /** Fitted by {@code study fit}; in the order of {@link Clue}. */
    private static final double[] WEIGHTS = {
        3.513, // ALWAYS
        0.700, // POSITION
        -1.324, // METERS
        0.417, // METERS_SQUARED
        0.108, // FAR
        -0.104, // NEAR
        -3.846, // BY_NAME
        -0.677, // BY_NAME_DEVIATIONS
        -5.125, // NO_DISTANCE
        -2.918, // LATE
        -0.376, // MINUTES
        0.934, // TYPE_ODDS
        0.506, // TYPE_AGAINST
        0.076, // TYPE_POSITION
        -0.523, // TYPE_BY_NAME
        1.496, // COSINE
        1.986, // COSINE_NEAR
        1.924, // COVERED
        1.075, // NO_WORDS
        0.541, // SAME_PLACE
        0.093, // SAME_STREET
        -1.751, // OTHER_PLACE
        0.000, // SAME_ADDRESS
        0.794, // SAME_NUMBER
        1.362, // SAME_DOOR
        -1.593, // OTHER_DOOR
        1.470, // NEXT_DOOR
        0.000, // SAME_REPORTER
        0.217, // DEVICE
        -1.573, // WORDS_ALONE
        0.043, // REPORTS
        -0.466, // REPORTS_FAR
    };

    /** Enough for an incident of very many reports, and how much more is asked of one of a single report. */
    private static final double ENOUGH_OF_MANY = 0.35;

    private static final double MORE_OF_ONE = 0.2;

    private final double[] weights;
    private final double enoughOfMany;
    private final double mostOfWords;

    public SameEvent() {
        this(WEIGHTS, ENOUGH_OF_MANY);
    }

    /** With other weights, in the order of {@link Clue}, and another threshold for incidents of many reports. */
    public SameEvent(double[] weights, double enoughOfMany) {
        if (weights.length != Clue.values().length) {
            throw new IllegalArgumentException(weights.length + " weights for " + Arrays.toString(Clue.values()));
        }
        this.weights = weights.clone();
        this.enoughOfMany = enoughOfMany;
        this.mostOfWords = mostOfWords(weights);
    }

    /** Probability from which on a report is taken to be of an event with so many reports. */
    double threshold(int reports) {
        return enoughOfMany + MORE_OF_ONE / reports;
    }

    @Override
    public double reachMeters(ReadReport report) {
        return PlaceClues.reachMeters(report);
    }

    @Override
    public Optional<Match> best(ReadReport report, Collection<OpenIncident> nearby) {
        Match best = null;
        Reach reach = new Reach(report);
        for (OpenIncident incident : nearby) {
            if (reach.excludes(incident)) {
                continue;
            }
            double atLeast = threshold(incident.observed().reportCount());
            double probability =
                    probability(report, incident, best == null ? atLeast : Math.max(atLeast, best.confidence()));
            if (probability >= atLeast && (best == null || isBetter(probability, incident, best))) {
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
            double atLeast = threshold(incident.observed().reportCount());
            double probability = probability(report, incident, atLeast);
            double alike = cosine(report, incident);
            if (probability >= atLeast
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

    /** 0 when it cannot be, or is less than asked for whatever the words say: then they are not compared. */
    double probability(ReadReport report, OpenIncident incident, double atLeast) {
        double[] clues = Clues.withoutWords(report, incident);
        if (clues == null || logistic(sum(clues) + mostOfWords) < atLeast || !Clues.addWords(clues, report, incident)) {
            return 0;
        }
        return logistic(sum(clues));
    }

    private double sum(double[] clues) {
        double sum = 0;
        for (int i = 0; i < clues.length; i++) {
            sum += weights[i] * clues[i];
        }
        return sum;
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** More than this the words cannot add. */
    private static double mostOfWords(double[] weights) {
        double alike =
                positive(weights, Clue.COSINE) + positive(weights, Clue.COSINE_NEAR) + positive(weights, Clue.COVERED);
        double numbers = Math.max(
                positive(weights, Clue.SAME_NUMBER) + positive(weights, Clue.SAME_DOOR),
                positive(weights, Clue.OTHER_DOOR) + positive(weights, Clue.NEXT_DOOR));
        return numbers + Math.max(alike, positive(weights, Clue.NO_WORDS));
    }

    private static double positive(double[] weights, Clue clue) {
        return Math.max(0, weights[clue.index()]);
    }
}
