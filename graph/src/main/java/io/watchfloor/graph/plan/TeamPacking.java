package io.watchfloor.graph.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses a team for every incident, so that nobody is in two and the sum of costs is least. Incidents that share nobody
 * are independent, so that most cases are tiny: each group is solved by itself, by the least that is enough.
 */
public final class TeamPacking {
    /** Groups that a short search proves need no solver. */
    private static final long STEPS = 20_000;

    private static final long STEPS_WITHOUT_SOLVER = 2_000_000;

    private TeamPacking() {}

    /** How sure it is that nothing is better. */
    public enum Proof {
        /** Nothing is cheaper among the listed teams. */
        OPTIMAL,
        /** The time was up; nothing cheaper was found. */
        BEST_FOUND
    }

    /**
     * What was chosen.
     *
     * @param teams of each incident, in their order
     * @param cost in all, in tenths of weighted seconds
     * @param nearest the teams when each takes the soonest of those left, the weightiest first
     * @param nearestCost what those cost
     * @param proof how sure that is
     * @param groups how many groups of incidents share nobody
     * @param solved how many of them took the solver
     */
    public record Packing(
            List<Team> teams, long cost, List<Team> nearest, long nearestCost, Proof proof, int groups, int solved) {}

    /** Chooses. */
    public static Packing pack(List<Demand> demands, PlanCharges charges) {
        List<Team> nearestTeams = NearestTeams.of(demands, charges);
        Choices all = new Choices(withNearest(demands, nearestTeams, charges));
        Team[] teams = new Team[demands.size()];
        int[] nearest = positions(nearestTeams, all);
        long cost = 0;
        int solved = 0;
        Proof proof = Proof.OPTIMAL;
        List<int[]> groups = all.components();
        for (int[] group : groups) {
            Choices part = all.only(group);
            Solution solution = solve(
                    part,
                    Arrays.stream(group).mapToObj(demands::get).toList(),
                    Arrays.stream(group).map(incident -> nearest[incident]).toArray(),
                    charges);
            proof = solution.proved() ? proof : Proof.BEST_FOUND;
            solved += solution.bySolver() ? 1 : 0;
            cost += part.cost(solution.chosen());
            for (int i = 0; i < group.length; i++) {
                teams[group[i]] = part.team(i, solution.chosen()[i]);
            }
        }
        return new Packing(List.of(teams), cost, nearestTeams, all.cost(nearest), proof, groups.size(), solved);
    }

    private static Solution solve(Choices part, List<Demand> demands, int[] nearest, PlanCharges charges) {
        int[] cheapest = new int[part.incidents()];
        if (part.isAllowed(cheapest)) {
            return new Solution(cheapest, true, false);
        }
        if (part.isSingle()) {
            return new Solution(SparseAssignment.solve(part), true, false);
        }
        Solution quick = TreeSearch.search(part, cheaper(part, nearest, Standing.of(demands, part)), STEPS);
        if (quick.proved()) {
            return quick;
        }
        if (!ConstraintSolver.isAvailable()) {
            return TreeSearch.search(part, quick.chosen(), STEPS_WITHOUT_SOLVER);
        }
        return ConstraintSolver.solve(part, quick.chosen(), charges.solverSeconds());
    }

    private static int[] cheaper(Choices part, int[] one, int[] other) {
        return part.cost(other) < part.cost(one) ? other : one;
    }

    /** Each incident's teams, and the one that taking the soonest would give it: no plan is worse than that. */
    private static List<List<Team>> withNearest(List<Demand> demands, List<Team> nearest, PlanCharges charges) {
        List<List<Team>> teams = new ArrayList<>();
        demands.forEach(demand -> teams.add(new ArrayList<>(TeamList.of(demand, charges))));
        for (int incident = 0; incident < teams.size(); incident++) {
            Team team = nearest.get(incident);
            if (teams.get(incident).stream()
                    .noneMatch(listed -> listed.personIds().equals(team.personIds()))) {
                teams.get(incident).add(team);
                teams.get(incident).sort(Comparator.comparingLong(Team::cost));
            }
        }
        return teams;
    }

    private static int[] positions(List<Team> nearest, Choices all) {
        int[] chosen = new int[nearest.size()];
        for (int incident = 0; incident < chosen.length; incident++) {
            for (int team = 0; team < all.teams(incident); team++) {
                if (all.team(incident, team)
                        .personIds()
                        .equals(nearest.get(incident).personIds())) {
                    chosen[incident] = team;
                }
            }
        }
        return chosen;
    }
}
