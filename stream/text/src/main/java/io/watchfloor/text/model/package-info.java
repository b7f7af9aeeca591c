/**
 * Trained reading models at work: a text goes in, a {@link io.watchfloor.text.model.TextReading} comes out.
 *
 * <p>Start at {@link io.watchfloor.text.model.TextModels}. A text is normalised ({@link
 * io.watchfloor.text.model.TextNormalizer}), cut into hashed n-grams once ({@link
 * io.watchfloor.text.model.FeatureCounter}), and all models of a language read that one list of features ({@link
 * io.watchfloor.text.model.ModelBank}).
 */
package io.watchfloor.text.model;
