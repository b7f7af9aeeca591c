package io.watchfloor.drill.simulation;

import java.util.List;

/**
 * What a run came to.
 *
 * @param meanMinutes from the report until the whole team is there; those still waiting count until the end
 * @param p90Minutes the same that nine of ten stay below
 * @param graveMinutes the mean of grades 1 and 2
 * @param unqualified people who came and could not do the work
 * @param twice people who were sent while bound elsewhere
 * @param reassigned people called off a way
 * @param moves people sent to stand by elsewhere
 */
record Outcome(
        double meanMinutes,
        double p90Minutes,
        double graveMinutes,
        int unqualified,
        int twice,
        int reassigned,
        int moves) {
    private static final int GRAVE = 2;

    static Outcome of(List<Job> jobs, double end, int unqualified, int twice, int reassigned, int moves) {
        double[] minutes =
                jobs.stream().mapToDouble(job -> minutes(job, end)).sorted().toArray();
        double grave = jobs.stream()
                .filter(job -> job.call().grade() <= GRAVE)
                .mapToDouble(job -> minutes(job, end))
                .average()
                .orElse(0);
        double sum = 0;
        for (double minute : minutes) {
            sum += minute;
        }
        double p90 = minutes.length == 0 ? 0 : minutes[(int) (0.9 * (minutes.length - 1))];
        return new Outcome(sum / Math.max(1, minutes.length), p90, grave, unqualified, twice, reassigned, moves);
    }

    private static double minutes(Job job, double end) {
        return ((job.isWhole() ? job.wholeAt() : end) - job.call().atSecond()) / 60;
    }
}
