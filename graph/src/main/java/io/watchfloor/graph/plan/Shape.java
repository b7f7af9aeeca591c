package io.watchfloor.graph.plan;

import java.util.List;

/**
 * One way to make up a team: how many places are open in each need, and who could fill them.
 *
 * @param places open places by need
 * @param sharedNeeds bit n is set when whoever fills a place of another need may fill one of need n as well
 * @param options who could come, soonest first
 */
public record Shape(List<Integer> places, int sharedNeeds, List<Option> options) {
    /** Copies the lists. */
    public Shape {
        places = List.copyOf(places);
        options = List.copyOf(options);
    }

    /** How many places are open in all. */
    public int openPlaces() {
        return places.stream().mapToInt(Integer::intValue).sum();
    }
}
