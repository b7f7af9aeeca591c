/**
 * Reads what people write. {@link io.watchfloor.text.ReportReader} is the only way in; what it says of a report is a
 * {@link io.watchfloor.contract.Understanding}. The reader shipped joins a lexicon in Chinese and English with the trained
 * models of {@link io.watchfloor.text.model} and the place names of {@link io.watchfloor.text.place}.
 */
package io.watchfloor.text;
