package io.watchfloor.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One line of what an incident type requires, ready to be held against a person. */
final class NeedLine {
    /** What a type without a requirement needs one of, at level 1. */
    static final String PATROL = "patrol";

    /**
     * How a held skill meets a need.
     *
     * @param accepted number of the skill it counts as: the one needed, or an alternative
     * @param implied whether the held skill implies that one, and is not itself it
     */
    record Way(int accepted, boolean implied) {}

    private final District.Requirement requirement;
    private final int skill;
    private final int level;

    /** For each skill somebody may hold, by its number, how it meets this need; null when it does not. */
    private final Way[] ways;

    private final long skillBits;

    private NeedLine(District.Requirement requirement, int skill, Way[] ways) {
        this.requirement = requirement;
        this.skill = skill;
        this.level = requirement.level();
        this.ways = ways;
        this.skillBits = IntStream.range(0, ways.length)
                .filter(held -> ways[held] != null)
                .mapToLong(Member::skillBit)
                .reduce(0, (all, bit) -> all | bit);
    }

    /** The lines of every type that has any. */
    static Map<String, List<NeedLine>> byType(District district, SkillTree skills) {
        Map<String, List<NeedLine>> lines = new HashMap<>();
        for (District.Requirement requirement : district.requirements()) {
            lines.computeIfAbsent(requirement.incidentType(), none -> new ArrayList<>())
                    .add(of(requirement, skills));
        }
        return lines;
    }

    /** What a type without a requirement needs. */
    static NeedLine patrol(SkillTree skills) {
        return of(new District.Requirement("", PATROL, 1, 1, List.of()), skills);
    }

    private static NeedLine of(District.Requirement requirement, SkillTree skills) {
        int needed = skills.numbers().get(requirement.skillId());
        Way[] ways = new Way[skills.count()];
        // The first way that is found stays: the skill itself before an alternative, in the order of the file.
        add(ways, needed, skills);
        for (String alternative : requirement.alternatives()) {
            add(ways, skills.numbers().get(alternative), skills);
        }
        return new NeedLine(requirement, needed, ways);
    }

    private static void add(Way[] ways, int accepted, SkillTree skills) {
        for (int source : skills.sourcesOf(accepted)) {
            if (ways[source] == null) {
                ways[source] = new Way(accepted, source != accepted);
            }
        }
    }

    String skillId() {
        return requirement.skillId();
    }

    /** Number of the skill needed. */
    int skill() {
        return skill;
    }

    int level() {
        return level;
    }

    int count() {
        return requirement.count();
    }

    /** The bits of all skills that meet this need. */
    long skillBits() {
        return skillBits;
    }

    /** How a held skill, by its number, meets this need; null when it does not. */
    Way way(int heldSkill) {
        return ways[heldSkill];
    }

    /** Whether the person holds any skill that meets this need, at whatever level and with whatever certificate. */
    boolean isHeldBy(Member member) {
        for (int i = 0; i < member.heldCount(); i++) {
            if (ways[member.heldSkill(i)] != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether the person meets it on this day. */
    boolean isMetBy(Member member, long epochDay) {
        for (int i = 0; i < member.heldCount(); i++) {
            if (ways[member.heldSkill(i)] != null && member.level(i) >= level && member.certifiedUntil(i) >= epochDay) {
                return true;
            }
        }
        return false;
    }

    /**
     * Position, among the person's skills, of the one that meets this need best or comes nearest to it: with the fewest
     * things against it, then the skill itself before an alternative and held before implied, then the higher level. -1
     * when none does.
     */
    int bestOf(Member member, long epochDay) {
        int best = -1;
        for (int i = 0; i < member.heldCount(); i++) {
            if (ways[member.heldSkill(i)] != null
                    && (best < 0 || rank(member, i, epochDay) < rank(member, best, epochDay))) {
                best = i;
            }
        }
        return best;
    }

    private int rank(Member member, int position, long epochDay) {
        Way way = ways[member.heldSkill(position)];
        int against = (member.level(position) < level ? 1 : 0) + (member.certifiedUntil(position) < epochDay ? 1 : 0);
        int detour = (way.accepted() == skill ? 0 : 2) + (way.implied() ? 1 : 0);
        return against * 100 + detour * 10 - member.level(position);
    }
}
