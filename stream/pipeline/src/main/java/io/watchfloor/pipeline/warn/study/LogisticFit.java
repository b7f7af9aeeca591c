package io.watchfloor.pipeline.warn.study;

import java.util.List;

/** Logistic regression with a ridge, by Newton's method. */
final class LogisticFit {
    private static final int STEPS = 25;
    private static final double RIDGE = 1.0;

    private LogisticFit() {}

    /** The weights, one per feature; the first feature is the bias and is not held back. */
    static double[] fit(List<List<Double>> rows, List<Boolean> followed) {
        int n = rows.get(0).size();
        double[] weights = new double[n];
        for (int step = 0; step < STEPS; step++) {
            double[][] hessian = new double[n][n + 1];
            for (int i = 0; i < n; i++) {
                double hold = i == 0 ? 1e-9 : RIDGE;
                hessian[i][i] += hold;
                hessian[i][n] -= hold * weights[i];
            }
            for (int r = 0; r < rows.size(); r++) {
                add(hessian, rows.get(r), followed.get(r), weights);
            }
            double[] change = solve(hessian);
            for (int i = 0; i < n; i++) {
                weights[i] += change[i];
            }
        }
        return weights;
    }

    private static void add(double[][] hessian, List<Double> row, boolean followed, double[] weights) {
        int n = weights.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += weights[i] * row.get(i);
        }
        double p = 1 / (1 + Math.exp(-sum));
        double curvature = Math.max(1e-6, p * (1 - p));
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                hessian[i][k] += curvature * row.get(i) * row.get(k);
            }
            hessian[i][n] += ((followed ? 1 : 0) - p) * row.get(i);
        }
    }

    /** Gaussian elimination with pivots. */
    private static double[] solve(double[][] a) {
        int n = a.length;
        for (int i = 0; i < n; i++) {
            int pivot = i;
            for (int r = i + 1; r < n; r++) {
                pivot = Math.abs(a[r][i]) > Math.abs(a[pivot][i]) ? r : pivot;
            }
            double[] swap = a[i];
            a[i] = a[pivot];
            a[pivot] = swap;
            for (int r = 0; r < n; r++) {
                double factor = r == i ? 0 : a[r][i] / a[i][i];
                for (int c = i; c <= n && factor != 0; c++) {
                    a[r][c] -= factor * a[i][c];
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = a[i][n] / a[i][i];
        }
        return x;
    }
}
