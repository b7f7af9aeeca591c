package io.watchfloor.graph.roster;

import io.watchfloor.contract.EquipmentState;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.graph.district.District;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Vehicles and other equipment, what each is doing, and whom it goes with: the people of the body it belongs to who are
 * stationed where it stands and may use it. One thread writes, any number read.
 */
public final class EquipmentPool {
    /** The number of no kind. */
    public static final int NONE = -1;

    static final EquipmentPool EMPTY = new EquipmentPool(List.of());

    /** Kinds are bits of a number. */
    private static final int MOST_KINDS = Long.SIZE;

    private final Map<String, Integer> kinds = new HashMap<>();
    private final Map<String, District.Equipment> units = new HashMap<>();
    private final Map<String, List<District.Equipment>> byCrew = new ConcurrentHashMap<>();
    private final Map<String, List<District.Equipment>> byHolder = new ConcurrentHashMap<>();
    private final Map<String, EquipmentStatus> statuses = new ConcurrentHashMap<>();

    EquipmentPool(List<District.Equipment> all) {
        for (District.Equipment unit : all) {
            if (kinds.size() < MOST_KINDS || kinds.containsKey(unit.kind())) {
                kinds.putIfAbsent(unit.kind(), kinds.size());
                units.put(unit.id(), unit);
                add(byCrew, crew(unit.organizationId(), unit.placeId()), unit);
            }
        }
    }

    /** What became of a unit. False when it is not of this district, or older than what is known. */
    boolean apply(EquipmentStatus status) {
        District.Equipment unit = units.get(status.equipmentId());
        EquipmentStatus known = statuses.get(status.equipmentId());
        if (unit == null || (known != null && known.version() >= status.version())) {
            return false;
        }
        String before = placeOf(unit);
        if (known != null && known.personId() != null) {
            remove(byHolder, known.personId(), unit);
        }
        statuses.put(unit.id(), status);
        if (status.personId() != null) {
            add(byHolder, status.personId(), unit);
        }
        if (!before.equals(placeOf(unit))) {
            remove(byCrew, crew(unit.organizationId(), before), unit);
            add(byCrew, crew(unit.organizationId(), placeOf(unit)), unit);
        }
        return true;
    }

    /** The unit with this id; null when there is none. */
    public District.Equipment unit(String id) {
        return units.get(id);
    }

    public Set<String> ids() {
        return units.keySet();
    }

    /** What is known of a unit; null while nothing was ever decided about it. */
    public EquipmentStatus status(String id) {
        return statuses.get(id);
    }

    /** Where the unit stands while nobody has it. */
    public String placeOf(District.Equipment unit) {
        EquipmentStatus status = statuses.get(unit.id());
        return status == null || status.placeId() == null ? unit.placeId() : status.placeId();
    }

    /** {@link #NONE} when there is no kind, or no such equipment. */
    int kindNumber(String kind) {
        return kind == null ? NONE : kinds.getOrDefault(kind, NONE);
    }

    /** Bits of the kinds that the person has at hand and may use. */
    long kindsFor(District.Person person, SkillTree skills) {
        long bits = 0;
        for (District.Equipment unit : unitsOf(person)) {
            if (mayUse(person, unit, skills)) {
                bits |= 1L << kinds.get(unit.kind());
            }
        }
        return bits;
    }

    /** Equipment of that kind that the person has at hand and may use: what they have already, then by the files' order. */
    public List<District.Equipment> unitsFor(District.Person person, int kind, SkillTree skills) {
        return unitsOf(person).stream()
                .filter(unit -> kinds.get(unit.kind()) == kind && mayUse(person, unit, skills))
                .toList();
    }

    private List<District.Equipment> unitsOf(District.Person person) {
        List<District.Equipment> held = byHolder.getOrDefault(person.id(), List.of());
        List<District.Equipment> near =
                byCrew.getOrDefault(crew(person.organizationId(), person.stationPlaceId()), List.of());
        return Stream.concat(held.stream(), near.stream().filter(this::isAvailable))
                .distinct()
                .toList();
    }

    private boolean isAvailable(District.Equipment unit) {
        EquipmentStatus status = statuses.get(unit.id());
        return status == null || status.state() == EquipmentState.AVAILABLE;
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

    private static void add(Map<String, List<District.Equipment>> lists, String key, District.Equipment unit) {
        List<District.Equipment> more = new ArrayList<>(lists.getOrDefault(key, List.of()));
        more.add(unit);
        lists.put(key, List.copyOf(more));
    }

    private static void remove(Map<String, List<District.Equipment>> lists, String key, District.Equipment unit) {
        lists.computeIfPresent(key, (same, known) -> {
            List<District.Equipment> left =
                    known.stream().filter(other -> !other.equals(unit)).toList();
            return left.isEmpty() ? null : left;
        });
    }

    private static String crew(String organizationId, String placeId) {
        return organizationId + "\u0000" + placeId;
    }
}
