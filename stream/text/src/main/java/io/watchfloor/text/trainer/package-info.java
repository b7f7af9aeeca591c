/**
 * Trains, measures and writes the reading models of {@link io.watchfloor.text.model}.
 *
 * <p>Start at {@link io.watchfloor.text.trainer.TextTrainerMain}. Corpora are listed in {@link
 * io.watchfloor.text.trainer.CorpusSource}, what is learnt from them in {@link io.watchfloor.text.trainer.Task} and how in
 * {@link io.watchfloor.text.trainer.Recipe}. Nothing here is needed to read texts.
 */
package io.watchfloor.text.trainer;
