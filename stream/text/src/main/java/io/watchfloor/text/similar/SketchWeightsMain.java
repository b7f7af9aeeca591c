package io.watchfloor.text.similar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * Makes {@code sketch.weights}: in how many of the texts on standard input, one per line, each feature stands; Chinese
 * texts and others each count as one half, however many there are. Usage: {@code SketchWeightsMain <file to write>}.
 */
public final class SketchWeightsMain {
    /** A share of texts that stands for never seen. */
    private static final double RAREST = 1 / 20_000.0;

    private SketchWeightsMain() {}

    @SuppressWarnings("SystemOut") // a command
    public static void main(String[] args) throws IOException {
        Count han = new Count();
        Count latin = new Count();
        TextFeatures features = new TextFeatures();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                features.read(TextSketcher.fold(line));
                (features.isHan() ? han : latin).add(features);
            }
        }
        Files.write(Path.of(args[0]), steps(han, latin));
        System.out.printf("%d texts in Chinese, %d in others%n", han.texts, latin.texts);
    }

    private static final class Count {
        private final int[] having = new int[FeatureWeights.BUCKETS];
        private int texts;

        void add(TextFeatures features) {
            BitSet present = new BitSet(FeatureWeights.BUCKETS);
            for (int i = 0; i < features.size(); i++) {
                present.set(TextFeatures.bucket(features.hash(i)));
            }
            present.stream().forEach(bucket -> having[bucket]++);
            texts++;
        }

        double share(int bucket) {
            return texts == 0 ? 0 : (double) having[bucket] / texts;
        }
    }

    private static byte[] steps(Count han, Count latin) {
        byte[] steps = new byte[FeatureWeights.BUCKETS];
        for (int i = 0; i < steps.length; i++) {
            double share = Math.min(1, han.share(i) + latin.share(i) + RAREST);
            steps[i] = (byte) Math.min(255, Math.round(-StrictMath.log(share) / FeatureWeights.STEP));
        }
        return steps;
    }
}
