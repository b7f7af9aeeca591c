package io.watchfloor.text.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The trained models together: reads language, complaint category, polarity, emotion and, for English, whether a disaster
 * is told. Safe for many threads; each keeps its own small buffers.
 */
public final class TextModels {
    /** File names of the shipped models, as the trainer writes them. */
    public static final String CHINESE_SPACE = "zh.features";

    public static final String ENGLISH_SPACE = "en.features";
    public static final String CATEGORY = "category.model";
    public static final String POLARITY = "polarity.model";
    public static final String DOMAIN = "domain.model";
    public static final String EMOTION = "emotion.model";
    public static final String DISASTER = "disaster.model";

    /** Incident types; a set without them can be read with too. */
    public static final String CHINESE_TYPES = "type-zh.model";

    /** Likewise. */
    public static final String ENGLISH_TYPES = "type-en.model";

    private final ModelBank chinese;
    private final ModelBank english;
    private final Optional<LinearModel> category;
    private final LinearModel polarity;
    private final LinearModel domain;
    private final LinearModel emotion;
    private final LinearModel disaster;
    private final Optional<LinearModel> chineseTypes;
    private final Optional<LinearModel> englishTypes;
    private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(this::newDesk);

    /** Where the files of a set of models come from: a file name in, an open stream out. */
    @FunctionalInterface
    public interface Source {
        /**
         * Opens a file; it is closed by the reader.
         *
         * @throws NoSuchFileException when there is none of this name
         */
        InputStream open(String fileName) throws IOException;
    }

    private TextModels(Source source, boolean subjects) throws IOException {
        category = subjects ? Optional.of(model(source, CATEGORY)) : Optional.empty();
        polarity = model(source, POLARITY);
        domain = model(source, DOMAIN);
        emotion = model(source, EMOTION);
        disaster = model(source, DISASTER);
        chineseTypes = findModel(source, CHINESE_TYPES);
        englishTypes = findModel(source, ENGLISH_TYPES);
        chinese = bank(source, CHINESE_SPACE, List.of(polarity, domain, emotion), chineseTypes, category);
        english = bank(source, ENGLISH_SPACE, List.of(disaster), englishTypes, Optional.empty());
    }

    /**
     * Loads the models shipped with this module.
     *
     * @throws UncheckedIOException when they are missing or damaged: a broken build
     */
    public static TextModels load() {
        return shipped(true);
    }

    /** The same without the subjects of complaints, which cost time and decide nothing of a report. */
    public static TextModels loadForReports() {
        return shipped(false);
    }

    private static TextModels shipped(boolean subjects) {
        try {
            return new TextModels(TextModels::resource, subjects);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped text models cannot be read", e);
        }
    }

    /**
     * Loads models from elsewhere.
     *
     * @throws IOException when a file is missing, damaged, of another version, or does not fit the others
     */
    public static TextModels load(Source source) throws IOException {
        try {
            return new TextModels(source, true);
        } catch (IllegalArgumentException e) {
            throw new IOException("the text models do not fit each other: " + e.getMessage(), e);
        }
    }

    /** What each model of types that is there answers with. */
    public List<List<String>> typeLabels() {
        return Stream.of(chineseTypes, englishTypes)
                .flatMap(Optional::stream)
                .map(LinearModel::labels)
                .toList();
    }

    /** Reads one text; only its first {@link TextNormalizer#LONGEST} characters count. */
    public TextReading read(String text) {
        return desks.get().read(text);
    }

    private Desk newDesk() {
        return new Desk();
    }

    private static InputStream resource(String fileName) throws IOException {
        InputStream in = TextModels.class.getResourceAsStream(fileName);
        if (in == null) {
            throw new NoSuchFileException(fileName);
        }
        return in;
    }

    private static ModelBank bank(
            Source source,
            String spaceFile,
            List<LinearModel> models,
            Optional<LinearModel> types,
            Optional<LinearModel> subjects)
            throws IOException {
        List<LinearModel> all = new ArrayList<>(models);
        types.ifPresent(all::add);
        subjects.ifPresent(all::add);
        return new ModelBank(space(source, spaceFile), all);
    }

    private static Optional<LinearModel> findModel(Source source, String fileName) throws IOException {
        try {
            return Optional.of(model(source, fileName));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static LinearModel model(Source source, String fileName) throws IOException {
        try (InputStream in = source.open(fileName)) {
            return ModelFile.readModel(in);
        }
    }

    private static FeatureSpace space(Source source, String fileName) throws IOException {
        try (InputStream in = source.open(fileName)) {
            return ModelFile.readSpace(in);
        }
    }

    /** The buffers of one thread. */
    private final class Desk {
        private final TextNormalizer normalizer = new TextNormalizer();
        private final FeatureCounter chineseFeatures =
                new FeatureCounter(chinese.space().shape());
        private final FeatureCounter englishFeatures =
                new FeatureCounter(english.space().shape());
        private final float[] chineseScores = new float[chinese.heads()];
        private final float[] englishScores = new float[english.heads()];
        private final float[] domainShares = new float[domain.labels().size()];
        private final int emotionOffset = chinese.offsetOf(emotion);
        private final int polarityOffset = chinese.offsetOf(polarity);
        private final int domainOffset = chinese.offsetOf(domain);
        private final int categoryOffset = category.map(chinese::offsetOf).orElse(0);
        private final int chineseTypesOffset =
                chineseTypes.map(chinese::offsetOf).orElse(0);
        private final int englishTypesOffset =
                englishTypes.map(english::offsetOf).orElse(0);

        TextReading read(String text) {
            normalizer.normalize(text);
            TextLanguage language = TextLanguage.of(normalizer.chars(), normalizer.length());
            boolean readsEnglish = language == TextLanguage.EN || language == TextLanguage.MIXED;
            OptionalDouble disasterProbability = readsEnglish ? readEnglish() : OptionalDouble.empty();
            if (language == TextLanguage.EN || language == TextLanguage.UNKNOWN) {
                Probabilities types = readsEnglish
                        ? probabilities(englishTypes, englishTypesOffset, englishScores)
                        : Probabilities.none();
                return new TextReading(
                        language, Probabilities.none(), 0, 0, Probabilities.none(), disasterProbability, types);
            }
            return readChinese(language, disasterProbability);
        }

        private OptionalDouble readEnglish() {
            englishFeatures.count(normalizer.chars(), normalizer.length());
            english.score(englishFeatures, englishScores);
            return OptionalDouble.of(disaster.calibration().probability(englishScores[0]));
        }

        private TextReading readChinese(TextLanguage language, OptionalDouble disasterProbability) {
            chineseFeatures.count(normalizer.chars(), normalizer.length());
            chinese.score(chineseFeatures, chineseScores);
            float mixed = PolarityMixture.score(chineseScores, polarityOffset, domainOffset, domainShares);
            double positive = polarity.calibration().probability(mixed);
            return new TextReading(
                    language,
                    probabilities(category, categoryOffset, chineseScores),
                    2 * positive - 1,
                    Math.max(positive, 1 - positive),
                    probabilities(emotion, emotionOffset, chineseScores),
                    disasterProbability,
                    probabilities(chineseTypes, chineseTypesOffset, chineseScores));
        }

        private static Probabilities probabilities(Optional<LinearModel> model, int offset, float[] scores) {
            return model.isPresent() ? probabilities(model.get(), offset, scores) : Probabilities.none();
        }

        private static Probabilities probabilities(LinearModel model, int offset, float[] scores) {
            float[] values = new float[model.labels().size()];
            model.calibration().probabilities(scores, offset, values);
            return new Probabilities(model.labels(), values);
        }
    }
}
