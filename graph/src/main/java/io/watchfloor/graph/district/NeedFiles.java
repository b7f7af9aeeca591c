package io.watchfloor.graph.district;

import io.watchfloor.contract.EquipmentState;
import io.watchfloor.contract.IncidentTypes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what incidents need and with what they are met: equipment, requirements, and who takes over what. */
final class NeedFiles {
    private static final int MOST_LEVEL = 5;
    private static final int MOST_COUNT = 1_000;
    private static final int MOST_ANSWER_MINUTES = 30 * 24 * 60;

    /** Needs of one incident are bits of a number. */
    private static final int MOST_REQUIREMENTS = 30;

    private final Tables tables;
    private final Set<String> skillIds;

    NeedFiles(Tables tables, Set<String> skillIds) {
        this.tables = tables;
        this.skillIds = skillIds;
    }

    List<District.Equipment> readEquipment(Set<String> organizationIds, Set<String> placeIds) {
        Tables.Ids ids = new Tables.Ids();
        return tables.optionalTable(
                        "equipment.csv",
                        "id",
                        "name_zh",
                        "name_en",
                        "kind",
                        "organization_id",
                        "place_id",
                        "operator_skill_id",
                        "operator_level")
                .map(
                        tables.faults(),
                        row -> new District.Equipment(
                                ids.take(row),
                                row.required("name_zh"),
                                row.required("name_en"),
                                row.required("kind"),
                                Tables.reference(row, "organization_id", organizationIds, "organizations.csv"),
                                Tables.reference(row, "place_id", placeIds, "places.csv"),
                                row.text("operator_skill_id").isEmpty()
                                        ? null
                                        : Tables.reference(row, "operator_skill_id", skillIds, "skills.csv"),
                                row.wholeOr("operator_level", 1, MOST_LEVEL, 1),
                                stated(row, placeIds)));
    }

    /** Nothing said leaves it as it is. */
    private static District.StatedEquipment stated(CsvRow row, Set<String> placeIds) {
        if (row.text("state").isEmpty()) {
            return null;
        }
        boolean broken = row.oneOf("state", "available", "broken").equals("broken");
        if (broken && row.text("note").isEmpty()) {
            row.fault("note", "note is empty; say why it is broken.", "note 为空；请说明损坏原因。");
        }
        return new District.StatedEquipment(
                broken ? EquipmentState.BROKEN : EquipmentState.AVAILABLE,
                row.text("stands_at_place_id").isEmpty()
                        ? null
                        : Tables.reference(row, "stands_at_place_id", placeIds, "places.csv"),
                row.optional("note"));
    }

    List<District.Takeover> readTakeovers(Set<String> organizationIds) {
        return tables.optionalTable("takeovers.csv", "organization_id", "incident_type", "answer_minutes")
                .map(
                        tables.faults(),
                        row -> new District.Takeover(
                                Tables.reference(row, "organization_id", organizationIds, "organizations.csv"),
                                type(row),
                                row.whole("answer_minutes", 1, MOST_ANSWER_MINUTES)));
    }

    List<District.Requirement> readRequirements(Set<String> equipmentKinds) {
        Set<String> seen = new HashSet<>();
        Map<String, Integer> lines = new HashMap<>();
        return tables.table("requirements.csv", "incident_type", "skill_id", "level", "count", "alternatives")
                .map(tables.faults(), row -> {
                    String type = type(row);
                    District.Requirement requirement = new District.Requirement(
                            type,
                            Tables.reference(row, "skill_id", skillIds, "skills.csv"),
                            row.whole("level", 1, MOST_LEVEL),
                            row.whole("count", 1, MOST_COUNT),
                            Tables.references(row, "alternatives", skillIds, "skills.csv"),
                            row.text("team"),
                            equipment(row, equipmentKinds),
                            row.flagOrFalse("shared"));
                    if (!seen.add(type + "\u0000" + requirement.skillId() + "\u0000" + requirement.level() + "\u0000"
                            + requirement.team())) {
                        String needed = requirement.skillId() + " " + requirement.level();
                        row.fault(
                                "Type " + type + " requires " + requirement.skillId() + " at level "
                                        + requirement.level() + " on an earlier line already.",
                                "类型 " + type + " 对 " + needed + " 级的要求已在前面的行中出现。");
                    }
                    if (lines.merge(type, 1, Integer::sum) == MOST_REQUIREMENTS + 1) {
                        row.fault(
                                "Type " + type + " has more than " + MOST_REQUIREMENTS + " requirements.",
                                "类型 " + type + " 的要求超过 " + MOST_REQUIREMENTS + " 项。");
                    }
                    return requirement;
                });
    }

    private static String type(CsvRow row) {
        String type = row.required("incident_type");
        if (!type.isEmpty() && IncidentTypes.find(type).isEmpty()) {
            row.fault(
                    "incident_type",
                    "incident_type '" + type + "' is not a type of incident.",
                    "incident_type“" + type + "”不是事件类型。");
        }
        return type;
    }

    private static String equipment(CsvRow row, Set<String> kinds) {
        String kind = row.optional("equipment");
        if (kind != null && !kinds.contains(kind)) {
            row.fault(
                    "equipment",
                    "equipment '" + kind + "' is not the kind of anything in equipment.csv.",
                    "equipment“" + kind + "”不是 equipment.csv 中任何装备的种类。");
        }
        return kind;
    }
}
