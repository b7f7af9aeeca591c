package io.watchfloor.graph.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was suggested last, as far as it can still be: where people are short, no plan is found at once, and each goes on from
 * the one before. Who has none, gets the cheapest team of those who are left.
 */
final class Standing {
    private final Choices choices;
    private final Taken taken;
    private final int[] chosen;

    private Standing(Choices choices) {
        this.choices = choices;
        this.taken = new Taken(choices.peopleCount());
        this.chosen = new int[choices.incidents()];
    }

    /** An allowed choice; demands and choices are of the same incidents in the same order, the weightiest first. */
    static int[] of(List<Demand> demands, Choices choices) {
        Standing standing = new Standing(choices);
        for (int incident = 0; incident < demands.size(); incident++) {
            standing.keep(incident, demands.get(incident));
        }
        for (int incident = 0; incident < demands.size(); incident++) {
            standing.fill(incident);
        }
        return standing.chosen;
    }

    private void keep(int incident, Demand demand) {
        chosen[incident] = choices.nobody(incident);
        Set<String> before = new HashSet<>(demand.suggestedIds());
        before.addAll(demand.underWayIds());
        for (int team = 0; team < choices.teams(incident); team++) {
            List<String> ids = choices.team(incident, team).personIds();
            if (ids.size() == before.size() && before.containsAll(ids) && isFree(incident, team)) {
                take(incident, team);
                return;
            }
        }
    }

    private void fill(int incident) {
        int nobody = choices.nobody(incident);
        if (chosen[incident] != nobody) {
            return;
        }
        for (int team = 0; team < nobody; team++) {
            if (isFree(incident, team)) {
                take(incident, team);
                return;
            }
        }
    }

    private boolean isFree(int incident, int team) {
        return taken.areFree(choices.people(incident, team));
    }

    private void take(int incident, int team) {
        taken.mark(choices.people(incident, team), true);
        chosen[incident] = team;
    }
}
