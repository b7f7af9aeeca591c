package io.watchfloor.graph.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.graph.plan.TeamPacking.Packing;
import io.watchfloor.graph.plan.TeamPacking.Proof;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamPackingTest {
    private static final PlanCharges CHARGES = PlanCharges.standard();

    @Test
    void shouldNeverBeWorseThanTakingTheNearest() {
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            List<Demand> demands = new RandomDemands(seed, 4 + random.nextInt(40))
                    .teams(1 + random.nextInt(14), 1 + random.nextInt(4));
            Packing packing = TeamPacking.pack(demands, CHARGES);
            assertThat(packing.cost()).as("seed %d", seed).isLessThanOrEqualTo(packing.nearestCost());
            assertThat(packing.proof()).isEqualTo(Proof.OPTIMAL);
            Set<String> sent = new HashSet<>();
            packing.teams().forEach(team -> team.personIds()
                    .forEach(person -> assertThat(sent.add(person)).isTrue()));
        }
    }

    /** Without any time to search in, the plan before still stands, however much better it was than the nearest. */
    @Test
    void shouldGoOnFromWhatWasSuggested() {
        for (long seed = 1; seed <= 3; seed++) {
            List<Demand> demands = new RandomDemands(seed, 120).teams(100, 4, 32);
            Packing before = TeamPacking.pack(demands, CHARGES);
            Packing after = TeamPacking.pack(RandomDemands.suggested(demands, before.teams()), withoutTime());
            assertThat(after.cost()).as("seed %d", seed).isLessThanOrEqualTo(before.cost());
        }
    }

    private static PlanCharges withoutTime() {
        return new PlanCharges(
                CHARGES.unserved(),
                CHARGES.nobodyIdleShare(),
                CHARGES.change(),
                CHARGES.reassign(),
                CHARGES.partialTeams(),
                CHARGES.teamsPerIncident(),
                0.000_001);
    }

    @Test
    void shouldFindWhatTheSolverFinds() {
        assertThat(ConstraintSolver.isAvailable()).isTrue();
        for (long seed = 1; seed <= 20; seed++) {
            Choices choices = choices(new RandomDemands(seed, 14).teams(6, 3));
            int[] start = nobody(choices);
            Solution bySolver = ConstraintSolver.solve(choices, start, 5);
            Solution byTree = TreeSearch.search(choices, start, Long.MAX_VALUE);
            assertThat(bySolver.proved()).isTrue();
            assertThat(byTree.proved()).isTrue();
            assertThat(choices.cost(byTree.chosen())).as("seed %d", seed).isEqualTo(choices.cost(bySolver.chosen()));
            assertThat(choices.isAllowed(byTree.chosen())).isTrue();
        }
    }

    @Test
    void shouldKeepWhatItBeganWithWhenNoTimeIsLeft() {
        Choices choices = choices(new RandomDemands(3, 40).teams(12, 3));
        int[] start = nobody(choices);
        Solution hurried = TreeSearch.search(choices, start, 3);
        assertThat(hurried.proved()).isFalse();
        assertThat(choices.cost(hurried.chosen())).isLessThanOrEqualTo(choices.cost(start));
        assertThat(choices.isAllowed(
                        ConstraintSolver.solve(choices, start, 0.000_001).chosen()))
                .isTrue();
    }

    @Test
    void shouldAssignSinglePeopleAsCheaplyAsMinimumCostFlow() {
        assertThat(ConstraintSolver.isAvailable()).isTrue();
        for (long seed = 1; seed <= 40; seed++) {
            Choices choices = choices(new RandomDemands(seed, 30).teams(25, 1));
            int[] chosen = SparseAssignment.solve(choices);
            assertThat(choices.isAllowed(chosen)).isTrue();
            assertThat(choices.cost(chosen)).as("seed %d", seed).isEqualTo(LeastCostFlow.solve(choices));
        }
    }

    @Test
    void shouldGiveTheSamePlanAgain() {
        List<Demand> demands = new RandomDemands(5, 60).teams(30, 4);
        assertThat(TeamPacking.pack(demands, CHARGES)).isEqualTo(TeamPacking.pack(demands, CHARGES));
    }

    @Test
    void shouldLeaveIncidentsThatShareNobodyToThemselves() {
        List<Demand> demands = List.of(
                single("I-1", List.of(new Option("P-1", 1_000, 1))),
                single("I-2", List.of(new Option("P-2", 1_000, 1))));
        assertThat(TeamPacking.pack(demands, CHARGES).groups()).isEqualTo(2);
    }

    @Test
    void shouldPreferTwoIncidentsServedToOneServedSooner() {
        Option shared = new Option("P-1", 60_000, 1);
        Option far = new Option("P-2", 300_000, 1);
        List<Demand> demands = List.of(single("I-1", List.of(shared, far)), single("I-2", List.of(shared)));
        List<Team> teams = TeamPacking.pack(demands, CHARGES).teams();
        assertThat(teams.get(0).personIds()).containsExactly("P-2");
        assertThat(teams.get(1).personIds()).containsExactly("P-1");
    }

    private static Demand single(String id, List<Option> options) {
        return new Demand(id, 1, List.of(new Shape(List.of(1), 0, options)), Set.of(), Set.of());
    }

    private static Choices choices(List<Demand> demands) {
        return new Choices(
                demands.stream().map(demand -> TeamList.of(demand, CHARGES)).toList());
    }

    private static int[] nobody(Choices choices) {
        int[] chosen = new int[choices.incidents()];
        for (int incident = 0; incident < chosen.length; incident++) {
            chosen[incident] = choices.nobody(incident);
        }
        return chosen;
    }
}
