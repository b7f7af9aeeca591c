package io.watchfloor.pipeline.warn.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * In how many of a matter's reports each gram stands, of the first so many grams: an open table that is asked for a report's
 * grams once for each matter that the report may be of.
 */
final class GramCounts {
    private static final int BITS = 8;
    private static final int MASK = (1 << BITS) - 1;
    /** Half full at most, so that a search is short. */
    static final int MOST = 1 << (BITS - 1);

    private final int limit;
    private final Gram[] grams = new Gram[1 << BITS];
    private final int[] counts = new int[1 << BITS];
    private int size;

    /** Keeps so many at most, up to {@link #MOST}. */
    GramCounts(int limit) {
        this.limit = Math.min(limit, MOST);
    }

    boolean hasRoom() {
        return size < limit;
    }

    /** 0 when it is not kept. */
    int get(Gram gram) {
        return counts[slotOf(gram)];
    }

    /** Counts it so many times more, if it is kept or there is room; whether it is kept only now. */
    boolean add(Gram gram, int times) {
        int slot = slotOf(gram);
        boolean known = grams[slot] != null;
        if (!known && !hasRoom()) {
            return false;
        }
        grams[slot] = gram;
        counts[slot] += times;
        size += known ? 0 : 1;
        return !known;
    }

    void forEach(ObjIntConsumer<Gram> action) {
        for (int i = 0; i < grams.length; i++) {
            if (grams[i] != null) {
                action.accept(grams[i], counts[i]);
            }
        }
    }

    Map<String, Integer> byText() {
        Map<String, Integer> all = new HashMap<>();
        forEach((gram, count) -> all.put(gram.text(), count));
        return all;
    }

    private int slotOf(Gram gram) {
        int slot = gram.slot(BITS);
        while (grams[slot] != null && grams[slot] != gram) {
            slot = (slot + 1) & MASK;
        }
        return slot;
    }
}
