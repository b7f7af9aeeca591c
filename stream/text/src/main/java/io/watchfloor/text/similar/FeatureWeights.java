package io.watchfloor.text.similar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** How much a feature tells: its inverse document frequency, in 255 steps, from {@code sketch.weights} beside this class. */
final class FeatureWeights {
    static final int BUCKETS = 1 << 16;
    static final String FILE = "sketch.weights";
    /** A weight of one step. */
    static final float STEP = 0.05f;

    private static final FeatureWeights SHIPPED = read();

    private final byte[] steps;

    FeatureWeights(byte[] steps) {
        this.steps = steps;
    }

    static FeatureWeights shipped() {
        return SHIPPED;
    }

    float of(int bucket) {
        return (steps[bucket] & 0xFF) * STEP;
    }

    private static FeatureWeights read() {
        try (InputStream in = FeatureWeights.class.getResourceAsStream(FILE)) {
            byte[] steps = in == null ? new byte[0] : in.readAllBytes();
            if (steps.length != BUCKETS) {
                throw new IllegalStateException(FILE + " has " + steps.length + " bytes, not " + BUCKETS);
            }
            return new FeatureWeights(steps);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " is part of this jar", e);
        }
    }
}
