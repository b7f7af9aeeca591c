package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.text.similar.Likeness;

/** Weighs one report against one incident: first whether it is possible at all, then each {@link Clue}. */
public final class Clues {
    /** Who names a place that is larger has said no position. */
    static final double MOST_SLACK_METERS = 400;

    /** Alike enough for words alone to carry it: copies and edits. */
    public static final double COPY = 0.75;

    private static final double NEAR_METERS = 60;
    /** The types' limits are of events; two who report one have each put their pin a little beside it. */
    static final double PIN_METERS = 60;

    /** A little less than it is anywhere. */
    private static final double METERS_PER_DEGREE = 110_500;

    private static final double MOST_APART_METERS = 1_000;

    /** A type with this share of the winner's votes may be what the event is. */
    private static final double MINORITY = 0.3;

    private static final double HARDLY_SURE = 0.3;
    private static final double SECONDS_PER_MINUTE = 60;
    static final double COPY_MINUTES = 360;
    private static final double MOST_HUNDRED_METERS = 5;
    private static final double MOST_DEVIATIONS = 6;
    /** An event is not a point. */
    private static final double EVENT_METERS = 25;

    private Clues() {}

    /** The clues; null when the two cannot be of one event. */
    public static double[] of(ReadReport report, OpenIncident incident) {
        double limitMinutes = limitMinutes(report.type(), incident.type());
        double minutes = incident.secondsFrom(report.report().occurredAt()) / SECONDS_PER_MINUTE;
        if (minutes > Math.max(limitMinutes, COPY_MINUTES)) {
            return null;
        }
        if (isFarNorthOrSouth(report, incident)) {
            return null;
        }
        Kinship kinship = kinship(report, incident);
        Double apart = incident.metersFrom(report);
        if (apart != null && apart > MOST_APART_METERS + report.accuracyMeters() + incident.accuracyMeters()) {
            return null;
        }
        boolean isVague = report.accuracyMeters() > MOST_SLACK_METERS || incident.accuracyMeters() > MOST_SLACK_METERS;
        Double meters = isVague ? null : apart;
        boolean sameAddress = report.address() != null
                && report.address().equals(incident.observed().address());
        boolean samePlace = report.placeId() != null && incident.placeIds().contains(report.placeId());
        double limitMeters = limitMeters(report.type(), incident.type(), kinship);
        double far = meters == null ? 0 : Math.max(0, meters - slack(report, incident)) / limitMeters;
        if (meters != null && far > 1 && !(sameAddress && far <= 2)) {
            return null;
        }
        Likeness words = report.sketch().to(incident.words());
        boolean wordsAlone = meters == null && !sameAddress && !samePlace;
        boolean isCopy = words.comparable() && words.cosine() >= COPY;
        if ((wordsAlone || minutes > limitMinutes) && !isCopy) {
            return null;
        }
        if (kinship == Kinship.STRANGERS && !words.comparable()) {
            return null;
        }
        double[] clues = new double[Clue.values().length];
        set(clues, Clue.ALWAYS, 1);
        if (meters != null) {
            double hundreds = Math.min(MOST_HUNDRED_METERS, meters / 100);
            set(clues, Clue.METERS, hundreds);
            set(clues, Clue.METERS_SQUARED, hundreds * hundreds);
            double near = StrictMath.exp(-meters / NEAR_METERS);
            set(clues, Clue.NEAR, near);
            set(clues, Clue.NEAR_SAME_TYPE, kinship == Kinship.SAME ? near : 0);
            set(clues, Clue.FAR, far);
            set(clues, Clue.DEVIATIONS, deviations(meters, report, incident));
            set(clues, Clue.FAR_OTHER_TYPE, kinship == Kinship.SAME ? 0 : far);
        }
        set(clues, Clue.LATE, Math.min(1, minutes / limitMinutes));
        set(clues, Clue.MINUTES, StrictMath.log1p(minutes));
        set(clues, Clue.COSINE, words.cosine());
        set(clues, Clue.COVERED, words.covered());
        set(clues, Clue.COSINE_NEAR, meters == null ? 0 : words.cosine() * (1 - Math.min(1, far)));
        set(clues, Clue.COVERED_OTHER_TYPE, kinship == Kinship.SAME ? 0 : words.covered());
        set(clues, Clue.NO_WORDS, words.comparable() ? 0 : 1);
        set(clues, Clue.SAME_TYPE, kinship == Kinship.SAME);
        set(clues, Clue.RELATED_TYPE, kinship == Kinship.RELATED);
        set(clues, Clue.UNTOLD_TYPE, kinship == Kinship.UNTOLD);
        set(
                clues,
                Clue.SURELY_OTHER_TYPE,
                kinship == Kinship.SAME
                        ? 0
                        : report.understanding().typeConfidence()
                                * incident.observed().typeConfidence());
        set(clues, Clue.SAME_PLACE, samePlace);
        set(
                clues,
                Clue.OTHER_PLACE,
                !samePlace && report.placeId() != null && !incident.placeIds().isEmpty());
        set(clues, Clue.SAME_NUMBER, words.sameMark());
        set(clues, Clue.OTHER_NUMBER, words.otherMark());
        set(clues, Clue.SAME_REPORTER, sameReporter(report, incident));
        set(clues, Clue.DEVICE, report.isFromDevice() || incident.devices() > 0);
        set(clues, Clue.SAME_ADDRESS, sameAddress);
        set(clues, Clue.WORDS_ALONE, wordsAlone);
        set(clues, Clue.REPORTS, StrictMath.log(incident.observed().reportCount()));
        return clues;
    }

