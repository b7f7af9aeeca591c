package io.watchfloor.pipeline.rule;

import static io.watchfloor.pipeline.rule.Clues.set;

import io.watchfloor.contract.IncidentTypes;

/** The clues of place: distances where both have one, and what names say of it. */
final class PlaceClues {
    /** Who names a place that is larger has said no position. */
    static final double MOST_SLACK_METERS = 400;
    /** The types' limits are of events; two who report one have each put their pin a little beside it. */
    static final double PIN_METERS = 60;

    static final double MOST_REACH_METERS = IncidentTypes.listAll().stream()
            .mapToDouble(type -> type.mergeMeters())
            .max()
            .orElseThrow();

    /** A little less than it is anywhere. */
    static final double METERS_PER_DEGREE = 110_500;

    private static final double MOST_APART_METERS = 1_000;
    /** With one address or name: pins that are far off do not count against it. */
    private static final double MOST_FAR_OF_ONE_NAME = 2;

    private static final double MOST_HUNDRED_METERS = 4;
    private static final double MOST_DEVIATIONS = 4;
    private static final double MOST_NEARER = 3;
    /** An event is not a point. */
    private static final double EVENT_METERS = 25;
    /** What is farther off is where a name is, not a pin. */
    private static final double BY_NAME_METERS = 100;
    /** Most people's pins are off by 20 m, many by 50, a few by 150. */
    private static final double[] PIN_VARIANCES = {20 * 20, 50 * 50, 150 * 150};

    private static final double[] PIN_SHARES = {0.68, 0.28, 0.04};
    /** An incident's accuracy counts {@link ReadReport#POSITION_METERS} for each pin; most are better. */
    private static final double PIN_SPREAD = 0.8;

    private static final double LEAST_LIKELY = -9;
    /** What is less likely than by this exponent adds nothing that matters. */
    private static final double NOTHING = Arithmetic.MOST_EXPONENT;

    private PlaceClues() {}

    /** False when they are too far apart. */
    static boolean add(double[] clues, ReportPoint report, Footprint incident, Arithmetic by) {
        if (isFarNorthOrSouth(report, incident)) {
            return false;
        }
        boolean bothLocated = report.isLocated() && incident.isLocated();
        double meters = bothLocated ? by.meters(report, incident) : 0;
        if (meters > mostApart(report, incident)) {
            return false;
        }
        boolean sameAddress = report.isAtAddressOf(incident);
        boolean sameName = addNames(clues, report, incident);
        boolean hasDistance = bothLocated && incident.hasDistance() && report.accuracyMeters() <= MOST_SLACK_METERS;
        if (hasDistance && !addDistance(clues, report, incident, meters, sameAddress, by)) {
            return false;
        }
        set(clues, Clue.NO_DISTANCE, !hasDistance);
        set(clues, Clue.SAME_ADDRESS, sameAddress);
        set(clues, Clue.WORDS_ALONE, !hasDistance && !sameAddress && !sameName);
        return true;
    }

    /** Whether both name one place or street. */
    private static boolean addNames(double[] clues, ReportPoint report, Footprint incident) {
        if (report.placeId() == null) {
            return false;
        }
        boolean same = report.namesPlaceOf(incident);
        boolean street = report.namesStreet();
        set(clues, Clue.SAME_PLACE, same && !street);
        set(clues, Clue.SAME_STREET, same && street);
        set(clues, Clue.OTHER_PLACE, !same && !street && incident.namesMoreThanStreets());
        return same;
    }

    private static boolean addDistance(
            double[] clues, ReportPoint report, Footprint incident, double meters, boolean sameAddress, Arithmetic by) {
        double far = Math.max(0, meters - report.slackMeters() - incident.slackMeters())
                / (PIN_METERS + Math.max(report.type().mergeMeters(), incident.typeMeters()));
        boolean oneName = sameAddress || Clues.get(clues, Clue.SAME_PLACE) > 0;
        if (far > (oneName ? MOST_FAR_OF_ONE_NAME : 1)) {
            return false;
        }
        set(clues, Clue.FAR, far);
        if (report.isNamedBesidePin()) {
            double hundreds = report.outsideNamedMetersMoreThan(incident) / 100;
            set(clues, Clue.NAME_NEARER, Math.max(-MOST_NEARER, Math.min(MOST_NEARER, hundreds)));
        }
        if (report.accuracyMeters() >= BY_NAME_METERS || incident.accuracyMeters() >= BY_NAME_METERS) {
            set(clues, Clue.BY_NAME, 1);
            double deviations = deviations(meters, report, incident);
            set(clues, Clue.BY_NAME_DEVIATIONS, deviations);
            set(clues, Clue.BY_NAME_SQUARED, deviations * deviations);
            return true;
        }
        double hundreds = Math.min(MOST_HUNDRED_METERS, meters / 100);
        set(clues, Clue.POSITION, position(meters, report, incident, by));
        set(clues, Clue.METERS, hundreds);
        set(clues, Clue.METERS_SQUARED, hundreds * hundreds);
        return true;
    }

    /** Log likelihood of the distance, 0 the greatest there is. */
    private static double position(double meters, ReportPoint report, Footprint incident, Arithmetic by) {
        double own = square(incident.accuracyMeters() * PIN_SPREAD);
        double likelihood = 0;
        int kinds = report.isFromDevice() ? 1 : PIN_VARIANCES.length; // no device puts its pin by hand
        for (int i = 0; i < kinds; i++) {
            double variance = PIN_VARIANCES[i] + own;
            double exponent = meters * meters / 2 / variance;
            if (exponent < NOTHING) {
                likelihood += PIN_SHARES[i] * PIN_VARIANCES[0] / variance * by.exp(exponent);
            }
        }
        if (likelihood == 0) {
            return LEAST_LIKELY;
        }
        return Math.max(LEAST_LIKELY, by.log(likelihood));
    }

    /** Spares most of the arithmetic for most that are merely in a neighbouring bucket. */
    private static boolean isFarNorthOrSouth(ReportPoint report, Footprint incident) {
        return report.isLocated()
                && incident.isLocated()
                && Math.abs(report.lat() - incident.lat()) * METERS_PER_DEGREE > mostApart(report, incident);
    }

    private static double mostApart(ReportPoint report, Footprint incident) {
        return MOST_APART_METERS + report.accuracyMeters() + incident.accuracyMeters();
    }

    /** Farthest an incident of any type may be that no name ties to the report. */
    static double reachMeters(ReadReport report) {
        return MOST_REACH_METERS + PIN_METERS + slack(report);
    }

    static double slack(ReadReport report) {
        return slack(report.isLocated() ? report.accuracyMeters() : 0);
    }

    /** What a usual position's error is stands in the types' limits already. */
    static double slack(double accuracyMeters) {
        return accuracyMeters <= ReadReport.POSITION_METERS ? 0 : Math.min(MOST_SLACK_METERS, accuracyMeters);
    }

    private static double deviations(double meters, ReportPoint report, Footprint incident) {
        double variance = square(report.accuracyMeters()) + square(incident.accuracyMeters()) + square(EVENT_METERS);
        return Math.min(MOST_DEVIATIONS, meters / Math.sqrt(variance));
    }

    private static double square(double x) {
        return x * x;
    }
}
