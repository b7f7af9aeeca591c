package io.watchfloor.text.trainer;

import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Understanding;
import io.watchfloor.text.model.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How sure a reader is of types against how often it is right. What it calls {@code other}, which has no confidence, is apart. */
final class Reliability {
    private static final int BINS = 10;
    private static final double SUREST = 1 - 1e-6;

    private record Answer(double confidence, boolean right) {}

    private final String name;
    private final List<Answer> answers = new ArrayList<>();
    private int texts;
    private int amongTwo;
    private int others;
    private int othersRight;

    Reliability(String name) {
        this.name = name;
    }

    /** Adds what was read in one text, and the type that it is of. */
    void add(Understanding read, String type) {
        boolean right = read.type().equals(type);
        boolean isSecond =
                !read.otherTypes().isEmpty() && read.otherTypes().get(0).type().equals(type);
        texts++;
        amongTwo += right || isSecond ? 1 : 0;
        if (read.type().equals(IncidentTypes.OTHER)) {
            others++;
            othersRight += right ? 1 : 0;
        } else {
            answers.add(new Answer(read.typeConfidence(), right));
        }
    }

    /** Share of the texts of whose type the reader thought first or second. */
    double topTwo() {
        return (double) amongTwo / texts;
    }

    /** Expected calibration error over ten bins of equal width (Guo et al. 2017). */
    double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            List<Answer> in = ofBin(bin);
            error += in.isEmpty() ? 0 : in.size() * Math.abs(claimed(in) - right(in));
        }
        return answers.isEmpty() ? 0 : error / answers.size();
    }

    /** By what the logarithm of the odds would be stretched and moved to be truest on these texts; 1 and 0 when it is. */
    Calibration correction() {
        float[] odds = new float[answers.size()];
        int[] right = new int[answers.size()];
        for (int i = 0; i < odds.length; i++) {
            double sure = Math.min(SUREST, Math.max(1 - SUREST, answers.get(i).confidence()));
            odds[i] = (float) StrictMath.log(sure / (1 - sure));
            right[i] = answers.get(i).right() ? 1 : 0;
        }
        return CalibrationFitter.platt(odds, right);
    }

    /** All of it as Markdown. */
    String table() {
        StringBuilder table = new StringBuilder("| texts | n | confidence | right |\n|---|---|---|---|\n");
        if (others > 0) {
            append(table, others, 0, (double) othersRight / others);
        }
        for (int bin = 0; bin < BINS; bin++) {
            List<Answer> in = ofBin(bin);
            if (!in.isEmpty()) {
                append(table, in.size(), claimed(in), right(in));
            }
        }
        Calibration correction = correction();
        return table.append(String.format(
                        Locale.ROOT,
                        "%nOf %d texts %.1f %% have their type first or second; expected calibration error %.3f;"
                                + " log odds truest times %.3f plus %.3f.%n",
                        texts,
                        100 * topTwo(),
                        calibrationError(),
                        correction.slope(),
                        correction.offset()))
                .toString();
    }

    private void append(StringBuilder table, int n, double confidence, double right) {
        table.append(String.format(Locale.ROOT, "| %s | %d | %.2f | %.2f |%n", name, n, confidence, right));
    }

    private List<Answer> ofBin(int bin) {
        return answers.stream()
                .filter(answer -> Math.min(BINS - 1, (int) (answer.confidence() * BINS)) == bin)
                .toList();
    }

    private static double claimed(List<Answer> in) {
        return in.stream().mapToDouble(Answer::confidence).average().orElse(0);
    }

    private static double right(List<Answer> in) {
        return (double) in.stream().filter(Answer::right).count() / in.size();
    }
}
