package io.watchfloor.graph.plan;

import java.util.List;
import java.util.Set;

/** What a team costs its incident, in tenths of weighted seconds. */
final class TeamCost {
    private static final int MILLIS_PER_TENTH = 100;

    private final Demand demand;
    private final PlanCharges charges;

    TeamCost(Demand demand, PlanCharges charges) {
        this.demand = demand;
        this.charges = charges;
    }

    /** A team of these people that leaves so many of its shape's places open. */
    Team team(int shape, List<Option> people, int missing) {
        return new Team(
                shape,
                people,
                missing,
                cost(people, missing, demand.shapes().get(shape).openPlaces()));
    }

    /** Sending nobody. */
    Team nobody() {
        int least = demand.shapes().stream().mapToInt(Shape::openPlaces).min().orElse(0);
        return new Team(0, List.of(), least, cost(List.of(), least, least));
    }

    private long cost(List<Option> people, int missing, int places) {
        long last = 0;
        long sum = 0;
        for (Option option : people) {
            last = Math.max(last, option.millis());
            sum += option.millis();
        }
        double millis = last
                + charges.nobodyIdleShare() * (sum - last)
                + (places == 0 ? 0 : charges.unserved().toMillis() * (double) missing / places)
                + charges.change().toMillis() * (double) left(demand.suggestedIds(), people)
                + charges.reassign().toMillis() * (double) left(demand.underWayIds(), people);
        return Math.round(millis * demand.weight() / MILLIS_PER_TENTH);
    }

    private static int left(Set<String> before, List<Option> people) {
        if (before.isEmpty()) {
            return 0;
        }
        return before.size()
                - (int) people.stream()
                        .filter(option -> before.contains(option.personId()))
                        .count();
    }
}
