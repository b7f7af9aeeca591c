package io.watchfloor.graph.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamListTest {
    private static final PlanCharges WHOLE =
            new PlanCharges(Duration.ofMinutes(60), 0.2, Duration.ofSeconds(60), Duration.ofSeconds(180), false, 32, 1);

    @Test
    void shouldListExactlyTheCheapestTeams() {
        for (long seed = 1; seed <= 60; seed++) {
            Demand demand = new RandomDemands(seed, 12).teams(1, 4).get(0);
            List<Long> listed = TeamList.of(demand, WHOLE).stream()
                    .filter(team -> !team.people().isEmpty())
                    .map(Team::cost)
                    .toList();
            List<Long> all = allWholeTeams(demand);
            assertThat(listed)
                    .as("seed %d", seed)
                    .isEqualTo(all.subList(0, Math.min(WHOLE.teamsPerIncident(), all.size())));
        }
    }

    @Test
    void shouldLetOnePersonFillASharedNeedBesideTheirOwn() {
        Option both = new Option("P-1", 60_000, 0b11);
        Option medic = new Option("P-2", 50_000, 0b10);
        Shape shape = new Shape(List.of(1, 1), 0b10, List.of(medic, both));
        Demand demand = new Demand("I-1", 1, List.of(shape), Set.of(), Set.of());
        assertThat(TeamList.of(demand, WHOLE)).anySatisfy(team -> {
            assertThat(team.personIds()).containsExactly("P-1");
            assertThat(team.missing()).isZero();
        });
        Shape apart = new Shape(List.of(1, 1), 0, List.of(medic, both));
        Demand strict = new Demand("I-1", 1, List.of(apart), Set.of(), Set.of());
        assertThat(TeamList.of(strict, WHOLE).get(0).personIds()).containsExactly("P-2", "P-1");
    }

    @Test
    void shouldTakeTheSoonerOfTwoWaysToMakeUpATeam() {
        Shape crew = new Shape(List.of(2), 0, List.of(new Option("P-1", 10_000, 1), new Option("P-2", 400_000, 1)));
        Shape expert = new Shape(List.of(1), 0, List.of(new Option("P-3", 200_000, 1)));
        Demand demand = new Demand("I-1", 1, List.of(crew, expert), Set.of(), Set.of());
        Team best = TeamList.of(demand, WHOLE).get(0);
        assertThat(best.personIds()).containsExactly("P-3");
        assertThat(best.shape()).isEqualTo(1);
    }

    @Test
    void shouldOfferPartOfATeamWhenNobodyCompletesIt() {
        Shape shape = new Shape(List.of(1, 1), 0, List.of(new Option("P-1", 60_000, 0b01)));
        Demand demand = new Demand("I-1", 1, List.of(shape), Set.of(), Set.of());
        Team best = TeamList.of(demand, PlanCharges.standard()).get(0);
        assertThat(best.personIds()).containsExactly("P-1");
        assertThat(best.missing()).isEqualTo(1);
        assertThat(TeamList.of(demand, WHOLE)).singleElement().satisfies(team -> assertThat(team.people())
                .isEmpty());
    }

    /** Every set of people that fills all places and of whom nobody is idle, by cost. */
    private static List<Long> allWholeTeams(Demand demand) {
        Shape shape = demand.shapes().get(0);
        int people = shape.options().size();
        List<Long> costs = new ArrayList<>();
        for (int set = 0; set < 1 << people; set++) {
            if (Integer.bitCount(set) != shape.openPlaces()) {
                continue;
            }
            Filling filling = new Filling(shape);
            for (int person = 0; person < people; person++) {
                if ((set & (1 << person)) != 0) {
                    filling.offer(shape.options().get(person));
                }
            }
            if (filling.missing() == 0) {
                costs.add(
                        new TeamCost(demand, WHOLE).team(0, filling.people(), 0).cost());
            }
        }
        costs.sort(Comparator.naturalOrder());
        return costs;
    }
}
