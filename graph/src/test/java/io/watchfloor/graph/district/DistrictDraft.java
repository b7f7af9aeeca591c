package io.watchfloor.graph.district;

import io.watchfloor.graph.road.LocalPlane;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Districts for tests, put together step by step. Places lie on a plane whose unit is one metre east and north of a
 * point in Shanghai.
 */
public final class DistrictDraft {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final double ORIGIN_LAT = 31.23;
    public static final double ORIGIN_LON = 121.47;

    private static final LocalPlane PLANE = LocalPlane.around(ORIGIN_LAT, ORIGIN_LON);
    private static final List<Integer> EVERY_DAY = List.of(1, 2, 3, 4, 5, 6, 7);

    private final List<District.Area> areas = new ArrayList<>();
    private final List<District.Cell> cells = new ArrayList<>();
    private final List<District.Organization> organizations = new ArrayList<>();
    private final List<District.Skill> skills = new ArrayList<>();
    private final List<District.Place> places = new ArrayList<>();
    private final List<District.Road> roads = new ArrayList<>();
    private final List<District.Person> people = new ArrayList<>();
    private final List<District.Requirement> requirements = new ArrayList<>();
    private final List<District.Equipment> equipment = new ArrayList<>();
    private District.DutyRules rules = District.DutyRules.NONE;

    public DistrictDraft() {
        areas.add(new District.Area("area", "望江街道", "Wangjiang"));
        organizations.add(new District.Organization("fire", "消防", "Fire", "department"));
        skills.add(new District.Skill("patrol", "巡查", "Patrol", List.of(), false));
    }

    public static double lat(double metersNorth) {
        return ORIGIN_LAT + metersNorth / PLANE.north(ORIGIN_LAT + 1);
    }

    public static double lon(double metersEast) {
        return ORIGIN_LON + metersEast / PLANE.eastMetersPerDegree();
    }

    public static District.HeldSkill holds(String skill, int level) {
        return new District.HeldSkill(skill, level, null);
    }

    public static District.HeldSkill holds(String skill, int level, String certifiedUntil) {
        return new District.HeldSkill(skill, level, LocalDate.parse(certifiedUntil));
    }

    public static District.Shift everyDay(String start, String end) {
        return new District.Shift(EVERY_DAY, LocalTime.parse(start), LocalTime.parse(end));
    }

    public static District.Shift on(int day, String start, String end) {
        return new District.Shift(List.of(day), LocalTime.parse(start), LocalTime.parse(end));
    }

    public static District.Shift always() {
        return everyDay("00:00", "00:00");
    }

    public DistrictDraft cell(String id, double west, double south, double size) {
        cells.add(new District.Cell(
                id,
                "area",
                id + "网格",
                id + " cell",
                List.of(
                        List.of(lat(south), lon(west)),
                        List.of(lat(south), lon(west + size)),
                        List.of(lat(south + size), lon(west + size)),
                        List.of(lat(south + size), lon(west)))));
        return this;
    }

    public DistrictDraft skill(String id, String nameZh, String nameEn, boolean certified, String... implies) {
        skills.add(new District.Skill(id, nameZh, nameEn, List.of(implies), certified));
        return this;
    }

    public DistrictDraft place(String id, double east, double north) {
        String cellId = cells.isEmpty() ? null : cells.get(0).id();
        places.add(new District.Place(
                id, id + "路口", "Junction " + id, "junction", cellId, lat(north), lon(east), List.of(id + "口")));
        return this;
    }

    public DistrictDraft road(String from, String to, double meters, double speedKmh) {
        return road(from, to, meters, speedKmh, false);
    }

    public DistrictDraft oneWay(String from, String to, double meters, double speedKmh) {
        return road(from, to, meters, speedKmh, true);
    }

    public DistrictDraft person(String id, String station, List<District.HeldSkill> held, District.Shift... shifts) {
        people.add(new District.Person(id, id + "先生", "Mr " + id, "fire", station, held, List.of(shifts)));
        return this;
    }

    /** On shift around the clock. */
    public DistrictDraft person(String id, String station, District.HeldSkill... held) {
        return person(id, station, List.of(held), always());
    }

    public DistrictDraft requires(String type, String skill, int level, int count, String... alternatives) {
        requirements.add(new District.Requirement(type, skill, level, count, List.of(alternatives)));
        return this;
    }

    /** Of the body that everybody belongs to. */
    public DistrictDraft equipment(String id, String kind, String place, String skill, int level) {
        equipment.add(new District.Equipment(id, id + "车", "Unit " + id, kind, "fire", place, skill, level));
        return this;
    }

    public DistrictDraft rules(int restMinutes, int mostTasks, int mostBusyMinutes) {
        rules = new District.DutyRules(restMinutes, mostTasks, mostBusyMinutes, rules.mostWayMinutes());
        return this;
    }

    /** Nobody is suggested whose way is longer; 0 is no limit. */
    public DistrictDraft mostWay(int minutes) {
        rules = new District.DutyRules(rules.restMinutes(), rules.mostTasks(), rules.mostBusyMinutes(), minutes);
        return this;
    }

    public DistrictDraft add(District.Place place) {
        places.add(place);
        return this;
    }

    public DistrictDraft add(District.Road road) {
        roads.add(road);
        return this;
    }

    public DistrictDraft add(District.Skill skill) {
        skills.add(skill);
        return this;
    }

    public DistrictDraft add(District.Requirement requirement) {
        requirements.add(requirement);
        return this;
    }

    public District build() {
        return new District(
                "linjiang",
                "临江区",
                "Linjiang",
                ZONE,
                List.copyOf(areas),
                List.copyOf(cells),
                List.copyOf(organizations),
                List.copyOf(skills),
                List.copyOf(places),
                List.copyOf(roads),
                List.copyOf(people),
                List.copyOf(requirements),
                List.copyOf(equipment),
                List.of(),
                rules);
    }

    private DistrictDraft road(String from, String to, double meters, double speedKmh, boolean oneWay) {
        String id = "R" + roads.size();
        roads.add(new District.Road(id, id + "路", id + " Road", from, to, meters, speedKmh, oneWay));
        return this;
    }
}
