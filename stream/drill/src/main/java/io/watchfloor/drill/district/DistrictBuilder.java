package io.watchfloor.drill.district;

import io.watchfloor.drill.district.DemoDistrict.Area;
import io.watchfloor.drill.district.DemoDistrict.Cell;
import io.watchfloor.drill.district.DemoDistrict.Organization;
import io.watchfloor.drill.district.DemoDistrict.Person;
import io.watchfloor.drill.district.DemoDistrict.Place;
import io.watchfloor.drill.district.DemoDistrict.Requirement;
import io.watchfloor.drill.district.DemoDistrict.Skill;
import io.watchfloor.drill.table.ResourceTable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Puts a district together: ground first, then streets on it, places along them, people at their stations. */
final class DistrictBuilder {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final List<Area> AREAS = List.of(
            new Area("AR-1", "望江街道", "Wangjiang Subdistrict"),
            new Area("AR-2", "钟楼街道", "Zhonglou Subdistrict"),
            new Area("AR-3", "云溪街道", "Yunxi Subdistrict"),
            new Area("AR-4", "柳浦街道", "Liupu Subdistrict"),
            new Area("AR-5", "南桥街道", "Nanqiao Subdistrict"),
            new Area("AR-6", "石塘街道", "Shitang Subdistrict"));

    private final long seed;
    private final LocalDate today;

    DistrictBuilder(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    DemoDistrict build() {
        Ground ground = Ground.draw(new Random(seed));
        StreetNetwork streets = new StreetPlan(ground, new Random(seed + 1)).draw();
        List<PlacePlan.Site> sites = new PlacePlan(ground, streets, new Random(seed + 2)).draw();
        List<Skill> skills = skills();
        List<Person> people = new Staffing(sites, skills, today, new Random(seed + 3)).hire();
        List<Place> places =
                new ArrayList<>(sites.stream().map(PlacePlan.Site::place).toList());
        places.addAll(streets.places(ground));
        return new DemoDistrict(
                "linjiang",
                "云州市临江区",
                "Linjiang District, Yunzhou",
                ZONE,
                AREAS,
                cells(ground),
                organizations(),
                skills,
                List.copyOf(places),
                streets.roads(),
                people,
                requirements(),
                new Equipping(sites, people, places).extras());
    }

    /** Cells are numbered within their area in the order one walks them, from the south-west. */
    private static List<Cell> cells(Ground ground) {
        int[] numbers = new int[AREAS.size()];
        List<Cell> cells = new ArrayList<>();
        for (Block block : ground.blocks()) {
            Area area = AREAS.get(block.area() - 1);
            int number = ++numbers[block.area() - 1];
            cells.add(new Cell(
                    block.cellId(),
                    area.id(),
                    area.nameZh().replace("街道", "") + number + "号网格",
                    area.nameEn().replace("Subdistrict", "Grid ") + number,
                    block.corners().stream().map(Ground::toLatLon).toList()));
        }
        return List.copyOf(cells);
    }

    private static List<Organization> organizations() {
        return ResourceTable.read(
                DistrictBuilder.class,
                "organizations.csv",
                row -> new Organization(row.get("id"), row.get("name_zh"), row.get("name_en"), row.get("kind")));
    }

    private static List<Skill> skills() {
        return ResourceTable.read(
                DistrictBuilder.class,
                "skills.csv",
                row -> new Skill(
                        row.get("id"),
                        row.get("name_zh"),
                        row.get("name_en"),
                        ResourceTable.list(row.get("implies")),
                        Boolean.parseBoolean(row.get("certified"))));
    }

    private static List<Requirement> requirements() {
        return ResourceTable.read(
                DistrictBuilder.class,
                "requirements.csv",
                row -> new Requirement(
                        row.get("incident_type"),
                        row.get("skill_id"),
                        Integer.parseInt(row.get("level")),
                        Integer.parseInt(row.get("count")),
                        ResourceTable.list(row.get("alternatives")),
                        row.get("team"),
                        row.get("equipment"),
                        row.get("shared")));
    }
}
