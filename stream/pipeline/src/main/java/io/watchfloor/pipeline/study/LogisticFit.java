package io.watchfloor.pipeline.study;

import java.util.Arrays;
import java.util.List;

/** Logistic regression with a small ridge, by Newton's method. */
final class LogisticFit {
    private static final int STEPS = 40;
    private static final double CONVERGED = 1e-8;

    private LogisticFit() {}

    static double[] fit(List<StudyRun.Example> examples, double ridge) {
        int size = examples.get(0).clues().length;
        double[] weights = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[] change = newton(examples, weights, ridge);
            double largest = 0;
            for (int i = 0; i < size; i++) {
                weights[i] += change[i];
                largest = Math.max(largest, Math.abs(change[i]));
            }
            if (largest < CONVERGED) {
                break;
            }
        }
        return weights;
    }

    private static double[] newton(List<StudyRun.Example> examples, double[] weights, double ridge) {
        int size = weights.length;
        double[][] curvature = new double[size][size];
        double[] slope = new double[size];
        int[] present = new int[size];
        for (StudyRun.Example example : examples) {
            double[] clues = example.clues();
            double p = probability(clues, weights);
            double error = (example.same() ? 1 : 0) - p;
            double variance = p * (1 - p);
            int count = 0;
            for (int i = 0; i < size; i++) {
                if (clues[i] != 0) {
                    present[count++] = i;
                }
            }
            for (int i = 0; i < count; i++) {
                double clue = clues[present[i]];
                slope[present[i]] += error * clue;
                for (int j = 0; j <= i; j++) {
                    curvature[present[i]][present[j]] += variance * clue * clues[present[j]];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                curvature[i][j] = curvature[j][i];
            }
            slope[i] -= ridge * weights[i];
            curvature[i][i] += ridge;
        }
        return solve(curvature, slope);
    }

    static double probability(double[] clues, double[] weights) {
        double sum = 0;
        for (int i = 0; i < clues.length; i++) {
            sum += clues[i] * weights[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /** Gauss with pivots; the matrix is positive definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[] x = right.clone();
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
            }
            double[] swap = matrix[column];
            matrix[column] = matrix[pivot];
            matrix[pivot] = swap;
            double value = x[column];
            x[column] = x[pivot];
            x[pivot] = value;
            for (int row = column + 1; row < size; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                for (int i = column; i < size; i++) {
                    matrix[row][i] -= factor * matrix[column][i];
                }
                x[row] -= factor * x[column];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int i = row + 1; i < size; i++) {
                x[row] -= matrix[row][i] * x[i];
            }
            x[row] /= matrix[row][row];
        }
        return Arrays.copyOf(x, size);
    }
}
