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
        3.573, // ALWAYS
        0.735, // POSITION
        -0.642, // METERS
        0.326, // METERS_SQUARED
        -0.559, // FAR
        -3.773, // BY_NAME
        -0.440, // BY_NAME_DEVIATIONS
        -5.027, // NO_DISTANCE
        -3.518, // LATE
        -0.231, // MINUTES
        0.884, // TYPE_ODDS
        0.645, // TYPE_AGAINST
        0.090, // TYPE_POSITION
        -0.588, // TYPE_BY_NAME
        2.109, // COSINE
        0.906, // COSINE_NEAR
        1.893, // COVERED
        0.882, // NO_WORDS
        0.496, // SAME_PLACE
        0.117, // SAME_STREET
        -1.718, // OTHER_PLACE
        0.000, // SAME_ADDRESS
        1.022, // SAME_NUMBER
        1.063, // SAME_DOOR
        -1.971, // OTHER_DOOR
        1.783, // NEXT_DOOR
        0.000, // SAME_REPORTER
        0.031, // DEVICE
        -2.312, // WORDS_ALONE
        -0.054, // REPORTS
        -0.164, // REPORTS_FAR
    };

    /** Enough for an incident of very many reports, and how much more is asked of one of a single report. */
    private static final double ENOUGH_OF_MANY = 0.35;

    private static final double MORE_OF_ONE = 0.2;

    /** What sums in another order may differ by. */
    private static final double ROUNDING = 1e-9;

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
        TypeOdds types = new TypeOdds(report);
        for (OpenIncident incident : nearby) {
            double atLeast = threshold(incident.observed().reportCount());
            double probability =
                    probability(report, types, incident, best == null ? atLeast : Math.max(atLeast, best.confidence()));
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
        TypeOdds types = new TypeOdds(report);
        double likeness = cosine(report, best.incident());
        for (OpenIncident incident : nearby) {
            if (!best.incident().apartFrom().contains(incident.id())) {
                continue;
            }
            double atLeast = threshold(incident.observed().reportCount());
            double probability = probability(report, types, incident, atLeast);
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

    /** 0 when it cannot be, or is less than asked for whatever the types, then the words say: those are not compared then. */
    double probability(ReadReport report, TypeOdds types, OpenIncident incident, double atLeast) {
        double least = atLeast <= 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(atLeast / (1 - atLeast)) - ROUNDING;
        double[] clues = Clues.ofPlaceAndTime(report, incident);
        if (clues == null) {
            return 0;
        }
        double sum = sum(clues);
        if (sum + mostOfTypes(clues) + mostOfWords < least) {
            return 0;
        }
        Clues.addTypes(clues, types.of(incident));
        sum = sum(clues);
        if (sum + mostOfWords < least || !Clues.addWords(clues, report, incident)) {
            return 0;
        }
        return 1 / (1 + StrictMath.exp(-sum(clues)));
    }

    /** More than this the types cannot add: it is greatest for the greatest or the least odds. */
    private double mostOfTypes(double[] clues) {
        double perOdds = weights[Clue.TYPE_ODDS.index()]
                + weights[Clue.TYPE_POSITION.index()] * Clues.get(clues, Clue.POSITION)
                + weights[Clue.TYPE_BY_NAME.index()]
                        * Math.max(Clues.get(clues, Clue.BY_NAME), Clues.get(clues, Clue.NO_DISTANCE));
        double against = perOdds + weights[Clue.TYPE_AGAINST.index()];
        return TypeOdds.MOST_LOG * Math.max(0, Math.max(perOdds, -against));
    }

    private double sum(double[] clues) {
        double sum = 0;
        for (int i = 0; i < clues.length; i++) {
            sum += weights[i] * clues[i];
        }
        return sum;
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
