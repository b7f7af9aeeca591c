/**
 * Whether two texts speak of the same thing: {@link io.watchfloor.text.similar.TextSketcher} makes small sketches that a
 * state store can keep, {@link io.watchfloor.text.similar.TextSketch} adds them up and compares them, {@link
 * io.watchfloor.text.similar.Reposts} finds copies and edits among many. Everything is a pure function of the text: the
 * same bits on every machine.
 */
package io.watchfloor.text.similar;
