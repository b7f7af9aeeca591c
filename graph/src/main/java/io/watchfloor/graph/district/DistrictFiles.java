package io.watchfloor.graph.district;

import io.watchfloor.graph.district.District.DutyRules;
import io.watchfloor.graph.district.DistrictImport.Fault;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads tables into a {@link District} and notes every fault: tables are read in the order in which they refer to each
 * other, so that each reference is checked where it stands.
 */
public final class DistrictFiles {
    private static final int MOST_REST_MINUTES = 24 * 60;
    private static final int MOST_TASKS = 100;

    private final Tables tables;

    /** Reads these tables. */
    public DistrictFiles(SheetSource source) {
        this(source, file -> true);
    }

    /** Reads these tables, of which {@code uploaded} tells which are new; the others stand in the graph. */
    DistrictFiles(SheetSource source, Predicate<String> uploaded) {
        this.tables = new Tables(source, uploaded);
    }

    /** What the tables say; to be used only when there are no {@link #faults()}. */
    public District read() {
        GroundFiles ground = new GroundFiles(tables);
        StaffFiles staff = new StaffFiles(tables);
        Head head = readHead();
        List<District.Area> areas = ground.readAreas();
        List<District.Cell> cells = ground.readCells(Tables.ids(areas, District.Area::id));
        List<District.Organization> organizations = staff.readOrganizations();
        List<District.Skill> skills = staff.readSkills();
        List<District.Place> places = ground.readPlaces(Tables.ids(cells, District.Cell::id));
        Set<String> placeIds = Tables.ids(places, District.Place::id);
        Set<String> skillIds = Tables.ids(skills, District.Skill::id);
        Set<String> organizationIds = Tables.ids(organizations, District.Organization::id);
        List<District.Road> roads = ground.readRoads(placeIds);
        List<District.Person> people =
                staff.readPeople(organizationIds, placeIds, skillIds, Tables.ids(cells, District.Cell::id));
        NeedFiles needs = new NeedFiles(tables, skillIds);
        List<District.Equipment> equipment = needs.readEquipment(organizationIds, placeIds);
        List<District.Requirement> requirements =
                needs.readRequirements(Tables.ids(equipment, District.Equipment::kind));
        return new District(
                head.id(),
                head.nameZh(),
                head.nameEn(),
                head.zone(),
                areas,
                cells,
                organizations,
                skills,
                places,
                roads,
                people,
                requirements,
                equipment,
                needs.readTakeovers(organizationIds),
                head.rules());
    }

    /** What is wrong with them. */
    public List<Fault> faults() {
        return tables.faults().toList();
    }

    /** How many rows they have. */
    public int rows() {
        return tables.rows();
    }

    private record Head(String id, String nameZh, String nameEn, ZoneId zone, DutyRules rules) {}

    private Head readHead() {
        CsvTable table = tables.table("district.csv", "id", "name_zh", "name_en", "zone");
        List<Head> heads = table.map(
                tables.faults(),
                row -> new Head(
                        row.required("id"),
                        row.required("name_zh"),
                        row.required("name_en"),
                        row.zone("zone"),
                        new DutyRules(
                                row.wholeOr("rest_minutes", 0, MOST_REST_MINUTES, 0),
                                row.wholeOr("most_tasks", 0, MOST_TASKS, 0),
                                row.wholeOr("most_busy_minutes", 0, MOST_REST_MINUTES, 0),
                                row.wholeOr("most_way_minutes", 0, MOST_REST_MINUTES, DutyRules.USUAL_WAY_MINUTES))));
        if (table.size() != 1 && tables.faults().count() == 0) {
            tables.faults()
                    .add(new Fault(
                            table.file(),
                            2,
                            "One row is needed; there are " + table.size() + ".",
                            "须恰好有一行；现有 " + table.size() + " 行。"));
        }
        return heads.isEmpty() ? new Head("", "", "", ZoneOffset.UTC, DutyRules.NONE) : heads.get(0);
    }
}
