package io.watchfloor.drill.simulation;

/**
 * Numbers that look like chance and depend on nothing but what they are for: whichever policy asks, the same incident has
 * the same work and the same way takes as much longer than expected (common random numbers).
 */
final class Chance {
    private final long seed;

    Chance(long seed) {
        this.seed = seed;
    }

    /** Another chance, which has nothing to do with this one and depends on nothing else. */
    Chance other(String what) {
        return new Chance(mix(seed ^ what.hashCode() * 0x9E3779B97F4A7C15L));
    }

    /** Even in [0, 1). */
    double even(String what, long a, long b) {
        long mixed = mix(mix(mix(seed ^ what.hashCode() * 0x9E3779B97F4A7C15L) + a) + b);
        return (mixed >>> 11) * 0x1.0p-53;
    }

    /** Normal with mean 0 and deviation 1 (Box and Muller, 1958). */
    double normal(String what, long a, long b) {
        double radius = Math.sqrt(-2 * Math.log(1 - even(what, a, 2 * b)));
        return radius * Math.cos(2 * Math.PI * even(what, a, 2 * b + 1));
    }

    /** Log-normal with this median; {@code spread} is the deviation of the logarithm. */
    double around(double median, double spread, String what, long a, long b) {
        return median * Math.exp(spread * normal(what, a, b));
    }

    /** Exponential with this mean. */
    double exponential(double mean, String what, long a, long b) {
        return -mean * Math.log(1 - even(what, a, b));
    }

    /** A whole number below the bound. */
    int below(int bound, String what, long a, long b) {
        return (int) (even(what, a, b) * bound);
    }

    /** SplitMix64's finish (Steele, Lea and Flood, 2014). */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
