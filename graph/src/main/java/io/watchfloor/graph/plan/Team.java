package io.watchfloor.graph.plan;

import java.util.List;

/**
 * A team for one incident; the empty one is to send nobody.
 *
 * @param shape position of the shape it fills
 * @param people who, soonest first
 * @param missing places it leaves open
 * @param cost what it costs, in tenths of weighted seconds
 */
public record Team(int shape, List<Option> people, int missing, long cost) {
    /** Copies the list. */
    public Team {
        people = List.copyOf(people);
    }

    /** Until the last of them is there; 0 for the empty team. */
    public int lastMillis() {
        return people.stream().mapToInt(Option::travelMillis).max().orElse(0);
    }

    /** Their ids, soonest first. */
    public List<String> personIds() {
        return people.stream().map(Option::personId).toList();
    }
}
