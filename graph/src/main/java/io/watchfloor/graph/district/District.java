package io.watchfloor.graph.district;

import io.watchfloor.contract.EquipmentState;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

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
 * @param equipment vehicles and other equipment
 * @param takeovers which body takes over which types of incident
 * @param rules how much is asked of one person
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
        List<Requirement> requirements,
        List<Equipment> equipment,
        List<Takeover> takeovers,
        DutyRules rules) {

    /** A district without equipment, takeovers and rules. */
    public District(
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
        this(
                id,
                nameZh,
                nameEn,
                zone,
                areas,
                cells,
                organizations,
                skills,
                places,
                roads,
                people,
                requirements,
                List.of(),
                List.of(),
                DutyRules.NONE);
    }

    /** A district with nothing in it. */
    public static District empty(ZoneId zone) {
        return new District(
                "", "", "", zone, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    /** The body that answers for cells. */
    public record Area(String id, String nameZh, String nameEn) {}

    /** A grid cell; {@code ring} is its outline as {lat, lon} pairs, first point not repeated. */
    public record Cell(String id, String areaId, String nameZh, String nameEn, List<List<Double>> ring) {}

    /** A department or a partner body; {@code kind} is one of {@link #KINDS_OF_ORGANIZATION}. */
    public record Organization(String id, String nameZh, String nameEn, String kind) {}

    /** A department, or one of the bodies around it (1+N): a utility, a property manager, a shop, volunteers. */
    public static final List<String> KINDS_OF_ORGANIZATION =
            List.of("department", "partner", "property", "shop", "volunteers");

    /**
     * Something people can do; having it implies having {@code implies} at the same level.
     *
     * @param standsIn what it can do the work of, less well
     */
    public record Skill(
            String id, String nameZh, String nameEn, List<String> implies, boolean certified, List<StandIn> standsIn) {
        /** A skill that stands in for no other. */
        public Skill(String id, String nameZh, String nameEn, List<String> implies, boolean certified) {
            this(id, nameZh, nameEn, implies, certified, List.of());
        }
    }

    /** A weaker substitute: counts as {@code insteadOf} at a level that is {@code levelLoss} lower. */
    public record StandIn(String insteadOf, int levelLoss) {}

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

    /**
     * A road segment; a one-way segment leads only from {@code fromPlaceId}.
     *
     * @param speedKmh usual speed
     * @param speedKmhByHour usual speed in each hour of the local day, 24 of them; empty when it is always the same
     */
    public record Road(
            String id,
            String nameZh,
            String nameEn,
            String fromPlaceId,
            String toPlaceId,
            double meters,
            double speedKmh,
            boolean oneWay,
            List<Double> speedKmhByHour) {
        /** A segment that is as fast at every hour. */
        public Road(
                String id,
                String nameZh,
                String nameEn,
                String fromPlaceId,
                String toPlaceId,
                double meters,
                double speedKmh,
                boolean oneWay) {
            this(id, nameZh, nameEn, fromPlaceId, toPlaceId, meters, speedKmh, oneWay, List.of());
        }

        /** Usual speed in an hour of the local day, 0 to 23. */
        public double speedKmhAt(int hour) {
            return speedKmhByHour.isEmpty() ? speedKmh : speedKmhByHour.get(hour);
        }
    }

    /**
     * A staff member.
     *
     * @param languages what they speak, as BCP 47 codes such as {@code zh} or {@code en}
     * @param visitsByCell how often they have been at work in a cell, by its id
     */
    public record Person(
            String id,
            String nameZh,
            String nameEn,
            String organizationId,
            String stationPlaceId,
            List<HeldSkill> skills,
            List<Shift> shifts,
            List<String> languages,
            Map<String, Integer> visitsByCell) {
        /** Somebody of whom neither languages nor familiar cells are known. */
        public Person(
                String id,
                String nameZh,
                String nameEn,
                String organizationId,
                String stationPlaceId,
                List<HeldSkill> skills,
                List<Shift> shifts) {
            this(id, nameZh, nameEn, organizationId, stationPlaceId, skills, shifts, List.of(), Map.of());
        }
    }

    /** A skill a person has; {@code certifiedUntil} is the last valid day, null when no certificate is needed. */
    public record HeldSkill(String skillId, int level, LocalDate certifiedUntil) {}

    /**
     * A weekly shift in the district's local time; {@code days} holds ISO days, 1 Monday to 7 Sunday, of its start; an
     * end not after the start is on the next day.
     */
    public record Shift(List<Integer> days, LocalTime start, LocalTime end) {}

    /**
     * What an incident type needs: so many people with a skill; {@code alternatives} will do as well.
     *
     * @param team lines with the same team belong together, and one team is needed, not all; empty when the line is
     *     needed whichever team comes
     * @param equipmentKind what each of them has to bring; null when nothing
     * @param shared whether somebody who is there for another line may do this as well
     */
    public record Requirement(
            String incidentType,
            String skillId,
            int level,
            int count,
            List<String> alternatives,
            String team,
            String equipmentKind,
            boolean shared) {
        /** A line for people of their own who bring nothing. */
        public Requirement(String incidentType, String skillId, int level, int count, List<String> alternatives) {
            this(incidentType, skillId, level, count, alternatives, "", null, false);
        }
    }

    /**
     * A vehicle or another piece of equipment.
     *
     * @param kind for example {@code fire-engine}, {@code ambulance}, {@code pump}
     * @param organizationId whose it is; only their people use it
     * @param placeId where it is kept
     * @param operatorSkillId what one has to be able to do to use it; null when anybody may
     * @param operatorLevel at least at this level, 1 to 5
     * @param stated what an import says of its state; null when nothing, and when it was read from the graph
     */
    public record Equipment(
            String id,
            String nameZh,
            String nameEn,
            String kind,
            String organizationId,
            String placeId,
            String operatorSkillId,
            int operatorLevel,
            StatedEquipment stated) {
        /** One of which nothing is said. */
        public Equipment(
                String id,
                String nameZh,
                String nameEn,
                String kind,
                String organizationId,
                String placeId,
                String operatorSkillId,
                int operatorLevel) {
            this(id, nameZh, nameEn, kind, organizationId, placeId, operatorSkillId, operatorLevel, null);
        }
    }

    /**
     * What an import says of a vehicle's or other equipment's state in the live world.
     *
     * @param state {@link EquipmentState#AVAILABLE} or {@link EquipmentState#BROKEN}
     * @param placeId where it stands when that is not where it is kept; null otherwise
     * @param note why it is broken; null when not said
     */
    public record StatedEquipment(EquipmentState state, String placeId, String note) {}

    /** A body takes over incidents of a type, and has so many minutes to answer. */
    public record Takeover(String organizationId, String incidentType, int answerMinutes) {}

    /**
     * How much is asked of one person; 0 is no limit.
     *
     * @param restMinutes between the end of one assignment and the next
     * @param mostTasks assignments in one local day
     * @param mostBusyMinutes minutes on assignments in one local day
     * @param mostWayMinutes minutes of way by road; whoever is farther is not suggested
     */
    public record DutyRules(int restMinutes, int mostTasks, int mostBusyMinutes, int mostWayMinutes) {
        /** How long a way is asked of somebody where the district does not say. */
        public static final int USUAL_WAY_MINUTES = 60;

        private static final int MILLIS_PER_MINUTE = 60_000;

        /** No limits but that of the way. */
        public static final DutyRules NONE = new DutyRules(0, 0, 0, USUAL_WAY_MINUTES);

        /** The longest way that is suggested; more than any way where there is no limit. */
        public int mostWayMillis() {
            return mostWayMinutes == 0 ? Integer.MAX_VALUE : mostWayMinutes * MILLIS_PER_MINUTE;
        }
    }
}
