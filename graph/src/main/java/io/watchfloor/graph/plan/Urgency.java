package io.watchfloor.graph.plan;

import java.time.Duration;

/**
 * What a second of waiting counts. A grade counts twice the next; who has waited half an hour counts twice what they did at
 * first and no more than that, so that nobody waits for ever and no minor matter overtakes a grave one.
 */
public final class Urgency {
    private static final int UNIT = 10;
    private static final int LEAST_GRADE = 4;
    private static final double DOUBLED_AFTER_MINUTES = 30;

    private Urgency() {}

    /**
     * The weight of an incident.
     *
     * @param grade 1 the gravest to 4
     * @param waited since it was reported
     */
    public static int weight(int grade, Duration waited) {
        int byGrade = UNIT << (LEAST_GRADE - Math.max(1, Math.min(LEAST_GRADE, grade)));
        double minutes = Math.max(0, waited.toSeconds() / 60.0);
        return (int) Math.round(byGrade * (1 + Math.min(1, minutes / DOUBLED_AFTER_MINUTES)));
    }
}
