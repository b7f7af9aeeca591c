package io.watchfloor.pipeline.warn.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The probability that an incident follows within a day: small decision trees over what is known about a rise, their
 * sum on the logistic scale. They were grown on simulated incidents with precursors, {@code stream/pipeline/warn-study
 * fit}; seeds and date stand in {@code WARNING.md}.
 */
public final class Risk {
    /** What the trees ask about. */
    public static final List<String> SIGNS = Signs.NAMES;

    private static final String TABLE = "risk.csv";
    private static final String HEADER = "node,sign,bound,below,above";
    private static final String LEAF = "leaf";
    private static final String BLUE = "blue";
    private static final String ROOT = "root";

    /** Of the shipped fit, {@code risk.csv} beside this class. */
    public static final Risk SHIPPED = shipped();

    private final int[] roots;
    private final int[] signs;
    private final double[] bounds;
    private final int[] below;
    private final int[] above;
    private final double blue;

    /**
     * From nodes in one row each.
     *
     * @param roots where each tree begins
     * @param signs what a node asks about, an index of {@link #SIGNS}; −1 for a leaf
     * @param bounds of a node: up to which value it goes on below; of a leaf: what it adds
     * @param below the next node
     * @param above the next node
     * @param blue from which probability on it is to warn
     */
    public Risk(int[] roots, int[] signs, double[] bounds, int[] below, int[] above, double blue) {
        this.roots = roots.clone();
        this.signs = signs.clone();
        this.bounds = bounds.clone();
        this.below = below.clone();
        this.above = above.clone();
        this.blue = blue;
    }

    /** From 0 to 1. */
    public double probability(List<Double> of) {
        double[] values = new double[of.size()];
        Arrays.setAll(values, of::get);
        double sum = 0;
        for (int root : roots) {
            int node = root;
            while (signs[node] >= 0) {
                node = values[signs[node]] <= bounds[node] ? below[node] : above[node];
            }
            sum += bounds[node];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /** From which probability on it warns. */
    public double blue() {
        return blue;
    }

    /** The same with another bar. */
    public Risk withBlue(double probability) {
        return new Risk(roots, signs, bounds, below, above, probability);
    }

    /** As {@code risk.csv} holds it. */
    public String table() {
        StringBuilder lines = new StringBuilder(HEADER).append('\n');
        lines.append(String.format(Locale.ROOT, "%s,,%.3f,,%n", BLUE, blue));
        int tree = 0;
        for (int node = 0; node < signs.length; node++) {
            if (tree < roots.length && roots[tree] == node) {
                lines.append(String.format(Locale.ROOT, "%s,,%d,,%n", ROOT, node));
                tree++;
            }
            lines.append(
                    signs[node] < 0
                            ? String.format(Locale.ROOT, "%d,%s,%.4f,,%n", node, LEAF, bounds[node])
                            : String.format(
                                    Locale.ROOT,
                                    "%d,%s,%.4f,%d,%d%n",
                                    node,
                                    SIGNS.get(signs[node]),
                                    bounds[node],
                                    below[node],
                                    above[node]));
        }
        return lines.toString();
    }

    /** Reads what {@link #table} wrote. */
    public static Risk of(List<String> lines) {
        List<String[]> rows = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
        double blue = rows.stream()
                .filter(row -> row[0].equals(BLUE))
                .mapToDouble(row -> Double.parseDouble(row[2]))
                .findFirst()
                .orElseThrow();
        int[] roots = rows.stream()
                .filter(row -> row[0].equals(ROOT))
                .mapToInt(row -> Integer.parseInt(row[2]))
                .toArray();
        List<String[]> nodes = rows.stream()
                .filter(row -> !row[0].equals(BLUE) && !row[0].equals(ROOT))
                .toList();
        return new Risk(
                roots,
                nodes.stream().mapToInt(row -> signOf(row[1])).toArray(),
                nodes.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray(),
                nodes.stream().mapToInt(row -> number(row[3])).toArray(),
                nodes.stream().mapToInt(row -> number(row[4])).toArray(),
                blue);
    }

    private static int signOf(String name) {
        int sign = SIGNS.indexOf(name);
        if (sign < 0 && !name.equals(LEAF)) {
            throw new IllegalStateException(TABLE + " asks about " + name + ", which nobody measures");
        }
        return sign;
    }

    private static int number(String field) {
        return field.isEmpty() ? -1 : Integer.parseInt(field);
    }

    private static Risk shipped() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Risk.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            return of(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " is part of this jar", e);
        }
    }
}
