package io.watchfloor.text.trainer;

import java.util.List;

/** How often each label was answered with each label, and the usual measures of it. */
final class Confusion {
    private final List<String> labels;
    private final int[][] counts;

    Confusion(List<String> labels) {
        this.labels = List.copyOf(labels);
        this.counts = new int[labels.size()][labels.size()];
    }

    void add(int truth, int answer) {
        counts[truth][answer]++;
    }

    void addAll(Confusion other) {
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                counts[i][j] += other.counts[i][j];
            }
        }
    }

    List<String> labels() {
        return labels;
    }

    int total() {
        int total = 0;
        for (int label = 0; label < counts.length; label++) {
            total += support(label);
        }
        return total;
    }

    /** How many examples truly have a label. */
    int support(int label) {
        int sum = 0;
        for (int answer : counts[label]) {
            sum += answer;
        }
        return sum;
    }

    /** The share of right answers, 0 to 1; 0 when there were none. */
    double accuracy() {
        int right = 0;
        for (int label = 0; label < counts.length; label++) {
            right += counts[label][label];
        }
        return share(right, total());
    }

    double precision(int label) {
        int answered = 0;
        for (int[] row : counts) {
            answered += row[label];
        }
        return share(counts[label][label], answered);
    }

    double recall(int label) {
        return share(counts[label][label], support(label));
    }

    double f1(int label) {
        double precision = precision(label);
        double recall = recall(label);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** The mean F1 over the labels that occur in the examples. */
    double macroF1() {
        double sum = 0;
        int present = 0;
        for (int label = 0; label < counts.length; label++) {
            if (support(label) > 0) {
                sum += f1(label);
                present++;
            }
        }
        return present == 0 ? 0 : sum / present;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
