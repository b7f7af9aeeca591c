package io.watchfloor.pipeline.rule;

import io.watchfloor.text.similar.Likeness;
import java.util.Arrays;

/**
 * Weighs one report against one incident: first whether it is possible at all, then each {@link Clue}. Comparing words
 * costs most and comes last, for those that still matter then.
 */
public final class Clues {
    /** Alike enough for words alone to carry it: copies and edits. */
    public static final double COPY = 0.75;

    static final int COPY_MINUTES = 360;
    private static final double HALF_FEW = 6;
    /** House numbers farther apart are far. */
    private static final int MOST_HOUSES = 60;

    static final double MOST_LOG_HOUSES = StrictMath.log1p(MOST_HOUSES);
    /** Logarithm of the reports of a very large incident. */
    static final double MOST_LOG_REPORTS = 4;

    private static final double SECONDS_PER_MINUTE = 60;
    private static final int SIZE = Clue.values().length;

    private Clues() {}

    /** The clues; null when the two cannot be of one event. */
    public static double[] of(ReadReport report, Footprint incident) {
        double[] clues = new double[SIZE];
        if (!setPlaceAndTime(clues, new ReportPoint(report), incident, Arithmetic.EXACT)) {
            return null;
        }
        addTypes(clues, new TypeOdds(report).of(incident), Arithmetic.EXACT);
        return addWords(clues, report, incident.incident()) ? clues : null;
    }

    /** Room for all of them. */
    static double[] empty() {
        return new double[SIZE];
    }

    /** Those of neither types nor words, the others 0; false when the two cannot be of one event. */
    static boolean setPlaceAndTime(double[] clues, ReportPoint report, Footprint incident, Arithmetic by) {
        double minutes = incident.secondsFrom(report.second()) / SECONDS_PER_MINUTE;
        int one = report.type().mergeMinutes();
        int other = incident.typeMinutes();
        if (minutes > Math.max(Math.max(one, other), COPY_MINUTES)) {
            return false;
        }
        Arrays.fill(clues, 0);
        if (!PlaceClues.add(clues, report, incident, by)) {
            return false;
        }
        set(clues, Clue.ALWAYS, 1);
        if (minutes > Math.max(one, other)) {
            set(clues, Clue.WORDS_ALONE, 1);
        }
        set(clues, Clue.LATE, Math.min(1, minutes / Math.min(one, other)));
        set(clues, Clue.MINUTES, by.log1p(minutes));
        set(clues, Clue.SAME_REPORTER, report.hasReporter() && incident.isReportedBy(report.reporterHash()));
        set(clues, Clue.FEW_WORDS, report.fewness());
        set(clues, Clue.DEVICE, report.isFromDevice() || incident.isHeardByDevice());
        double reports = incident.logReports();
        set(clues, Clue.REPORTS, reports);
        set(clues, Clue.REPORTS_FAR, reports * Math.min(1, get(clues, Clue.FAR)));
        return true;
    }

    /** Adds those of the types. */
    static void addTypes(double[] clues, double typeOdds, Arithmetic by) {
        double odds = Math.max(-TypeOdds.MOST_LOG, Math.min(TypeOdds.MOST_LOG, by.log(typeOdds)));
        set(clues, Clue.TYPE_ODDS, odds);
        set(clues, Clue.TYPE_AGAINST, Math.min(0, odds));
        set(clues, Clue.TYPE_POSITION, odds * get(clues, Clue.POSITION));
        set(clues, Clue.TYPE_BY_NAME, odds * distanceSaysLittle(clues));
    }

    /** Adds those of the words; false when they alone would have to carry it and do not. */
    static boolean addWords(double[] clues, ReadReport report, OpenIncident incident) {
        Likeness words = report.sketch().to(incident.words());
        if (get(clues, Clue.WORDS_ALONE) > 0 && !(words.comparable() && words.cosine() >= COPY)) {
            return false;
        }
        double nearness = nearness(clues);
        set(clues, Clue.COSINE, words.cosine());
        set(clues, Clue.COSINE_NEAR, words.cosine() * nearness);
        set(clues, Clue.COVERED, words.covered());
        set(clues, Clue.COVERED_REPORTS, words.covered() * Math.min(MOST_LOG_REPORTS, get(clues, Clue.REPORTS)));
        double few = get(clues, Clue.FEW_WORDS);
        set(clues, Clue.COSINE_FEW, words.cosine() * few);
        set(clues, Clue.COVERED_FEW, words.covered() * few);
        set(clues, Clue.COSINE_DEVICES, report.isFromDevice() && incident.devices() > 0 ? words.cosine() : 0);
        set(clues, Clue.NO_WORDS, !words.comparable());
        addNumbers(clues, words);
        return true;
    }

    private static void addNumbers(double[] clues, Likeness words) {
        if (!words.marked()) {
            return;
        }
        boolean samePlace = get(clues, Clue.SAME_PLACE) > 0;
        boolean sameStreet = get(clues, Clue.SAME_STREET) > 0;
        double same = words.sameMark();
        set(clues, Clue.SAME_NUMBER, same);
        set(clues, Clue.SAME_DOOR, samePlace || sameStreet ? same : 0);
        if (samePlace) {
            set(clues, Clue.OTHER_DOOR, 1 - same);
            set(clues, Clue.NEXT_DOOR, words.marksApart() == 1);
        } else if (sameStreet) {
            set(clues, Clue.OTHER_HOUSE, 1 - same);
            set(clues, Clue.HOUSES_APART, StrictMath.log1p(Math.min(MOST_HOUSES, words.marksApart())));
        } else {
            set(clues, Clue.OTHER_NUMBER, 1 - same);
        }
    }

    /** 1 when it says little or nothing, else 0. */
    static double distanceSaysLittle(double[] clues) {
        return Math.max(get(clues, Clue.BY_NAME), get(clues, Clue.NO_DISTANCE));
    }

    /** 1 for no distance, 0 when it is as far as the types allow or not known. */
    static double nearness(double[] clues) {
        return get(clues, Clue.NO_DISTANCE) > 0 ? 0 : 1 - Math.min(1, get(clues, Clue.FAR));
    }

    /** How few words, 1 for none: half for {@link #HALF_FEW} pairs of characters. */
    static double fewness(ReadReport report) {
        return HALF_FEW / (HALF_FEW + report.sketch().features().length);
    }

    static double get(double[] clues, Clue clue) {
        return clues[clue.index()];
    }

    static void set(double[] clues, Clue clue, double value) {
        clues[clue.index()] = value;
    }

    static void set(double[] clues, Clue clue, boolean value) {
        clues[clue.index()] = value ? 1 : 0;
    }
}
