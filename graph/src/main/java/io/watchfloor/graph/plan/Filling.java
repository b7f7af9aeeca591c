package io.watchfloor.graph.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Fills the places of a shape, soonest first. Where each person counts for one need, whoever comes too late to fill a
 * place another could not fill is left out: sets of people who fill different places are a matroid, so that taking the
 * soonest who still fills one more place gives the team whose last arrival and whose sum of ways are both least.
 */
final class Filling {
    private final int[] open;
    private final int sharedNeeds;
    private final List<List<Integer>> takers = new ArrayList<>();
    private final List<Option> people = new ArrayList<>();

    Filling(Shape shape) {
        open = shape.places().stream().mapToInt(Integer::intValue).toArray();
        sharedNeeds = shape.sharedNeeds();
        for (int ignored : open) {
            takers.add(new ArrayList<>());
        }
    }

    /** These people, if each fills a place, and then the soonest of the others who fill what is left; null if not. */
    static Filling soonest(Shape shape, Collection<Option> wanted, Collection<Option> unwanted) {
        Filling filling = new Filling(shape);
        for (Option option : wanted) {
            if (!filling.offer(option)) {
                return null;
            }
        }
        for (Option option : shape.options()) {
            if (filling.missing() == 0) {
                break;
            }
            if (!unwanted.contains(option) && !wanted.contains(option)) {
                filling.offer(option);
            }
        }
        return filling;
    }

    /** Takes the person in when that fills one more place, if need be by moving others. */
    boolean offer(Option option) {
        boolean fillsShared = fillAll(option.meets() & sharedNeeds);
        boolean fills = fill(option.meets() & ~sharedNeeds, new boolean[open.length]) || fillsShared;
        if (fills) {
            people.add(option);
        }
        return fills;
    }

    /** Who was taken in. */
    List<Option> people() {
        return people;
    }

    /** How many places are open still. */
    int missing() {
        int missing = 0;
        for (int need = 0; need < open.length; need++) {
            missing += Math.max(0, open[need] - takers.get(need).size());
        }
        return missing;
    }

    private boolean fillAll(int meets) {
        boolean fills = false;
        for (int need = 0; need < open.length; need++) {
            if ((meets & (1 << need)) != 0 && takers.get(need).size() < open[need]) {
                takers.get(need).add(meets);
                fills = true;
            }
        }
        return fills;
    }

    private boolean fill(int meets, boolean[] visited) {
        for (int need = 0; need < open.length; need++) {
            if ((meets & (1 << need)) == 0 || visited[need]) {
                continue;
            }
            visited[need] = true;
            List<Integer> here = takers.get(need);
            if (here.size() < open[need]) {
                here.add(meets);
                return true;
            }
            for (int i = 0; i < here.size(); i++) {
                if (fill(here.get(i), visited)) {
                    here.set(i, meets);
                    return true;
                }
            }
        }
        return false;
    }
}
