/**
 * Reads what people write. {@link io.watchfloor.text.ReportReader} is the only way in; what it says of a report is a
 * {@link io.watchfloor.contract.Understanding}. Today's reader is a lexicon in Chinese and English; a trained one can take its
 * place without anybody noticing but for better readings.
 */
package io.watchfloor.text;
