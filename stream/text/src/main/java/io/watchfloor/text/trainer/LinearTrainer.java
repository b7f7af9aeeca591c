package io.watchfloor.text.trainer;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.watchfloor.text.model.Calibration;
import io.watchfloor.text.model.FeatureSpace;
import io.watchfloor.text.model.LinearModel;
import io.watchfloor.text.model.WeightScale;
import java.util.List;
import java.util.Random;

/** Learns linear models, one against the rest, and packs their weights into bytes. */
final class LinearTrainer {
    private static final double PRECISION = 0.1;

    private final FeatureSpace space;
    private final long seed;

    LinearTrainer(FeatureSpace space, long seed) {
        this.space = space;
        this.seed = seed;
    }

    /** Learns one model from vectors and their labels. */
    LinearModel train(String name, List<String> labels, Feature[][] vectors, int[] answers, Recipe recipe) {
        int heads = labels.size() == 2 ? 1 : labels.size();
        LinearModel[] parts = new LinearModel[heads];
        for (int head = 0; head < heads; head++) {
            int wanted = heads == 1 ? 1 : head;
            parts[head] = pack(name, labels, learn(vectors, answers, wanted, recipe), recipe.smallestStep());
        }
        return join(name, labels, List.of(parts));
    }

    /** Puts the heads of several models side by side in one. */
    LinearModel join(String name, List<String> labels, List<LinearModel> parts) {
        int heads = parts.stream().mapToInt(LinearModel::heads).sum();
        byte[][] weights = new byte[heads][];
        float[] largest = new float[heads];
        float[] bias = new float[heads];
        int head = 0;
        for (LinearModel part : parts) {
            for (int i = 0; i < part.heads(); i++) {
                weights[head] = part.weights(i);
                largest[head] = part.largest(i);
                bias[head++] = part.bias(i);
            }
        }
        return new LinearModel(name, labels, space.fingerprint(), weights, largest, bias, Calibration.NONE);
    }

    private double[] learn(Feature[][] vectors, int[] answers, int wanted, Recipe recipe) {
        Problem problem = new Problem();
        problem.l = vectors.length;
        problem.n = space.rows() + 1;
        problem.x = vectors;
        problem.y = new double[vectors.length];
        int positives = 0;
        for (int i = 0; i < answers.length; i++) {
            boolean positive = answers[i] == wanted;
            problem.y[i] = positive ? 1 : -1;
            positives += positive ? 1 : 0;
        }
        if (positives == 0) {
            return never();
        }
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, recipe.cost(), PRECISION);
        parameter.setRandom(new Random(seed));
        double rarity = (answers.length - positives) / (double) Math.max(1, positives);
        parameter.setWeights(new double[] {StrictMath.pow(rarity, recipe.balance()), 1}, new int[] {1, -1});
        Model model = Linear.train(problem, parameter);
        double[] weights = model.getFeatureWeights().clone();
        if (model.getLabels()[0] != 1) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -weights[i];
            }
        }
        return weights;
    }

    /** Weights of a label that nobody has: the constant feature alone speaks, against it. */
    private double[] never() {
        double[] weights = new double[space.rows() + 1];
        weights[space.rows()] = -1 / Vectorizer.CONSTANT;
        return weights;
    }

    private LinearModel pack(String name, List<String> labels, double[] weights, int smallestStep) {
        int rows = space.rows();
        double largest = 0;
        for (int i = 0; i < rows; i++) {
            largest = Math.max(largest, Math.abs(weights[i]));
        }
        byte[] packed = new byte[rows];
        for (int i = 0; i < rows; i++) {
            byte step = WeightScale.encode(weights[i], largest);
            packed[i] = Math.abs(step) < smallestStep ? 0 : step;
        }
        return new LinearModel(
                name,
                labels,
                space.fingerprint(),
                new byte[][] {packed},
                new float[] {(float) largest},
                new float[] {(float) (weights[rows] * Vectorizer.CONSTANT)},
                Calibration.NONE);
    }
}
