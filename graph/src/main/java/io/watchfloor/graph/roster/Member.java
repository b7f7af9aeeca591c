package io.watchfloor.graph.roster;

import io.watchfloor.graph.district.District;
import java.util.Map;

/** A person, ready to be asked quickly what they can do. */
public final class Member {
    /** Later than any day. */
    public static final long NO_CERTIFICATE_NEEDED = Long.MAX_VALUE;

    /** Earlier than any day. */
    public static final long CERTIFICATE_MISSING = Long.MIN_VALUE;

    private final int index;
    private final District.Person person;
    private final int[] heldSkills;
    private final int[] levels;
    private final long[] certifiedUntil;
    private final DutyHours dutyHours;
    private final long skillBits;
    private volatile long equipmentKinds;

    /**
     * Prepares a person.
     *
     * @param index their number, in the order of ids
     * @param equipmentKinds bits of the kinds of equipment they have at hand and may use
     */
    Member(int index, District.Person person, SkillTree skills, long equipmentKinds) {
        Map<String, Integer> skillNumbers = skills.numbers();
        this.index = index;
        this.equipmentKinds = equipmentKinds;
        this.person = person;
        this.dutyHours = new DutyHours(person.shifts());
        int count = person.skills().size();
        heldSkills = new int[count];
        levels = new int[count];
        certifiedUntil = new long[count];
        long bits = 0;
        for (int i = 0; i < count; i++) {
            District.HeldSkill held = person.skills().get(i);
            heldSkills[i] = skillNumbers.get(held.skillId());
            levels[i] = held.level();
            certifiedUntil[i] = lastDay(held, skills.isCertified(heldSkills[i]));
            bits |= skillBit(heldSkills[i]);
        }
        skillBits = bits;
    }

    /** A bit for each skill; skills 64 apart share one, so that a set bit only says perhaps. */
    static long skillBit(int skill) {
        return 1L << (skill % Long.SIZE);
    }

    public int index() {
        return index;
    }

    public District.Person person() {
        return person;
    }

    public DutyHours dutyHours() {
        return dutyHours;
    }

    /** The bits of the skills they hold. */
    long skillBits() {
        return skillBits;
    }

    /** Whether they have equipment of that kind at hand and may use it. */
    public boolean brings(int equipmentKind) {
        return equipmentKind == EquipmentPool.NONE || (equipmentKinds & (1L << equipmentKind)) != 0;
    }

    /** Another set of kinds is at hand now. */
    void haveAtHand(long kinds) {
        equipmentKinds = kinds;
    }

    /** How many skills they hold. */
    public int heldCount() {
        return heldSkills.length;
    }

    /** Number of one of the skills they hold. */
    public int heldSkill(int position) {
        return heldSkills[position];
    }

    /** Level of one of the skills they hold. */
    public int level(int position) {
        return levels[position];
    }

    /** Last valid day, as an epoch day, of the certificate for one of the skills they hold. */
    public long certifiedUntil(int position) {
        return certifiedUntil[position];
    }

    private static long lastDay(District.HeldSkill held, boolean certified) {
        if (held.certifiedUntil() != null) {
            return held.certifiedUntil().toEpochDay();
        }
        return certified ? CERTIFICATE_MISSING : NO_CERTIFICATE_NEEDED;
    }
}