    /** Spares most of the arithmetic for most that are merely in a neighbouring bucket. */
    private static boolean isFarNorthOrSouth(ReadReport report, OpenIncident incident) {
        return report.isLocated()
                && incident.isLocated()
                && Math.abs(report.lat() - incident.observed().lat()) * METERS_PER_DEGREE
                        > MOST_APART_METERS + report.accuracyMeters() + incident.accuracyMeters();
    }

    /** The closest to any type that a good part of the incident's reports name; what was hardly read tells nothing. */
    private static Kinship kinship(ReadReport report, OpenIncident incident) {
        Kinship closest = Kinship.of(report.type(), incident.type());
        if (!incident.typeDecided()) {
            double enough = TypeVote.winner(incident.votes()).weight() * MINORITY;
            for (TypeVote vote : incident.votes()) {
                if (vote.weight() >= enough) {
                    Kinship kinship = Kinship.of(report.type(), vote.type());
                    closest = kinship.compareTo(closest) < 0 ? kinship : closest;
                }
            }
        }
        double sure = Math.min(
                report.understanding().typeConfidence(), incident.observed().typeConfidence());
        return closest == Kinship.STRANGERS && sure < HARDLY_SURE ? Kinship.UNTOLD : closest;
    }

    /** Farthest an incident of any kin type may be. */
    static double reachMeters(ReadReport report) {
        return MOST_REACH_METERS + PIN_METERS + slack(report);
    }

    static final double MOST_REACH_METERS = IncidentTypes.listAll().stream()
            .mapToDouble(type -> type.mergeMeters())
            .max()
            .orElseThrow();

    static double slack(ReadReport report) {
        return slack(report.isLocated() ? report.accuracyMeters() : 0);
    }

    private static double slack(ReadReport report, OpenIncident incident) {
        return slack(report) + slack(incident.accuracyMeters());
    }

    /** What a usual position's error is stands in the types' limits already. */
    static double slack(double accuracyMeters) {
        return accuracyMeters <= ReadReport.POSITION_METERS ? 0 : Math.min(MOST_SLACK_METERS, accuracyMeters);
    }

    private static double limitMeters(String a, String b, Kinship kinship) {
        double one = IncidentTypes.getOrOther(a).mergeMeters();
        double other = IncidentTypes.getOrOther(b).mergeMeters();
        return PIN_METERS + (kinship == Kinship.STRANGERS ? Math.min(one, other) : Math.max(one, other));
    }

    private static double limitMinutes(String a, String b) {
        return Math.max(
                IncidentTypes.getOrOther(a).mergeMinutes(),
                IncidentTypes.getOrOther(b).mergeMinutes());
    }

    private static double deviations(double meters, ReadReport report, OpenIncident incident) {
        double variance = square(report.accuracyMeters()) + square(incident.accuracyMeters()) + square(EVENT_METERS);
        return Math.min(MOST_DEVIATIONS, meters / StrictMath.sqrt(variance));
    }

    private static boolean sameReporter(ReadReport report, OpenIncident incident) {
        String reporter = report.report().reporter();
        if (reporter == null) {
            return false;
        }
        int hash = reporter.hashCode();
        for (int known : incident.reporters()) {
            if (known == hash) {
                return true;
            }
        }
        return false;
    }

    private static void set(double[] clues, Clue clue, double value) {
        clues[clue.index()] = value;
    }

    private static void set(double[] clues, Clue clue, boolean value) {
        clues[clue.index()] = value ? 1 : 0;
    }

    private static double square(double x) {
        return x * x;
    }
}
