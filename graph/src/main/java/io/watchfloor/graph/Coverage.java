package io.watchfloor.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Who counts for which need: each person for one, however much they can do, because one pair of hands does one thing at a
 * time. People are distributed so that as many places as possible are filled (augmenting paths), earlier needs first.
 */
final class Coverage {
    private final int[] places;
    private final List<List<Integer>> takers = new ArrayList<>();

    /** With so many places in each need. */
    Coverage(int[] places) {
        this.places = places.clone();
        for (int ignored : places) {
            takers.add(new ArrayList<>());
        }
    }

    /**
     * Takes a person in when that fills one more place, if need be by moving others.
     *
     * @param needs bit n is set when the person meets need n
     */
    boolean offer(int needs) {
        return place(needs, new boolean[places.length]);
    }

    /** How many places of the need are filled. */
    int covered(int need) {
        return takers.get(need).size();
    }

    /** How many places are left over all needs. */
    int open() {
        int open = 0;
        for (int need = 0; need < places.length; need++) {
            open += places[need] - covered(need);
        }
        return open;
    }

    private boolean place(int needs, boolean[] visited) {
        for (int need = 0; need < places.length; need++) {
            if ((needs & (1 << need)) == 0 || visited[need]) {
                continue;
            }
            visited[need] = true;
            if (covered(need) < places[need]) {
                takers.get(need).add(needs);
                return true;
            }
            for (int i = 0; i < covered(need); i++) {
                if (place(takers.get(need).get(i), visited)) {
                    takers.get(need).set(i, needs);
                    return true;
                }
            }
        }
        return false;
    }
}
