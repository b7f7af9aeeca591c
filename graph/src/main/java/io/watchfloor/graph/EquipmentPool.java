package io.watchfloor.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Vehicles and other equipment, and whom they go with: the people of the body they belong to who are stationed where they
 * are kept and may use them.
 */
final class EquipmentPool {
    /** The number of no kind. */
    static final int NONE = -1;

    static final EquipmentPool EMPTY = new EquipmentPool(List.of());

    /** Kinds are bits of a number. */
    private static final int MOST_KINDS = Long.SIZE;

    private final Map<String, Integer> kinds = new HashMap<>();
    private final Map<String, List<District.Equipment>> byCrew = new HashMap<>();

    EquipmentPool(List<District.Equipment> units) {
        for (District.Equipment unit : units) {
            if (kinds.size() < MOST_KINDS || kinds.containsKey(unit.kind())) {
                kinds.putIfAbsent(unit.kind(), kinds.size());
                byCrew.computeIfAbsent(crew(unit.organizationId(), unit.placeId()), none -> new ArrayList<>())
                        .add(unit);
            }
        }
    }

    /** {@link #NONE} when there is no kind, or no such equipment. */
    int kindNumber(String kind) {
        return kind == null ? NONE : kinds.getOrDefault(kind, NONE);
    }

    /** Bits of the kinds that the person may use at their station. */
    long kindsFor(District.Person person, SkillTree skills) {
        long bits = 0;
        for (District.Equipment unit : unitsOf(person)) {
            if (mayUse(person, unit, skills)) {
                bits |= 1L << kinds.get(unit.kind());
            }
        }
        return bits;
    }

    /** Equipment of that kind that the person may use, in the order of the files. */
    List<District.Equipment> unitsFor(District.Person person, int kind, SkillTree skills) {
        return unitsOf(person).stream()
                .filter(unit -> kinds.get(unit.kind()) == kind && mayUse(person, unit, skills))
                .toList();
    }

    private List<District.Equipment> unitsOf(District.Person person) {
        return byCrew.getOrDefault(crew(person.organizationId(), person.stationPlaceId()), List.of());
    }

    private static boolean mayUse(District.Person person, District.Equipment unit, SkillTree skills) {
        if (unit.operatorSkillId() == null) {
            return true;
        }
        var sources = skills.sourcesOf(skills.numbers().get(unit.operatorSkillId()));
        return person.skills().stream()
                .anyMatch(held -> held.level() >= unit.operatorLevel()
                        && sources.contains(skills.numbers().get(held.skillId())));
    }

    private static String crew(String organizationId, String placeId) {
        return organizationId + "\u0000" + placeId;
    }
}
