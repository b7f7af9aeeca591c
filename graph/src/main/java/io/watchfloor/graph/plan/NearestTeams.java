package io.watchfloor.graph.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a duty room does without a joint plan: the weightiest incident first, each takes the soonest team among those who
 * are left. Whoever is under way stays on that way.
 */
public final class NearestTeams {
    private NearestTeams() {}

    /** The team of each incident, in their order. */
    public static List<Team> of(List<Demand> demands, PlanCharges charges) {
        Set<String> taken = new HashSet<>();
        demands.forEach(demand -> {
            taken.addAll(demand.underWayIds());
            demand.shapes().stream()
                    .flatMap(shape -> shape.options().stream())
                    .filter(option -> demand.underWayIds().contains(option.personId()))
                    .flatMap(Option::taken)
                    .forEach(taken::add);
        });
        Team[] teams = new Team[demands.size()];
        IntStream.range(0, demands.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer incident) -> -demands.get(incident).weight()))
                .forEach(incident -> teams[incident] = soonest(demands.get(incident), taken, charges));
        return List.of(teams);
    }

    private static Team soonest(Demand demand, Set<String> taken, PlanCharges charges) {
        TeamCost cost = new TeamCost(demand, charges);
        Team best = cost.nobody();
        for (int shape = 0; shape < demand.shapes().size(); shape++) {
            Filling filling = new Filling(demand.shapes().get(shape));
            offer(filling, demand, shape, taken, true);
            offer(filling, demand, shape, taken, false);
            if (filling.missing() > 0 && !charges.partialTeams()) {
                continue;
            }
            List<Option> people = new ArrayList<>(filling.people());
            people.sort(Comparator.comparingInt(Option::millis).thenComparing(Option::personId));
            Team team = cost.team(shape, people, filling.missing());
            best = team.cost() < best.cost() ? team : best;
        }
        best.people().stream().flatMap(Option::taken).forEach(taken::add);
        return best;
    }

    private static void offer(Filling filling, Demand demand, int shape, Set<String> taken, boolean underWay) {
        for (Option option : demand.shapes().get(shape).options()) {
            boolean mine = demand.underWayIds().contains(option.personId());
            boolean mayCome = underWay ? mine : !mine && option.taken().noneMatch(taken::contains);
            if (mayCome && filling.missing() > 0) {
                filling.offer(option);
            }
        }
    }
}
