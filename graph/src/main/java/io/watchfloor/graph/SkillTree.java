package io.watchfloor.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The skills of a district, numbered, and which of them imply which. */
final class SkillTree {
    private final List<District.Skill> skills = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> impliedBy = new ArrayList<>();

    SkillTree(District district) {
        district.skills().forEach(skill -> number(skill.id(), skill));
        // A type without a requirement needs a patrol, whether the district has that skill or not.
        district.requirements().forEach(requirement -> number(requirement.skillId(), null));
        number(NeedLine.PATROL, null);
        for (District.Skill skill : district.skills()) {
            for (String implied : skill.implies()) {
                impliedBy.get(numbers.get(implied)).add(numbers.get(skill.id()));
            }
        }
    }

    int count() {
        return skills.size();
    }

    Map<String, Integer> numbers() {
        return numbers;
    }

    boolean[] certified() {
        boolean[] certified = new boolean[skills.size()];
        for (int i = 0; i < certified.length; i++) {
            certified[i] = skills.get(i).certified();
        }
        return certified;
    }

    String nameZh(int skill) {
        return skills.get(skill).nameZh();
    }

    String nameEn(int skill) {
        return skills.get(skill).nameEn();
    }

    /** The skill itself and all that imply it, however many steps away. */
    Set<Integer> sourcesOf(int skill) {
        Set<Integer> sources = new HashSet<>(Set.of(skill));
        Deque<Integer> open = new ArrayDeque<>(sources);
        while (!open.isEmpty()) {
            for (int source : impliedBy.get(open.pop())) {
                if (sources.add(source)) {
                    open.push(source);
                }
            }
        }
        return sources;
    }

    private void number(String id, District.Skill known) {
        if (numbers.putIfAbsent(id, skills.size()) == null) {
            skills.add(known == null ? new District.Skill(id, id, id, List.of(), false) : known);
            impliedBy.add(new ArrayList<>());
        }
    }
}
