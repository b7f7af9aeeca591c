package io.watchfloor.graph.roster;

import io.watchfloor.graph.district.District;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The skills of a district, numbered, and which of them imply which. */
public final class SkillTree {
    private final List<District.Skill> skills = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> impliedBy = new ArrayList<>();
    private final List<List<Integer>> implies = new ArrayList<>();
    private final List<List<Substitute>> substitutes = new ArrayList<>();

    /** A skill that does the work of another less well. */
    public record Substitute(int skill, int levelLoss) {}

    SkillTree(District district) {
        district.skills().forEach(skill -> number(skill.id(), skill));
        // A type without a requirement needs a patrol, whether the district has that skill or not.
        district.requirements().forEach(requirement -> number(requirement.skillId(), null));
        number(NeedLine.PATROL, null);
        for (District.Skill skill : district.skills()) {
            for (String implied : skill.implies()) {
                impliedBy.get(numbers.get(implied)).add(numbers.get(skill.id()));
                implies.get(numbers.get(skill.id())).add(numbers.get(implied));
            }
            for (District.StandIn standIn : skill.standsIn()) {
                substitutes
                        .get(numbers.get(standIn.insteadOf()))
                        .add(new Substitute(numbers.get(skill.id()), standIn.levelLoss()));
            }
        }
    }

    int count() {
        return skills.size();
    }

    public Map<String, Integer> numbers() {
        return numbers;
    }

    boolean isCertified(int skill) {
        return skills.get(skill).certified();
    }

    public String id(int skill) {
        return skills.get(skill).id();
    }

    public String nameZh(int skill) {
        return skills.get(skill).nameZh();
    }

    public String nameEn(int skill) {
        return skills.get(skill).nameEn();
    }

    /** The skill itself and all that imply it, however many steps away. */
    public Set<Integer> sourcesOf(int skill) {
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

    /** What stands in for the skill, and for what implies it: whoever does the work of a paramedic gives first aid. */
    public List<Substitute> substitutesFor(int skill) {
        return sourcesOf(skill).stream()
                .sorted()
                .flatMap(source -> substitutes.get(source).stream())
                .toList();
    }

    /** The shortest chain of implications from one skill to another, both of them in it; empty when there is none. */
    public List<Integer> chain(int from, int to) {
        Map<Integer, Integer> before = new HashMap<>(Map.of(from, from));
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty() && !before.containsKey(to)) {
            int skill = open.poll();
            for (int implied : implies.get(skill)) {
                if (before.putIfAbsent(implied, skill) == null) {
                    open.add(implied);
                }
            }
        }
        if (!before.containsKey(to)) {
            return List.of();
        }
        List<Integer> chain = new ArrayList<>(List.of(to));
        while (chain.get(0) != from) {
            chain.add(0, before.get(chain.get(0)));
        }
        return chain;
    }

    private void number(String id, District.Skill known) {
        if (numbers.putIfAbsent(id, skills.size()) == null) {
            skills.add(known == null ? new District.Skill(id, id, id, List.of(), false) : known);
            impliedBy.add(new ArrayList<>());
            implies.add(new ArrayList<>());
            substitutes.add(new ArrayList<>());
        }
    }
}
