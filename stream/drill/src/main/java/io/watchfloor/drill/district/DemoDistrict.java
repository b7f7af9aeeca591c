package io.watchfloor.drill.district;

import io.watchfloor.drill.town.LatLon;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * An invented urban district (云州市临江区), the same for the same seed and day. Coordinates are WGS-84 degrees. The
 * whole of it lies in one merge region, see {@link io.watchfloor.contract.IntakePartition}.
 *
 * @param id its id
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param zone whose local time shifts are given in
 * @param areas streets' offices (街道) that answer for cells
 * @param cells grid cells (网格), without gaps between them
 * @param organizations departments and partner bodies
 * @param skills what people can do
 * @param places road junctions and named places
 * @param roads road segments between junctions; every junction can be reached from every other
 * @param people invented staff
 * @param requirements what each incident type needs
 * @param extras tables that a district may have
 */
public record DemoDistrict(
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
        List<Requirement> requirements,
        Extras extras) {
    /** The seed that the demo, its screenshots and its documentation use. */
    public static final long DEFAULT_SEED = 7;

    /** The kind of a place that is a road junction. */
    public static final String JUNCTION = "junction";

    /** The body that answers for cells. */
    public record Area(String id, String nameZh, String nameEn) {}

    /** A grid cell; {@code ring} is its outline, first point not repeated. */
    public record Cell(String id, String areaId, String nameZh, String nameEn, List<LatLon> ring) {}

    /** A department or a partner body; {@code kind} is {@code department} or {@code partner}. */
    public record Organization(String id, String nameZh, String nameEn, String kind) {}

    /** Something people can do; having it implies having {@code implies}. */
    public record Skill(String id, String nameZh, String nameEn, List<String> implies, boolean certified) {}

    /** A named place or a junction. */
    public record Place(
            String id, String nameZh, String nameEn, String kind, String cellId, LatLon at, List<String> aliases) {}

    /**
     * A straight road segment; a one-way segment leads only from {@code fromPlaceId}.
     *
     * @param rushHourKmh speed while everybody goes to work or home; that of all other hours when it is no thoroughfare
     */
    public record Road(
            String id,
            String nameZh,
            String nameEn,
            String fromPlaceId,
            String toPlaceId,
            double meters,
            int speedKmh,
            int rushHourKmh,
            boolean oneWay) {}

    /** A staff member. */
    public record Person(
            String id,
            String nameZh,
            String nameEn,
            String organizationId,
            String stationPlaceId,
            List<HeldSkill> skills,
            List<Shift> shifts,
            List<String> languages) {}

    /** A skill a person has; {@code certifiedUntil} is the last valid day, null when no certificate is needed. */
    public record HeldSkill(String skillId, int level, LocalDate certifiedUntil) {}

    /** A weekly shift; {@code days} are ISO days of its start; an end not after the start is on the next day. */
    public record Shift(List<Integer> days, LocalTime start, LocalTime end) {}

    /**
     * What an incident type needs: so many people with a skill; {@code alternatives} will do as well. Lines of one team
     * belong together, and one team is needed.
     */
    public record Requirement(
            String incidentType,
            String skillId,
            int level,
            int count,
            List<String> alternatives,
            String team,
            String equipment,
            String shared) {}

    /**
     * What a district may have beside what it must have.
     *
     * @param equipment vehicles and other equipment
     * @param substitutions which skill stands in for which, less well
     * @param takeovers which body takes over which incidents
     * @param familiarity who has been at work in which cell how often
     */
    public record Extras(
            List<Equipment> equipment,
            List<Substitution> substitutions,
            List<Takeover> takeovers,
            List<Familiarity> familiarity) {}

    /** A vehicle or another piece of equipment, kept at a station; who may use it needs {@code operatorSkillId}. */
    public record Equipment(
            String id,
            String nameZh,
            String nameEn,
            String kind,
            String organizationId,
            String placeId,
            String operatorSkillId,
            String operatorLevel) {}

    /** A weaker stand-in. */
    public record Substitution(String skillId, String insteadOf, int levelLoss) {}

    /** A body takes over incidents of a type, and has so many minutes to answer. */
    public record Takeover(String organizationId, String incidentType, int answerMinutes) {}

    /** Somebody has been at work in a cell so many times. */
    public record Familiarity(String personId, String cellId, int visits) {}

    /** The district of this seed, with certificates dated from today on its own calendar. */
    public static DemoDistrict generate(long seed) {
        return generate(seed, LocalDate.now(DistrictBuilder.ZONE));
    }

    /** The district of this seed; {@code today} is what certificates are dated from. */
    public static DemoDistrict generate(long seed, LocalDate today) {
        return new DistrictBuilder(seed, today).build();
    }

    /**
     * Writes the import files into the folder, which is made when absent; files of the same name are replaced.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be written
     */
    public void writeTo(Path folder) {
        DistrictFiles.write(this, folder);
    }
}
