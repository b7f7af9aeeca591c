package io.watchfloor.drill.simulation;

import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.graph.district.District;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who can do what, as the records say; 6 % of what they say of a person and a need is not so any more. */
final class PaperRecords {
    static final double OVERSTATED = 0.06;

    private final Day day;
    private final Map<String, Integer> skillNumbers = new HashMap<>();
    private final Map<String, Set<Worker>> claims = new HashMap<>();

    PaperRecords(Day day) {
        this.day = day;
        List<District.Skill> skills = day.district().skills();
        for (int i = 0; i < skills.size(); i++) {
            skillNumbers.put(skills.get(i).id(), i);
        }
    }

    /** Whether the records say that the person can fill the need. */
    boolean claim(Worker worker, Need need) {
        return claims.computeIfAbsent(need.skillId() + need.level(), absent -> claimants(need))
                .contains(worker);
    }

    private Set<Worker> claimants(Need need) {
        Set<Worker> claimants = new HashSet<>();
        day.workers().stream().filter(worker -> day.truly(worker, need)).forEach(claimants::add);
        double unable = day.workers().size() - claimants.size();
        double share = unable == 0 ? 0 : claimants.size() * OVERSTATED / (1 - OVERSTATED) / unable;
        for (Worker worker : day.workers()) {
            if (day.chance().even("record", worker.number(), skillNumbers.get(need.skillId())) < share) {
                claimants.add(worker);
            }
        }
        return claimants;
    }
}
