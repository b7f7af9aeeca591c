package io.watchfloor.graph.candidate;

import io.watchfloor.graph.roster.NeedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who counts for which need: each person for one, however much they can do, because one pair of hands does one thing at a
 * time. People are distributed so that as many places as possible are filled (augmenting paths), earlier needs first.
 */
final class Coverage {
    private record Taker(int needs, int person) {}

    private final int[] places;
    private final int shared;
    private final List<List<Taker>> takers = new ArrayList<>();

    /** With so many places in each need, and each person in one of them. */
    Coverage(int[] places) {
        this(places, 0);
    }

    /**
     * With so many places in each need.
     *
     * @param shared bit n is set when somebody who fills another need's place may fill one of need n as well
     */
    Coverage(int[] places, int shared) {
        this.places = places.clone();
        this.shared = shared;
        for (int ignored : places) {
            takers.add(new ArrayList<>());
        }
    }

    /** With so many places in each of these needs. */
    static Coverage of(List<NeedLine> needs, List<Integer> places) {
        int shared = 0;
        for (int need = 0; need < needs.size(); need++) {
            shared |= needs.get(need).isShared() ? 1 << need : 0;
        }
        return new Coverage(places.stream().mapToInt(Integer::intValue).toArray(), shared);
    }

    /**
     * Takes a person in when that fills one more place, if need be by moving others.
     *
     * @param needs bit n is set when the person meets need n
     */
    boolean offer(int needs) {
        return offer(needs, 0);
    }

    /** As {@link #offer(int)}; {@code person} is a number to know them by. */
    boolean offer(int needs, int person) {
        boolean fillsShared = fillShared(new Taker(needs, person));
        boolean fills = place(new Taker(needs & ~shared, person), new boolean[places.length]);
        return fills || fillsShared;
    }

    /** The needs in whose places the person is. */
    int placesOf(int person) {
        int filled = 0;
        for (int need = 0; need < places.length; need++) {
            filled |= takers.get(need).stream().anyMatch(taker -> taker.person() == person) ? 1 << need : 0;
        }
        return filled;
    }

    /** How many places of the need are filled. */
    int covered(int need) {
        return takers.get(need).size();
    }

    /** How many places are left in each need. */
    List<Integer> empty() {
        return IntStream.range(0, places.length)
                .mapToObj(need -> places[need] - covered(need))
                .toList();
    }

    /** How many places are left over all needs. */
    int open() {
        int open = 0;
        for (int need = 0; need < places.length; need++) {
            open += places[need] - covered(need);
        }
        return open;
    }

    /** Where nobody has to choose, everybody counts for each. */
    private boolean fillShared(Taker taker) {
        boolean filled = false;
        for (int need = 0; need < places.length; need++) {
            if ((taker.needs() & shared & (1 << need)) != 0 && covered(need) < places[need]) {
                takers.get(need).add(taker);
                filled = true;
            }
        }
        return filled;
    }

    private boolean place(Taker taker, boolean[] visited) {
        for (int need = 0; need < places.length; need++) {
            if ((taker.needs() & (1 << need)) == 0 || visited[need]) {
                continue;
            }
            visited[need] = true;
            if (covered(need) < places[need]) {
                takers.get(need).add(taker);
                return true;
            }
            for (int i = 0; i < covered(need); i++) {
                if (place(takers.get(need).get(i), visited)) {
                    takers.get(need).set(i, taker);
                    return true;
                }
            }
        }
        return false;
    }
}
