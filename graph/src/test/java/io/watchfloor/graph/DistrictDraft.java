package io.watchfloor.graph;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Districts for tests, put together step by step. Places lie on a plane whose unit is one metre east and north of a
 * point in Shanghai.
 */
final class DistrictDraft {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final double ORIGIN_LAT = 31.23;
    static final double ORIGIN_LON = 121.47;

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

    DistrictDraft() {
        areas.add(new District.Area("area", "望江街道", "Wangjiang"));
        organizations.add(new District.Organization("fire", "消防", "Fire", "department"));
        skills.add(new District.Skill("patrol", "巡查", "Patrol", List.of(), false));
    }

    static double lat(double metersNorth) {
        return ORIGIN_LAT + metersNorth / PLANE.north(ORIGIN_LAT + 1);
    }

    static double lon(double metersEast) {
        return ORIGIN_LON + metersEast / PLANE.eastMetersPerDegree();
    }

    static District.HeldSkill holds(String skill, int level) {
        return new District.HeldSkill(skill, level, null);
    }

    static District.HeldSkill holds(String skill, int level, String certifiedUntil) {
        return new District.HeldSkill(skill, level, LocalDate.parse(certifiedUntil));
    }

    static District.Shift everyDay(String start, String end) {
        return new District.Shift(EVERY_DAY, LocalTime.parse(start), LocalTime.parse(end));
    }

    static District.Shift on(int day, String start, String end) {
        return new District.Shift(List.of(day), LocalTime.parse(start), LocalTime.parse(end));
    }

    static District.Shift always() {
        return everyDay("00:00", "00:00");
    }

    DistrictDraft cell(String id, double west, double south, double size) {
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

    DistrictDraft skill(String id, String nameZh, String nameEn, boolean certified, String... implies) {
        skills.add(new District.Skill(id, nameZh, nameEn, List.of(implies), certified));
        return this;
    }

    DistrictDraft place(String id, double east, double north) {
        String cellId = cells.isEmpty() ? null : cells.get(0).id();
        places.add(new District.Place(
                id, id + "路口", "Junction " + id, "junction", cellId, lat(north), lon(east), List.of(id + "口")));
        return this;
    }

    DistrictDraft road(String from, String to, double meters, double speedKmh) {
        return road(from, to, meters, speedKmh, false);
    }

    DistrictDraft oneWay(String from, String to, double meters, double speedKmh) {
        return road(from, to, meters, speedKmh, true);
    }

    DistrictDraft person(String id, String station, List<District.HeldSkill> held, District.Shift... shifts) {
        people.add(new District.Person(id, id + "先生", "Mr " + id, "fire", station, held, List.of(shifts)));
        return this;
    }

    /** On shift around the clock. */
    DistrictDraft person(String id, String station, District.HeldSkill... held) {
        return person(id, station, List.of(held), always());
    }

    DistrictDraft requires(String type, String skill, int level, int count, String... alternatives) {
        requirements.add(new District.Requirement(type, skill, level, count, List.of(alternatives)));
        return this;
    }

    /** Of the body that everybody belongs to. */
    DistrictDraft equipment(String id, String kind, String place, String skill, int level) {
        equipment.add(new District.Equipment(id, id + "车", "Unit " + id, kind, "fire", place, skill, level));
        return this;
    }

    DistrictDraft rules(int restMinutes, int mostTasks, int mostBusyMinutes) {
        rules = new District.DutyRules(restMinutes, mostTasks, mostBusyMinutes);
        return this;
    }

    DistrictDraft add(District.Place place) {
        places.add(place);
        return this;
    }

    DistrictDraft add(District.Road road) {
        roads.add(road);
        return this;
    }

    DistrictDraft add(District.Skill skill) {
        skills.add(skill);
        return this;
    }

    DistrictDraft add(District.Requirement requirement) {
        requirements.add(requirement);
        return this;
    }

    District build() {
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
