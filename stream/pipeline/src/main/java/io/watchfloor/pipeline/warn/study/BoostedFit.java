package io.watchfloor.pipeline.warn.study;

import io.watchfloor.pipeline.warn.rule.Risk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Grows small decision trees one after the other, each on what those before it leave unexplained (gradient boosting,
 * logistic loss, second order, values sorted into at most {@value #MOST_BINS} bins).
 */
final class BoostedFit {
    private static final int MOST_BINS = 64;
    private static final double RIDGE = 20;
    private static final double LEAST_CURVATURE = 40;

    private final int trees;
    private final int depth;
    private final double rate;

    private final List<Integer> roots = new ArrayList<>();
    private final List<Integer> signs = new ArrayList<>();
    private final List<Double> bounds = new ArrayList<>();
    private final List<Integer> below = new ArrayList<>();
    private final List<Integer> above = new ArrayList<>();

    private byte[][] binned;
    private double[][] edges;
    private float[] gradient;
    private float[] curvature;
    private double[] scores;

    BoostedFit(int trees, int depth, double rate) {
        this.trees = trees;
        this.depth = depth;
        this.rate = rate;
    }

    /** Rows of what was known, whether an incident followed, and how much each row counts. */
    Risk fit(List<float[]> rows, List<Boolean> followed, float[] weights) {
        int n = rows.size();
        bin(rows);
        gradient = new float[n];
        curvature = new float[n];
        scores = new double[n];
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        double right = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            right += followed.get(i) ? weights[i] : 0;
            sum += weights[i];
        }
        double base = Math.log(right / (sum - right));
        roots.add(leaf(base));
        Arrays.fill(scores, base);
        for (int tree = 0; tree < trees; tree++) {
            for (int i = 0; i < n; i++) {
                double p = 1 / (1 + Math.exp(-scores[i]));
                gradient[i] = (float) (weights[i] * ((followed.get(i) ? 1 : 0) - p));
                curvature[i] = (float) Math.max(1e-6, weights[i] * p * (1 - p));
            }
            roots.add(grow(all, depth));
        }
        return new Risk(ints(roots), ints(signs), doubles(bounds), ints(below), ints(above), 1);
    }

    private void bin(List<float[]> rows) {
        int signCount = rows.get(0).length;
        binned = new byte[signCount][rows.size()];
        edges = new double[signCount][];
        for (int sign = 0; sign < signCount; sign++) {
            float[] values = new float[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.get(i)[sign];
            }
            float[] sorted = values.clone();
            Arrays.sort(sorted);
            edges[sign] = java.util.stream.IntStream.range(1, MOST_BINS)
                    .mapToDouble(i -> Math.rint(sorted[(int) ((long) i * sorted.length / MOST_BINS)] * 1e4) / 1e4)
                    .distinct()
                    .toArray();
            for (int i = 0; i < values.length; i++) {
                int at = Arrays.binarySearch(edges[sign], values[i]);
                binned[sign][i] = (byte) (at < 0 ? -at - 1 : at);
            }
        }
    }

    /** The best split of a node. */
    private record Split(int sign, int bin, double gain) {}

    private int grow(int[] rows, int left) {
        Split split = left == 0 ? null : bestSplit(rows);
        if (split == null) {
            return leafOf(rows);
        }
        byte[] bins = binned[split.sign()];
        int[] low = Arrays.stream(rows).filter(i -> bins[i] <= split.bin()).toArray();
        int[] high = Arrays.stream(rows).filter(i -> bins[i] > split.bin()).toArray();
        int node = add(split.sign(), edges[split.sign()][split.bin()]);
        below.set(node, grow(low, left - 1));
        above.set(node, grow(high, left - 1));
        return node;
    }

    private Split bestSplit(int[] rows) {
        Split best = null;
        double gradients = 0;
        double curvatures = 0;
        for (int i : rows) {
            gradients += gradient[i];
            curvatures += curvature[i];
        }
        double whole = gradients * gradients / (curvatures + RIDGE);
        for (int sign = 0; sign < binned.length; sign++) {
            double[] g = new double[MOST_BINS];
            double[] h = new double[MOST_BINS];
            byte[] bins = binned[sign];
            for (int i : rows) {
                g[bins[i]] += gradient[i];
                h[bins[i]] += curvature[i];
            }
            double lowG = 0;
            double lowH = 0;
            for (int bin = 0; bin < edges[sign].length; bin++) {
                lowG += g[bin];
                lowH += h[bin];
                double highG = gradients - lowG;
                double highH = curvatures - lowH;
                if (lowH >= LEAST_CURVATURE && highH >= LEAST_CURVATURE) {
                    double gain = lowG * lowG / (lowH + RIDGE) + highG * highG / (highH + RIDGE) - whole;
                    best = gain > (best == null ? 1e-3 : best.gain()) ? new Split(sign, bin, gain) : best;
                }
            }
        }
        return best;
    }

    private int leafOf(int[] rows) {
        double gradients = 0;
        double curvatures = 0;
        for (int i : rows) {
            gradients += gradient[i];
            curvatures += curvature[i];
        }
        double value = rate * gradients / (curvatures + RIDGE);
        for (int i : rows) {
            scores[i] += value;
        }
        return leaf(value);
    }

    private int leaf(double value) {
        return add(-1, value);
    }

    private int add(int sign, double bound) {
        signs.add(sign);
        bounds.add(bound);
        below.add(-1);
        above.add(-1);
        return signs.size() - 1;
    }

    private static int[] ints(List<Integer> of) {
        return of.stream().mapToInt(i -> i).toArray();
    }

    private static double[] doubles(List<Double> of) {
        return of.stream().mapToDouble(d -> d).toArray();
    }
}
