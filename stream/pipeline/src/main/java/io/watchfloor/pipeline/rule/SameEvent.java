package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentTypes;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The probability that a report speaks of an incident, from place, time, type and words together: a logistic regression
 * over {@link Clue}s. The most probable incident wins if it is probable enough; of equals the one with the smaller id.
 * Between two that an officer has split, the one whose words are more alike gets the report.
 *
 * <p>Probable enough is less for an incident of many reports: one more that is left out becomes an alarm of its own for
 * something long known, one too many spoils little. With two single reports it is the other way round.
 *
 * <p>A cry for help that names nothing is never taken for one more report of something slight, however near it is: two
 * incidents of one event cost an officer a click ({@link #wouldBeLost}).
 *
 * <p>The weights come from {@code study}, see the README: fitted on made-up events of one vocabulary, measured on another.
 */
public final class SameEvent implements MergeRule {
    private static final long serialVersionUID = 1L;

    /** Fitted by {@code study fit}; in the order of {@link Clue}. */
    private static final double[] WEIGHTS = {
        3.332, // ALWAYS
        0.608, // POSITION
        -1.375, // METERS
        0.419, // METERS_SQUARED
        -0.184, // FAR
        0.328, // NAME_NEARER
        -4.246, // BY_NAME
        1.528, // BY_NAME_DEVIATIONS
        -1.169, // BY_NAME_SQUARED
        -4.665, // NO_DISTANCE
        -3.197, // LATE
        -0.218, // MINUTES
        0.803, // TYPE_ODDS
        0.639, // TYPE_AGAINST
        0.071, // TYPE_POSITION
        -0.475, // TYPE_BY_NAME
        2.469, // COSINE
        0.743, // COSINE_NEAR
        2.837, // COVERED
        -0.240, // COVERED_REPORTS
        0.421, // FEW_WORDS
        -5.194, // COSINE_FEW
        -1.714, // COVERED_FEW
        -1.969, // COSINE_DEVICES
        0.708, // NO_WORDS
        0.458, // SAME_PLACE
        0.082, // SAME_STREET
        -1.505, // OTHER_PLACE
        0.395, // SAME_ADDRESS
        1.022, // SAME_NUMBER
        1.409, // SAME_DOOR
        -0.238, // OTHER_NUMBER
        -2.410, // OTHER_DOOR
        1.694, // NEXT_DOOR
        -2.216, // OTHER_HOUSE
        -0.335, // HOUSES_APART
        2.689, // SAME_REPORTER
        0.167, // DEVICE
        -1.818, // WORDS_ALONE
        0.009, // REPORTS
        -0.342, // REPORTS_FAR
    };

    /** Enough for an incident of very many reports, and how much more is asked of one of a single report. */
    private static final double ENOUGH_OF_MANY = 0.35;

    private static final double MORE_OF_ONE = 0.2;

    /** So many reports and fewer are looked up. */
    private static final int FEW = 64;

    /** What sums in another order may differ by. */
    private static final double ROUNDING = 1e-9;

    private final double[] weights;
    private final double enoughOfMany;
    /** By how much a sum of rough clues differs from that of exact ones at most. */
    private final double mostOff;
    /** By number of reports, what the sum must come to for the probability to be enough. */
    private final double[] leastSums;

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
        this.mostOff = Arithmetic.MOST_OFF
                * (Arrays.stream(weights).map(Math::abs).sum()
                        + TypeOdds.MOST_LOG * Math.abs(weights[Clue.TYPE_POSITION.index()]));
        this.leastSums = IntStream.range(0, FEW)
                .mapToDouble(reports -> leastSum(threshold(Math.max(1, reports))))
                .toArray();
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
    public Optional<Match> best(ReadReport report, Collection<? extends Footprint> nearby) {
        if (nearby.isEmpty()) {
            return Optional.empty();
        }
        boolean criesForHelp = report.understanding().grade().isUrgent()
                && IncidentTypes.OTHER.equals(report.understanding().type());
        Match best = null;
        double bestSum = Double.NEGATIVE_INFINITY;
        Weighing weighing = new Weighing(report);
        for (Footprint incident : nearby) {
            if (criesForHelp && wouldBeLost(incident)) {
                continue;
            }
            int reports = incident.reports();
            double probability = weighing.probability(incident, Math.max(leastSum(reports), bestSum));
            if (probability >= threshold(reports)
                    && (best == null || isBetter(probability, incident.incident(), best))) {
                best = new Match(incident.incident(), probability);
                bestSum = leastSum(probability);
            }
        }
        return best == null || best.incident().apartFrom().isEmpty()
                ? Optional.ofNullable(best)
                : Optional.of(mostAlikeOfThoseSplit(weighing, best, nearby));
    }

    /** Whether what its reports speak of is slight, so that whoever calls for help would be one of many there. */
    private static boolean wouldBeLost(Footprint incident) {
        return !incident.incident().observed().gradeOfReports().isUrgent();
    }

    /** Of the incident and those it was split from, as far as they may be meant. */
    private Match mostAlikeOfThoseSplit(Weighing weighing, Match best, Collection<? extends Footprint> nearby) {
        Match mostAlike = best;
        double likeness = weighing.cosine(best.incident());
        for (Footprint footprint : nearby) {
            OpenIncident incident = footprint.incident();
            if (!best.incident().apartFrom().contains(incident.id())) {
                continue;
            }
            int reports = footprint.reports();
            double probability = weighing.probability(footprint, leastSum(reports));
            double alike = weighing.cosine(incident);
            if (probability >= threshold(reports)
                    && (alike > likeness || (alike == likeness && isBetter(probability, incident, mostAlike)))) {
                mostAlike = new Match(incident, probability);
                likeness = alike;
            }
        }
        return mostAlike;
    }

    private static boolean isBetter(double probability, OpenIncident incident, Match than) {
        return probability > than.confidence()
                || (probability == than.confidence()
                        && incident.id().compareTo(than.incident().id()) < 0);
    }

    private double leastSum(int reports) {
        return reports < FEW ? leastSums[reports] : leastSum(threshold(reports));
    }

    /** What the weighted clues come to at least, with a probability of at least this. */
    static double leastSum(double probability) {
        return StrictMath.log(probability / (1 - probability)) - ROUNDING;
    }

    /** One report against one incident after the other. */
    final class Weighing {
        private final ReportPoint report;
        private final TypeOdds types;
        private final double[] clues = Clues.empty();
        private final boolean hasNumbers;

        Weighing(ReadReport report) {
            this.report = new ReportPoint(report);
            this.types = new TypeOdds(report);
            this.hasNumbers = report.sketch().marks().length > 0;
        }

        /**
         * 0 when it cannot be, or when the clues come to less than is asked for, whatever the words say: those are not compared
         * then. For most that is plain from rough clues.
         */
        double probability(Footprint incident, double leastSum) {
            if (!mayComeTo(leastSum, incident) || !Clues.setPlaceAndTime(clues, report, incident, Arithmetic.EXACT)) {
                return 0;
            }
            Clues.addTypes(clues, types.of(incident), Arithmetic.EXACT);
            if (!Clues.addWords(clues, report.report(), incident.incident())) {
                return 0;
            }
            return 1 / (1 + StrictMath.exp(-sum(clues)));
        }

        private boolean mayComeTo(double leastSum, Footprint incident) {
            if (!Clues.setPlaceAndTime(clues, report, incident, Arithmetic.ROUGH)) {
                return false;
            }
            double words = mostOfWords(clues, hasNumbers);
            if (sum(clues) + mostOfTypes(clues) + words + mostOff < leastSum) {
                return false;
            }
            double typeOdds = types.of(incident);
            if (typeOdds < TypeOdds.UNRELATED) {
                return false;
            }
            Clues.addTypes(clues, typeOdds, Arithmetic.ROUGH);
            return sum(clues) + words + mostOff >= leastSum;
        }

        double cosine(OpenIncident incident) {
            return report.report().sketch().to(incident.words()).cosine();
        }
    }

    /** More than this the types cannot add: it is greatest for the greatest or the least odds. */
    private double mostOfTypes(double[] clues) {
        double perOdds = weights[Clue.TYPE_ODDS.index()]
                + weights[Clue.TYPE_POSITION.index()] * Clues.get(clues, Clue.POSITION)
                + weights[Clue.TYPE_BY_NAME.index()] * Clues.distanceSaysLittle(clues);
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

    /** More than this the words cannot add: clues of likeness grow with it or fall, the whole way. */
    private double mostOfWords(double[] clues, boolean hasNumbers) {
        double few = Clues.get(clues, Clue.FEW_WORDS);
        double cosine = weight(Clue.COSINE)
                + weight(Clue.COSINE_NEAR) * Clues.nearness(clues)
                + weight(Clue.COSINE_FEW) * few
                + Math.max(0, weight(Clue.COSINE_DEVICES));
        double covered = weight(Clue.COVERED)
                + weight(Clue.COVERED_REPORTS) * Math.min(Clues.MOST_LOG_REPORTS, Clues.get(clues, Clue.REPORTS))
                + weight(Clue.COVERED_FEW) * few;
        double alike = Math.max(0, cosine) + Math.max(0, covered);
        return (hasNumbers ? mostOfNumbers(clues) : 0) + Math.max(alike, weight(Clue.NO_WORDS));
    }

    private double mostOfNumbers(double[] clues) {
        double same = weight(Clue.SAME_NUMBER);
        if (Clues.get(clues, Clue.SAME_PLACE) > 0) {
            double next = Math.max(0, weight(Clue.NEXT_DOOR));
            return Math.max(0, next + Math.max(same + weight(Clue.SAME_DOOR), weight(Clue.OTHER_DOOR)));
        }
        if (Clues.get(clues, Clue.SAME_STREET) > 0) {
            double apart = Math.max(0, weight(Clue.HOUSES_APART) * Clues.MOST_LOG_HOUSES);
            return Math.max(0, apart + Math.max(same + weight(Clue.SAME_DOOR), weight(Clue.OTHER_HOUSE)));
        }
        return Math.max(0, Math.max(same, weight(Clue.OTHER_NUMBER)));
    }

    private double weight(Clue clue) {
        return weights[clue.index()];
    }
}
