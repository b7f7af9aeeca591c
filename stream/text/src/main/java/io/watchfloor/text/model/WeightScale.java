package io.watchfloor.text.model;

/**
 * Weights as bytes on a square-root scale: the byte b stands for sign(b) · (b / 127)² · the largest weight. Small weights,
 * which are most of them, thus keep finer steps than large ones.
 *
 * <p>The largest error of a weight w is {@link #errorBound}: half a step, √(w·max)/127 + max/(4·127²).
 */
public final class WeightScale {
    /** The byte of the largest weight. */
    public static final int TOP = 127;

    private static final float[] UNIT = unitTable();

    private WeightScale() {}

    /** The byte for a weight whose magnitude is at most {@code largest}. */
    public static byte encode(double weight, double largest) {
        if (largest == 0) {
            return 0;
        }
        long step = Math.round(TOP * Math.sqrt(Math.abs(weight) / largest));
        return (byte) (weight < 0 ? -step : step);
    }

    /** What a byte stands for when the largest weight is one. */
    public static float unit(byte encoded) {
        return UNIT[encoded & 0xFF];
    }

    /** The most by which a decoded weight can differ from the one encoded. */
    public static double errorBound(double weight, double largest) {
        return Math.sqrt(Math.abs(weight) * largest) / TOP + largest / (4.0 * TOP * TOP);
    }

    private static float[] unitTable() {
        float[] table = new float[1 << Byte.SIZE];
        for (int i = 0; i < table.length; i++) {
            float step = (byte) i / (float) TOP;
            table[i] = step * Math.abs(step);
        }
        return table;
    }
}
