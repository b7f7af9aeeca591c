package io.watchfloor.pipeline.warn.rule;

/**
 * Tails of the negative binomial distribution, given by mean and variance, for counts that need not be whole (weighted
 * reports): {@code P(X ≥ y) = I_x(y, r)} with {@code x = 1 − mean/variance} and {@code r = mean²/(variance − mean)},
 * {@code I} the regularised incomplete beta function (DLMF 8.17).
 */
public final class NegativeBinomial {
    /** A variance this little above the mean is a Poisson distribution for every purpose here. */
    private static final double LEAST_OVERDISPERSION = 1.0005;

    private static final double LEAST_MEAN = 1e-9;
    private static final double LEAST_TAIL = 1e-300;
    private static final int MOST_TERMS = 2_000;
    private static final double PRECISION = 1e-10;
    private static final double TINY = 1e-300;

    /** Lanczos' coefficients for g = 7, n = 9. */
    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        0.000009984369578019572,
        1.5056327351493116e-7
    };

    private static final double LANCZOS_G = 7.5;

    private NegativeBinomial() {}

    /** Probability of {@code count} or more. */
    public static double tail(double count, double mean, double variance) {
        if (count <= 0) {
            return 1;
        }
        double mu = Math.max(mean, LEAST_MEAN);
        double var = Math.max(variance, mu * LEAST_OVERDISPERSION);
        double shape = mu * mu / (var - mu);
        return Math.max(LEAST_TAIL, Math.min(1, incompleteBeta(1 - mu / var, count, shape)));
    }

    /**
     * How far a count above the mean is from what is usual: {@code P(X ≥ count) ≤ exp(−divergence)} (Chernoff), and not
     * much less than that.
     */
    static double divergence(double count, double mean, double variance) {
        double mu = Math.max(mean, LEAST_MEAN);
        double shape = mu * mu / Math.max(variance - mu, mu * (LEAST_OVERDISPERSION - 1));
        return count * StrictMath.log(count / mu) - (count + shape) * StrictMath.log((count + shape) / (mu + shape));
    }

    /** The least whole count that is exceeded with at most this probability; looked for from near where it must be. */
    public static double upper(double probability, double mean, double variance) {
        double guess = Math.rint(mean + 2 * StrictMath.sqrt(variance));
        double step = 1;
        if (tail(guess + 1, mean, variance) > probability) {
            double low = guess;
            while (tail(low + step + 1, mean, variance) > probability) {
                low += step;
                step *= 2;
            }
            return between(low, low + step, probability, mean, variance);
        }
        double high = guess;
        while (high > 0 && tail(Math.max(0, high - step) + 1, mean, variance) <= probability) {
            high = Math.max(0, high - step);
            step *= 2;
        }
        return between(Math.max(-1, high - step), high, probability, mean, variance);
    }

    private static double between(double tooLow, double enough, double probability, double mean, double variance) {
        double low = tooLow;
        double high = enough;
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (tail(middle + 1, mean, variance) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double incompleteBeta(double x, double a, double b) {
        double front = StrictMath.exp(
                logGamma(a + b) - logGamma(a) - logGamma(b) + a * StrictMath.log(x) + b * StrictMath.log(1 - x));
        return x < (a + 1) / (a + b + 2)
                ? front * continuedFraction(x, a, b) / a
                : 1 - front * continuedFraction(1 - x, b, a) / b;
    }

    /** DLMF 8.17.22, evaluated by Lentz's method. */
    private static double continuedFraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return value;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    static double logGamma(double x) {
        if (x < 0.5) {
            return StrictMath.log(Math.PI / Math.abs(StrictMath.sin(Math.PI * x))) - logGamma(1 - x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x - 1 + LANCZOS_G;
        return 0.5 * StrictMath.log(2 * Math.PI) + (x - 0.5) * StrictMath.log(t) - t + StrictMath.log(sum);
    }
}
