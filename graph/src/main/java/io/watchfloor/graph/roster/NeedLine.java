package io.watchfloor.graph.roster;

import io.watchfloor.graph.district.District;
import java.util.List;
import java.util.stream.IntStream;

/** One line of what an incident type requires, ready to be held against a person. */
public final class NeedLine {
    /** What a type without a requirement needs one of, at level 1. */
    public static final String PATROL = "patrol";

    /**
     * How a held skill meets a need.
     *
     * @param accepted number of the skill it counts as: the one needed, or an alternative
     * @param implied whether the held skill implies that one, and is not itself it
     * @param standsIn whether it is a weaker stand-in for it
     * @param levelLoss by how many levels it counts for less
     */
    public record Way(int accepted, boolean implied, boolean standsIn, int levelLoss) {}

    private final District.Requirement requirement;
    private final int skill;
    private final int level;

    /** For each skill somebody may hold, by its number, how it meets this need; null when it does not. */
    private final Way[] ways;

    private final long skillBits;
    private final int equipmentKind;

    private NeedLine(District.Requirement requirement, int skill, Way[] ways, int equipmentKind) {
        this.requirement = requirement;
        this.skill = skill;
        this.level = requirement.level();
        this.ways = ways;
        this.equipmentKind = equipmentKind;
        this.skillBits = IntStream.range(0, ways.length)
                .filter(held -> ways[held] != null)
                .mapToLong(Member::skillBit)
                .reduce(0, (all, bit) -> all | bit);
    }

    /** What a type without a requirement needs. */
    static NeedLine patrol(SkillTree skills) {
        return of(new District.Requirement("", PATROL, 1, 1, List.of()), skills, EquipmentPool.EMPTY);
    }

    static NeedLine of(District.Requirement requirement, SkillTree skills, EquipmentPool equipment) {
        int needed = skills.numbers().get(requirement.skillId());
        Way[] ways = new Way[skills.count()];
        // The first way that is found stays: the skill itself, then alternatives in the order of the file, then
        // stand-ins.
        add(ways, needed, skills);
        for (String alternative : requirement.alternatives()) {
            add(ways, skills.numbers().get(alternative), skills);
        }
        addStandIns(ways, needed, skills);
        for (String alternative : requirement.alternatives()) {
            addStandIns(ways, skills.numbers().get(alternative), skills);
        }
        return new NeedLine(requirement, needed, ways, equipment.kindNumber(requirement.equipmentKind()));
    }

    private static void add(Way[] ways, int accepted, SkillTree skills) {
        for (int source : skills.sourcesOf(accepted)) {
            if (ways[source] == null) {
                ways[source] = new Way(accepted, source != accepted, false, 0);
            }
        }
    }

    private static void addStandIns(Way[] ways, int accepted, SkillTree skills) {
        for (SkillTree.Substitute substitute : skills.substitutesFor(accepted)) {
            for (int source : skills.sourcesOf(substitute.skill())) {
                if (ways[source] == null) {
                    ways[source] = new Way(accepted, source != substitute.skill(), true, substitute.levelLoss());
                }
            }
        }
    }

    public String skillId() {
        return requirement.skillId();
    }

    /** The incident type it is a line of. */
    public String incidentType() {
        return requirement.incidentType();
    }

    /** Which of the type's alternative teams it belongs to; empty when to each. */
    String team() {
        return requirement.team();
    }

    /** Whether somebody who is there for another line may do this as well. */
    public boolean isShared() {
        return requirement.shared();
    }

    /** Number of the kind of equipment each of them has to bring; {@link EquipmentPool#NONE} when nothing. */
    public int equipmentKind() {
        return equipmentKind;
    }

    /** Number of the skill needed. */
    public int skill() {
        return skill;
    }

    public int level() {
        return level;
    }

    public int count() {
        return requirement.count();
    }

    /** The bits of all skills that meet this need. */
    long skillBits() {
        return skillBits;
    }

    /** How a held skill, by its number, meets this need; null when it does not. */
    public Way way(int heldSkill) {
        return ways[heldSkill];
    }

    /** The level at which one of the person's skills counts here. */
    public int levelOf(Member member, int position) {
        return member.level(position) - ways[member.heldSkill(position)].levelLoss();
    }

    /** Whether the person holds any skill that meets this need, at whatever level and with whatever certificate. */
    public boolean isHeldBy(Member member) {
        for (int i = 0; i < member.heldCount(); i++) {
            if (ways[member.heldSkill(i)] != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether the person meets it on this day, whatever they bring. */
    public boolean isSkillMetBy(Member member, long epochDay) {
        for (int i = 0; i < member.heldCount(); i++) {
            if (ways[member.heldSkill(i)] != null
                    && levelOf(member, i) >= level
                    && member.certifiedUntil(i) >= epochDay) {
                return true;
            }
        }
        return false;
    }

    /** Whether the person meets it on this day and has at hand what is to be brought. */
    public boolean isMetBy(Member member, long epochDay) {
        return isSkillMetBy(member, epochDay) && member.brings(equipmentKind);
    }

    /** Whether the person, who meets it, does so only as a stand-in. */
    public boolean isStandIn(Member member, long epochDay) {
        int held = bestOf(member, epochDay);
        return held >= 0 && ways[member.heldSkill(held)].standsIn();
    }

    /**
     * Position, among the person's skills, of the one that meets this need best or comes nearest to it: with the fewest
     * things against it, then the skill itself before an alternative, held before implied and either before a stand-in,
     * then the higher level. -1 when none does.
     */
    public int bestOf(Member member, long epochDay) {
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
        int against =
                (levelOf(member, position) < level ? 1 : 0) + (member.certifiedUntil(position) < epochDay ? 1 : 0);
        int detour = (way.standsIn() ? 4 : 0) + (way.accepted() == skill ? 0 : 2) + (way.implied() ? 1 : 0);
        return against * 100 + detour * 10 - levelOf(member, position);
    }
}
