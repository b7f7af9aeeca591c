package io.watchfloor.pipeline.warn.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The probability that an incident follows within a day: logistic over what is known about a rise. The weights were
 * fitted on simulated incidents with precursors, {@code stream/pipeline/warn-study fit}; seeds and date stand in
 * {@code WARNING.md}.
 */
public final class Risk {
    /** What each weight is for. */
    public static final List<String> FEATURES = List.of(
            "bias",
            "cellTail",
            "clusterGain",
            "areaTail",
            "negativeShare",
            "heat",
            "deviceTail",
            "logRatio",
            "logCount",
            "acceleration",
            "spread");

    private static final String TABLE = "risk.csv";
    private static final String BLUE = "blue";

    /** Of the shipped fit, {@code risk.csv} beside this class. */
    public static final Risk SHIPPED =
            new Risk(FEATURES.stream().mapToDouble(name -> fitted().get(name)).toArray());

    private final double[] weights;

    public Risk(double[] weights) {
        if (weights.length != FEATURES.size()) {
            throw new IllegalArgumentException(FEATURES.size() + " weights, not " + weights.length);
        }
        this.weights = weights.clone();
    }

    /** From 0 to 1. */
    public double probability(List<Double> features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features.get(i);
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /** From which probability on the fit warns. */
    static double fittedBlue() {
        return fitted().get(BLUE);
    }

    /** The table as {@code risk.csv} holds it. */
    public static String table(double[] weights, double blue) {
        StringBuilder lines = new StringBuilder("name,value\n");
        for (int i = 0; i < weights.length; i++) {
            lines.append(String.format(Locale.ROOT, "%s,%.4f%n", FEATURES.get(i), weights[i]));
        }
        return lines.append(String.format(Locale.ROOT, "%s,%.2f%n", BLUE, blue)).toString();
    }

    private static Map<String, Double> fitted() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Risk.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(row -> row[0], row -> Double.valueOf(row[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " is part of this jar", e);
        }
    }
}
