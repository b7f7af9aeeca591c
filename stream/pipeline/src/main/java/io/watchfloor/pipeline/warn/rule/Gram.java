package io.watchfloor.pipeline.warn.rule;

import java.util.ArrayList;
import java.util.List;

/** A gram that matters keep, and which do. There is one object for each, so that it is found by what it is. */
final class Gram {
    private static final int SPREAD = 0x9E3779B1;

    private final String text;
    private final int hash;
    private final List<Matter> keepers = new ArrayList<>();

    Gram(String text) {
        this.text = text;
        this.hash = text.hashCode() * SPREAD;
    }

    String text() {
        return text;
    }

    /** Its place in a table of two to the power of so many. */
    int slot(int bits) {
        return hash >>> (Integer.SIZE - bits);
    }

    /** The matters that keep it, each once, in no order. */
    List<Matter> keepers() {
        return keepers;
    }

    void add(Matter keeper) {
        keepers.add(keeper);
    }

    void remove(Matter keeper) {
        int last = keepers.size() - 1;
        keepers.set(keepers.indexOf(keeper), keepers.get(last));
        keepers.remove(last);
    }
}
