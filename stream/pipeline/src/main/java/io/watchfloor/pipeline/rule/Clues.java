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
    private static final double SECONDS_PER_MINUTE = 60;
    private static final int SIZE = Clue.values().length;

    private Clues() {}

    /** The clues; null when the two cannot be of one event. */
    public static double[] of(ReadReport report, Footprint incident) {
        double[] clues = new double[SIZE];
        if (!setPlaceAndTime(clues, new ReportPoint(report), incident)) {
            return null;
        }
        addTypes(clues, new TypeOdds(report).of(incident));
        return addWords(clues, report, incident.incident()) ? clues : null;
    }

    /** Room for all of them. */
    static double[] empty() {
        return new double[SIZE];
    }

    /** Those of neither types nor words, the others 0; false when the two cannot be of one event. */
    static boolean setPlaceAndTime(double[] clues, ReportPoint report, Footprint incident) {
        double minutes = incident.secondsFrom(report.second()) / SECONDS_PER_MINUTE;
        int one = report.type().mergeMinutes();
        int other = incident.typeMinutes();
        if (minutes > Math.max(Math.max(one, other), COPY_MINUTES)) {
            return false;
        }
        Arrays.fill(clues, 0);
        if (!PlaceClues.add(clues, report, incident)) {
            return false;
        }
        set(clues, Clue.ALWAYS, 1);
        if (minutes > Math.max(one, other)) {
            set(clues, Clue.WORDS_ALONE, 1);
        }
        set(clues, Clue.LATE, Math.min(1, minutes / Math.min(one, other)));
        set(clues, Clue.MINUTES, StrictMath.log1p(minutes));
        set(clues, Clue.SAME_REPORTER, report.hasReporter() && incident.isReportedBy(report.reporterHash()));
        set(clues, Clue.DEVICE, report.isFromDevice() || incident.isHeardByDevice());
        double reports = incident.logReports();
        set(clues, Clue.REPORTS, reports);
        set(clues, Clue.REPORTS_FAR, reports * Math.min(1, get(clues, Clue.FAR)));
        return true;
    }

    /** Adds those of the types. */
    static void addTypes(double[] clues, double typeOdds) {
        double odds = Math.max(-TypeOdds.MOST_LOG, Math.min(TypeOdds.MOST_LOG, StrictMath.log(typeOdds)));
        set(clues, Clue.TYPE_ODDS, odds);
        set(clues, Clue.TYPE_AGAINST, Math.min(0, odds));
        set(clues, Clue.TYPE_POSITION, odds * get(clues, Clue.POSITION));
        set(clues, Clue.TYPE_BY_NAME, odds * Math.max(get(clues, Clue.BY_NAME), get(clues, Clue.NO_DISTANCE)));
    }

    /** Adds those of the words; false when they alone would have to carry it and do not. */
    static boolean addWords(double[] clues, ReadReport report, OpenIncident incident) {
        Likeness words = report.sketch().to(incident.words());
        if (get(clues, Clue.WORDS_ALONE) > 0 && !(words.comparable() && words.cosine() >= COPY)) {
            return false;
        }
        double nearness = get(clues, Clue.NO_DISTANCE) > 0 ? 0 : 1 - Math.min(1, get(clues, Clue.FAR));
        set(clues, Clue.COSINE, words.cosine());
        set(clues, Clue.COSINE_NEAR, words.cosine() * nearness);
        set(clues, Clue.COVERED, words.covered());
        set(clues, Clue.NO_WORDS, !words.comparable());
        boolean samePlace = get(clues, Clue.SAME_PLACE) > 0;
        set(clues, Clue.SAME_NUMBER, words.sameMark());
        set(clues, Clue.SAME_DOOR, words.sameMark() && samePlace);
        set(clues, Clue.OTHER_DOOR, words.otherMark() && samePlace);
        set(clues, Clue.NEXT_DOOR, words.nextMark() && samePlace);
        return true;
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
