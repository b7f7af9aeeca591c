package io.watchfloor.text.similar;

/**
 * How alike two texts are.
 *
 * @param comparable whether both say something in the same script; if not, nothing is known and both measures are 0
 * @param cosine of the two sketches, 0 to 1
 * @param covered share of what the one says that the other says, too, 0 to 1
 * @param marked whether both name a house, a block, a floor…
 * @param sameMark then: how much of what the other says of it is what this one says, 0 to 1; the floor of another block is
 *     another
 * @param marksApart then: by how much the nearest numbers differ
 */
public record Likeness(
        boolean comparable, double cosine, double covered, boolean marked, double sameMark, int marksApart) {}
