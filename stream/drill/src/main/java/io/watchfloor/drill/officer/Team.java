package io.watchfloor.drill.officer;

import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Picks who to send from a recommendation: the soonest who cover what is still needed. Pure. */
final class Team {
    private static final int MOST_PEOPLE = 3;

    private Team() {}

    static List<String> of(Candidates candidates) {
        Map<String, Integer> missing = new HashMap<>();
        for (Need need : candidates.needs()) {
            missing.merge(need.skillId(), Math.max(0, need.count() - need.covered()), Integer::sum);
        }
        List<String> team = new ArrayList<>();
        for (Candidate candidate : candidates.candidates()) {
            List<String> useful = candidate.covers().stream()
                    .filter(skill -> missing.getOrDefault(skill, 0) > 0)
                    .toList();
            if (!useful.isEmpty() && team.size() < MOST_PEOPLE) {
                team.add(candidate.personId());
                useful.forEach(skill -> missing.merge(skill, -1, Integer::sum));
            }
        }
        return List.copyOf(team);
    }
}
