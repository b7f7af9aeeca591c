package io.watchfloor.pipeline.rule;

import java.util.stream.IntStream;

/**
 * What clues are worked out with. What is decided is decided with {@link #EXACT}; {@link #ROUGH} costs a fraction, since it
 * needs none of {@link StrictMath}'s logarithms, exponentials and angles, and says what need not be worked out exactly. Both
 * have the same bits on every machine.
 */
enum Arithmetic {
    EXACT {
        @Override
        double exp(double exponent) {
            return StrictMath.exp(-exponent);
        }

        @Override
        double log(double x) {
            return StrictMath.log(x);
        }

        @Override
        double log1p(double x) {
            return StrictMath.log1p(x);
        }

        @Override
        double meters(ReportPoint report, Footprint incident) {
            return report.metersTo(incident);
        }
    },
    ROUGH {
        @Override
        double exp(double exponent) {
            double at = exponent * PER_UNIT;
            int step = (int) at;
            return EXPONENTIALS[step] + (at - step) * (EXPONENTIALS[step + 1] - EXPONENTIALS[step]);
        }

        @Override
        double log(double x) {
            long bits = Double.doubleToRawLongBits(x);
            int exponent = (int) (bits >>> MANTISSA_BITS) - DOUBLE_BIAS;
            int step = (int) (bits >>> REST_BITS) & (STEPS - 1);
            double rest = (bits & REST) * PER_REST;
            return exponent * LOG_2 + LOGARITHMS[step] + rest * (LOGARITHMS[step + 1] - LOGARITHMS[step]);
        }

        @Override
        double log1p(double x) {
            return log(1 + x);
        }

        /** On the plane, of which the sphere differs by 10⁻⁷ within this reach. */
        @Override
        double meters(ReportPoint report, Footprint incident) {
            double north = Math.abs(report.lat() - incident.lat());
            double east = Math.abs(report.lon() - incident.lon());
            if (north > MOST_DEGREES || east > MOST_DEGREES) {
                return report.metersTo(incident);
            }
            double degrees = Math.sqrt(north * north + report.cosLat() * incident.cosLat() * east * east);
            return degrees * (Distance.METERS_PER_DEGREE * LESS);
        }
    };

    /** No clue but those that are multiplied with others is off by more. */
    static final double MOST_OFF = 1e-3;

    /** Exponents are less. */
    static final int MOST_EXPONENT = 15;

    private static final int PER_UNIT = 64;
    private static final double[] EXPONENTIALS = IntStream.rangeClosed(0, MOST_EXPONENT * PER_UNIT + 1)
            .mapToDouble(step -> StrictMath.exp(-(double) step / PER_UNIT))
            .toArray();

    private static final int MANTISSA_BITS = 52;
    private static final int DOUBLE_BIAS = 1_023;
    private static final int STEPS = 256;
    private static final int REST_BITS = MANTISSA_BITS - 8;
    private static final long REST = (1L << REST_BITS) - 1;
    private static final double PER_REST = 1.0 / (1L << REST_BITS);
    private static final double LOG_2 = StrictMath.log(2);
    private static final double[] LOGARITHMS = IntStream.rangeClosed(0, STEPS)
            .mapToDouble(step -> StrictMath.log(1 + (double) step / STEPS))
            .toArray();

    private static final double MOST_DEGREES = 0.05;
    private static final double LESS = 1 - 2e-7;

    /** e to the power of minus this, which is from 0 to below {@link #MOST_EXPONENT}. */
    abstract double exp(double exponent);

    /** Natural logarithm of a positive number that is not next to nothing. */
    abstract double log(double x);

    /** Natural logarithm of 1 more than this, which is not negative. */
    abstract double log1p(double x);

    /** Metres between the two, both of which are located; never more than they are. */
    abstract double meters(ReportPoint report, Footprint incident);
}
