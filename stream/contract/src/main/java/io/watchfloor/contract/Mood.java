package io.watchfloor.contract;

/**
 * How what was said sounds.
 *
 * @param polarity from -1, all complaint, to 1, all praise; 0 neither
 * @param anger probability, 0 to 1
 * @param fear probability, 0 to 1
 */
public record Mood(double polarity, double anger, double fear) {
    /** Of words that say nothing about it, and of reports without words. */
    public static final Mood NEUTRAL = new Mood(0, 0, 0);
}
