package io.watchfloor.graph.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cheapest teams of an incident (Lawler's partition, 1972): the best team is found by filling places soonest first;
 * the others lie in parts of what is left, each the teams that keep the first so many of its people and miss the next.
 *
 * <p>Where no need is shared and nobody is charged for, these are exactly the cheapest. Otherwise who was
 * suggested or is under way is put first in further teams, so that staying with them is among the choices.
 */
final class TeamList {
    private static final int PARTLY_FILLED_FROM = 4;

    private final Demand demand;
    private final PlanCharges charges;
    private final TeamCost cost;
    private final Map<Set<String>, Team> found = new LinkedHashMap<>();

    /** A part of all teams: those with all wanted and none of the unwanted, and the best of them. */
    private record Part(Set<Option> wanted, Set<Option> unwanted, Filling best, Team team) {}

    private TeamList(Demand demand, PlanCharges charges) {
        this.demand = demand;
        this.charges = charges;
        this.cost = new TeamCost(demand, charges);
    }

    /** The cheapest first, the empty team among them. */
    static List<Team> of(Demand demand, PlanCharges charges) {
        return new TeamList(demand, charges).list();
    }

    private List<Team> list() {
        for (int shape = 0; shape < demand.shapes().size(); shape++) {
            listCheapest(shape);
            keep(shape, demand.suggestedIds());
            keep(shape, demand.underWayIds());
        }
        List<Team> teams = new ArrayList<>(found.values().stream()
                .sorted(Comparator.comparingLong(Team::cost))
                .limit(charges.teamsPerIncident())
                .toList());
        if (charges.partialTeams()) {
            addPartlyFilled(teams);
        }
        teams.add(cost.nobody());
        teams.sort(Comparator.comparingLong(Team::cost));
        return List.copyOf(teams);
    }

    private void listCheapest(int shape) {
        PriorityQueue<Part> parts = new PriorityQueue<>(
                Comparator.comparingLong((Part part) -> part.team().cost()));
        add(parts, shape, Set.of(), Set.of());
        int before = found.size();
        while (!parts.isEmpty() && found.size() - before < charges.teamsPerIncident()) {
            Part part = parts.poll();
            remember(part.team());
            Set<Option> wanted = new LinkedHashSet<>(part.wanted());
            for (Option next : part.best().people()) {
                if (wanted.contains(next)) {
                    continue;
                }
                Set<Option> unwanted = new HashSet<>(part.unwanted());
                unwanted.add(next);
                add(parts, shape, wanted, unwanted);
                wanted.add(next);
            }
        }
    }

    private void add(PriorityQueue<Part> parts, int shape, Set<Option> wanted, Set<Option> unwanted) {
        Filling best = Filling.soonest(demand.shapes().get(shape), wanted, unwanted);
        if (best == null || best.people().isEmpty() || (best.missing() > 0 && !charges.partialTeams())) {
            return;
        }
        Team team = team(shape, best);
        parts.add(new Part(new LinkedHashSet<>(wanted), unwanted, best, team));
    }

    /** A team with as many of these as fill a place. */
    private void keep(int shape, Set<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Shape filled = demand.shapes().get(shape);
        Filling filling = new Filling(filled);
        offer(filling, filled.options(), ids, true);
        offer(filling, filled.options(), ids, false);
        if (!filling.people().isEmpty() && (filling.missing() == 0 || charges.partialTeams())) {
            remember(team(shape, filling));
        }
    }

    private static void offer(Filling filling, Collection<Option> options, Set<String> ids, boolean among) {
        for (Option option : options) {
            if (ids.contains(option.personId()) == among && filling.missing() > 0) {
                filling.offer(option);
            }
        }
    }

    /** The best teams without whoever comes last: better the medic now than both in half an hour. */
    private void addPartlyFilled(List<Team> teams) {
        for (Team whole : List.copyOf(teams.subList(0, Math.min(PARTLY_FILLED_FROM, teams.size())))) {
            for (int size = whole.people().size() - 1; size > 0; size--) {
                Shape shape = demand.shapes().get(whole.shape());
                Filling filling = new Filling(shape);
                whole.people().subList(0, size).forEach(filling::offer);
                Team team = team(whole.shape(), filling);
                if (remember(team)) {
                    teams.add(team);
                }
            }
        }
    }

    private Team team(int shape, Filling filling) {
        List<Option> people = filling.people().stream()
                .sorted(Comparator.comparingInt(Option::millis).thenComparing(Option::personId))
                .toList();
        return cost.team(shape, people, filling.missing());
    }

    private boolean remember(Team team) {
        Set<String> ids = team.people().stream().map(Option::personId).collect(Collectors.toUnmodifiableSet());
        Team known = found.get(ids);
        if (known == null || team.cost() < known.cost()) {
            found.put(ids, team);
        }
        return known == null;
    }
}
