package io.watchfloor.text.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelBankTest {
    private static final FeatureShape SHAPE = new FeatureShape(10, 1, 1, false);
    private final FeatureCounter counter = new FeatureCounter(SHAPE);

    @Test
    void shouldScoreWithAllModelsAtOnce() {
        FeatureSpace space = allKnown();
        LinearModel first = model("first", space, 0.5f, (byte) 127);
        LinearModel second = model("second", space, -1f, (byte) -127);
        ModelBank bank = new ModelBank(space, List.of(first, second));
        float[] scores = new float[bank.heads()];

        counter.count("停".toCharArray(), 1);
        bank.score(counter, scores);

        assertThat(scores[bank.offsetOf(first)]).isCloseTo(2.5f, within(1e-5f));
        assertThat(scores[bank.offsetOf(second)]).isCloseTo(-3f, within(1e-5f));
    }

    @Test
    void shouldAnswerTheBiasWhenNothingIsKnown() {
        FeatureSpace nothing = FeatureSpace.of(SHAPE, new float[SHAPE.buckets()]);
        ModelBank bank = new ModelBank(nothing, List.of(model("m", nothing, 0.25f, (byte) 127)));
        float[] scores = new float[1];

        counter.count("停水".toCharArray(), 2);
        bank.score(counter, scores);

        assertThat(scores).containsExactly(0.25f);
    }

    @Test
    void shouldRefuseAModelOfAnotherSpace() {
        LinearModel stranger = model("stranger", allKnown(), 0, (byte) 1);
        FeatureSpace other = FeatureSpace.of(new FeatureShape(10, 1, 2, false), ones());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelBank(other, List.of(stranger)))
                .withMessageContaining("stranger");
    }

    @Test
    void shouldReadBackWhatWasWritten() throws IOException {
        FeatureSpace space = FeatureSpace.of(SHAPE, someKnown());
        LinearModel model = model("m", space, 0.25f, (byte) -9).calibrated(new Calibration(2, 0.5f));
        ByteArrayOutputStream spaceFile = new ByteArrayOutputStream();
        ByteArrayOutputStream modelFile = new ByteArrayOutputStream();
        ModelFile.write(space, spaceFile);
        ModelFile.write(model, modelFile);

        FeatureSpace readSpace = ModelFile.readSpace(new ByteArrayInputStream(spaceFile.toByteArray()));
        LinearModel readModel = ModelFile.readModel(new ByteArrayInputStream(modelFile.toByteArray()));

        assertThat(readSpace.fingerprint()).isEqualTo(space.fingerprint());
        assertThat(readSpace.rows()).isEqualTo(space.rows());
        assertThat(readModel.weights(0)).isEqualTo(model.weights(0));
        assertThat(readModel.labels()).isEqualTo(model.labels());
        assertThat(readModel.calibration()).isEqualTo(model.calibration());
        assertThat(new ModelBank(readSpace, List.of(readModel)).heads()).isEqualTo(1);
    }

    @Test
    void shouldRefuseOtherFilesAndVersions() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelFile.write(allKnown(), file);
        byte[] newer = file.toByteArray();
        newer[5]++;

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ModelFile.readModel(new ByteArrayInputStream(file.toByteArray())));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ModelFile.readSpace(new ByteArrayInputStream(newer)))
                .withMessageContaining("version 2");
    }

    private static LinearModel model(String name, FeatureSpace space, float bias, byte weight) {
        byte[] weights = new byte[space.rows()];
        Arrays.fill(weights, weight);
        return new LinearModel(
                name,
                List.of("no", "yes"),
                space.fingerprint(),
                new byte[][] {weights},
                new float[] {2},
                new float[] {bias},
                Calibration.NONE);
    }

    private static FeatureSpace allKnown() {
        return FeatureSpace.of(SHAPE, ones());
    }

    private static float[] ones() {
        float[] ones = new float[SHAPE.buckets()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static float[] someKnown() {
        float[] some = new float[SHAPE.buckets()];
        for (int i = 0; i < some.length; i += 3) {
            some[i] = 1 + i / 100f;
        }
        return some;
    }
}
