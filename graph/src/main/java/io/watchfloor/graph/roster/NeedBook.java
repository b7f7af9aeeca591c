package io.watchfloor.graph.roster;

import io.watchfloor.graph.district.District;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each incident type needs, with the alternative teams it allows. */
public final class NeedBook {
    /** One way to make up a team: its label, and every line it has to cover. */
    public record Option(String label, List<NeedLine> lines) {}

    private final Map<String, List<Option>> byType = new HashMap<>();
    private final List<Option> patrol;
    private final Map<String, Map<Integer, Integer>> levels = new TreeMap<>();

    NeedBook(District district, SkillTree skills, EquipmentPool equipment) {
        Map<String, List<NeedLine>> lines = new LinkedHashMap<>();
        for (District.Requirement requirement : district.requirements()) {
            lines.computeIfAbsent(requirement.incidentType(), none -> new ArrayList<>())
                    .add(NeedLine.of(requirement, skills, equipment));
            levels.computeIfAbsent(requirement.skillId(), none -> new HashMap<>())
                    .merge(requirement.level(), 1, Integer::sum);
        }
        lines.forEach((type, all) -> byType.put(type, options(all)));
        patrol = List.of(new Option("", List.of(NeedLine.patrol(skills))));
    }

    /** Every skill that some type asks for. */
    public List<String> skillIds() {
        return List.copyOf(levels.keySet());
    }

    /** The level at which a skill is asked for most often, of equally many the lowest; 1 when never. */
    public int levelAskedFor(String skillId) {
        return levels.getOrDefault(skillId, Map.of()).entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    /** At least one; a type without a requirement needs a patrol. */
    public List<Option> options(String incidentType) {
        return byType.getOrDefault(incidentType == null ? "" : incidentType, patrol);
    }

    /** In the order in which their labels come first; lines without a label belong to each. */
    private static List<Option> options(List<NeedLine> all) {
        List<String> labels = all.stream()
                .map(NeedLine::team)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
        if (labels.isEmpty()) {
            return List.of(new Option("", List.copyOf(all)));
        }
        return labels.stream()
                .map(label -> new Option(
                        label,
                        all.stream()
                                .filter(line ->
                                        line.team().isEmpty() || line.team().equals(label))
                                .toList()))
                .toList();
    }
}
