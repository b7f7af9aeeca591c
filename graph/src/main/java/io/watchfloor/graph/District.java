package io.watchfloor.graph;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A district as it was imported: what hardly changes. Coordinates are WGS-84 degrees.
 *
 * @param id its id
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param zone whose local time shifts are given in
 * @param areas streets' offices that answer for cells
 * @param cells grid cells
 * @param organizations departments and partner bodies
 * @param skills what people can do
 * @param places named places and road junctions
 * @param roads road segments between places
 * @param people staff
 * @param requirements what each incident type needs
 */
public record District(
        String id,
        String nameZh,
        String nameEn,
        ZoneId zone,
        List<Area> areas,
        List<Cell> cells,
        List<Organization> organizations,
        List<Skill> skills,
        List<Place> places,
        List<Road> roads,
        List<Person> people,
        List<Requirement> requirements) {

    /** The body that answers for cells. */
    public record Area(String id, String nameZh, String nameEn) {}

    /** A grid cell; {@code ring} is its outline as {lat, lon} pairs, first point not repeated. */
    public record Cell(String id, String areaId, String nameZh, String nameEn, List<List<Double>> ring) {}

    /** A department or a partner body; {@code kind} is {@code department} or {@code partner}. */
    public record Organization(String id, String nameZh, String nameEn, String kind) {}

    /** Something people can do; having it implies having {@code implies} at the same level. */
    public record Skill(String id, String nameZh, String nameEn, List<String> implies, boolean certified) {}

    /** A named place; {@code kind} for example {@code station}, {@code school}, {@code junction}. */
    public record Place(
            String id,
            String nameZh,
            String nameEn,
            String kind,
            String cellId,
            double lat,
            double lon,
            List<String> aliases) {}

    /** A road segment; a one-way segment leads only from {@code fromPlaceId}. */
    public record Road(
            String id,
            String nameZh,
            String nameEn,
            String fromPlaceId,
            String toPlaceId,
            double meters,
            double speedKmh,
            boolean oneWay) {}

    /** A staff member. */
    public record Person(
            String id,
            String nameZh,
            String nameEn,
            String organizationId,
            String stationPlaceId,
            List<HeldSkill> skills,
            List<Shift> shifts) {}

    /** A skill a person has; {@code certifiedUntil} is the last valid day, null when no certificate is needed. */
    public record HeldSkill(String skillId, int level, LocalDate certifiedUntil) {}

    /**
     * A weekly shift in the district's local time; {@code days} holds ISO days, 1 Monday to 7 Sunday, of its start; an
     * end not after the start is on the next day.
     */
    public record Shift(List<Integer> days, LocalTime start, LocalTime end) {}

    /** What an incident type needs: so many people with a skill; {@code alternatives} will do as well. */
    public record Requirement(String incidentType, String skillId, int level, int count, List<String> alternatives) {}
}
