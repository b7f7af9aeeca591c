package io.watchfloor.text.model;

import java.util.OptionalDouble;

/**
 * What the trained models read in one text. A model that does not read the text's language leaves its part empty.
 *
 * @param language what the text is mainly written in
 * @param category probability of each complaint category, see {@link Labels#CATEGORIES}; empty
 *     when the models were loaded without it
 * @param polarity from −1 (surely negative) to +1 (surely positive): twice the probability of positive, less one
 * @param polarityConfidence probability of the named side, 0.5 to 1; 0 when no model reads the language
 * @param emotion probability of each emotion, see {@link Labels#EMOTIONS}
 * @param disaster probability that an English text tells of a real disaster or accident
 * @param types probability of each incident type that own labels taught; empty without a model of them
 */
public record TextReading(
        TextLanguage language,
        Probabilities category,
        double polarity,
        double polarityConfidence,
        Probabilities emotion,
        OptionalDouble disaster,
        Probabilities types) {

    /** Probability that the writer is angry; zero when emotions were not read. */
    public double anger() {
        return emotion.of(Labels.ANGRY);
    }

    /** Probability that the writer is afraid; zero when emotions were not read. */
    public double fear() {
        return emotion.of(Labels.FEAR);
    }
}
