package io.watchfloor.drill.scenario;

import java.util.Random;

/** Random numbers that depend on what they are for, and not on what was drawn before. */
public final class Draws {
    private Draws() {}

    /** The same sequence for the same seed and words. */
    public static Random of(long seed, Object... words) {
        long mixed = seed;
        for (Object word : words) {
            mixed = mix(mixed * 31 + hash(word.toString()));
        }
        return new Random(mixed);
    }

    private static long hash(String word) {
        long hash = 1125899906842597L;
        for (int i = 0; i < word.length(); i++) {
            hash = hash * 31 + word.charAt(i);
        }
        return hash;
    }

    /** The finalizer of SplitMix64: neighbouring inputs come out far apart. */
    private static long mix(long value) {
        long a = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
