package io.watchfloor.graph.candidate;

import io.watchfloor.graph.candidate.CandidateSearch.Arrival;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.equipment.Bringing;
import io.watchfloor.graph.roster.EquipmentPool;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.NeedLine;
import io.watchfloor.graph.roster.SkillTree;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who takes which unit along, when several people could take the same. */
final class CrewEquipment {
    private final EquipmentPool pool;
    private final SkillTree skills;
    private final List<NeedLine> lines;
    private final Set<String> spoken = new HashSet<>();

    /** What somebody can do with what is left for them: bit n is line n; the unit is null when they take nothing. */
    record Equipped(int needs, String unitId) {}

    CrewEquipment(EquipmentPool pool, SkillTree skills, List<NeedLine> lines) {
        this.pool = pool;
        this.skills = skills;
        this.lines = lines;
    }

    /** Of a crew with one unit only the soonest takes it along; nobody takes two. */
    Equipped equip(Arrival arrival, int met) {
        String unit = null;
        int kind = EquipmentPool.NONE;
        int needs = met;
        for (int line = 0; line < lines.size(); line++) {
            int asked = lines.get(line).equipmentKind();
            if ((met & (1 << line)) == 0 || asked == EquipmentPool.NONE || asked == kind) {
                continue;
            }
            String free = unit == null ? free(arrival.member().person(), asked) : null;
            if (free == null) {
                needs &= ~(1 << line);
            } else {
                unit = free;
                kind = asked;
            }
        }
        if (unit != null) {
            spoken.add(unit);
        }
        return new Equipped(needs, unit);
    }

    /** What somebody would take along for what is open here. */
    static Bringing bringing(EquipmentPool pool, SkillTree skills, List<NeedLine> open, Member member, long epochDay) {
        Set<String> units = new LinkedHashSet<>();
        boolean needed = true;
        for (NeedLine line : open) {
            if (!line.isSkillMetBy(member, epochDay)) {
                continue;
            }
            if (line.equipmentKind() == EquipmentPool.NONE) {
                needed = false;
            } else {
                pool.unitsFor(member.person(), line.equipmentKind(), skills).forEach(unit -> units.add(unit.id()));
            }
        }
        return units.isEmpty() ? Bringing.NOTHING : new Bringing(List.copyOf(units), needed);
    }

    private String free(District.Person person, int kind) {
        return pool.unitsFor(person, kind, skills).stream()
                .map(District.Equipment::id)
                .filter(id -> !spoken.contains(id))
                .findFirst()
                .orElse(null);
    }
}
