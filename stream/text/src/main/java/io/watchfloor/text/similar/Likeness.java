package io.watchfloor.text.similar;

/**
 * How alike two texts are.
 *
 * @param comparable whether both say something in the same script; if not, nothing is known and both measures are 0
 * @param cosine of the two sketches, 0 to 1
 * @param covered share of what the one says that the other says, too, 0 to 1
 * @param sameMark both name the same house, block, floor…
 * @param otherMark both name a house, block, floor…, and never the same
 * @param nextMark then: the number of one comes right after the other's
 */
public record Likeness(
        boolean comparable, double cosine, double covered, boolean sameMark, boolean otherMark, boolean nextMark) {}
