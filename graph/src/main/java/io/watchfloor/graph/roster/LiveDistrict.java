package io.watchfloor.graph.roster;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.Closures;
import io.watchfloor.graph.road.RoadNetwork;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The district in memory: what never changes is built once, who is where and in what state is in the {@link Crowd}. Who
 * changes something waits for the one before; who asks waits for nobody.
 */
public final class LiveDistrict {
    private final ZoneId zone;
    private final District.DutyRules rules;
    private final SkillTree skills;
    private final EquipmentPool equipment;
    private final NeedBook needs;
    private final RoadNetwork roads;
    private final Closures closures;
    private final Crowd crowd;
    private final Map<String, Member> membersById = new HashMap<>();
    private final Map<String, District.Place> places = new HashMap<>();
    private final List<Placement> stations = new ArrayList<>();

    /** With everybody free and at their station. */
    public LiveDistrict(District district) {
        zone = district.zone();
        rules = district.rules();
        skills = new SkillTree(district);
        equipment = new EquipmentPool(district.equipment());
        needs = new NeedBook(district, skills, equipment);
        roads = new RoadNetwork(district);
        closures = new Closures(roads);
        List<Member> members = new ArrayList<>();
        for (District.Person person : district.people().stream()
                .sorted(Comparator.comparing(District.Person::id))
                .toList()) {
            members.add(new Member(members.size(), person, skills, equipment.kindsFor(person, skills)));
        }
        crowd = new Crowd(List.copyOf(members), roads.nodeCount());
        district.places().forEach(place -> places.put(place.id(), place));
        for (Member member : members) {
            membersById.put(member.person().id(), member);
            District.Place station = places.get(member.person().stationPlaceId());
            stations.add(placed(member, station.lat(), station.lon(), null));
            crowd.place(stations.get(member.index()));
        }
    }

    /** An older version than the one known is ignored, and so is a person the district does not have. */
    public synchronized void apply(PersonStatus status) {
        Member member = membersById.get(status.personId());
        if (member == null) {
            return;
        }
        PersonStatus known = crowd.status(member);
        if (known == null || status.version() > known.version()) {
            crowd.set(member, status);
        }
    }

    /** A position from before the one known is ignored. */
    public synchronized void apply(Position position) {
        Member member = membersById.get(position.personId());
        if (member == null) {
            return;
        }
        Position known = crowd.placement(member).position();
        if (known == null || !position.at().isBefore(known.at())) {
            crowd.place(placed(member, position.lat(), position.lon(), position));
        }
    }

    /** What somebody is at; counts towards what is asked of them in a day. */
    public synchronized void apply(Assignment assignment) {
        Member member = membersById.get(assignment.personId());
        if (member != null) {
            crowd.set(member, crowd.workload(member).with(assignment));
        }
    }

    /** What a unit is doing, and with that who has it at hand. */
    public synchronized void apply(EquipmentStatus status) {
        if (!equipment.apply(status)) {
            return;
        }
        String body = equipment.unit(status.equipmentId()).organizationId();
        for (Member member : crowd.members()) {
            if (member.person().organizationId().equals(body)) {
                member.haveAtHand(equipment.kindsFor(member.person(), skills));
            }
        }
    }

    /** Lets positions weigh what their age makes them weigh; gives whose position says nothing any more. */
    public synchronized List<String> age(Instant now) {
        List<String> forgotten = new ArrayList<>();
        for (Member member : crowd.members()) {
            Placement placement = crowd.placement(member);
            Position position = placement.position();
            if (position == null) {
                continue;
            }
            if (Staleness.isForgotten(position, now)) {
                crowd.place(stations.get(member.index()));
                forgotten.add(member.person().id());
            } else if (Staleness.chargeMillis(position, now) > 0) {
                crowd.place(placement.charged(
                        Staleness.chargeMillis(position, now), roads.from(placement.lat(), placement.lon())));
            }
        }
        return forgotten;
    }

    /** From now on they are reckoned from their station; false when they were already. */
    public synchronized boolean forgetPosition(String personId) {
        Member member = membersById.get(personId);
        if (member == null || crowd.placement(member).position() == null) {
            return false;
        }
        crowd.place(stations.get(member.index()));
        return true;
    }

    /** What holds at a time in the district. */
    public Moment moment(Instant now) {
        return Moment.of(now, zone, rules, closures.at(now, local(now).getHour()));
    }

    /** The district's local time. */
    public LocalDateTime local(Instant now) {
        return LocalDateTime.ofInstant(now, zone);
    }

    /** Null when the district has no such person. */
    public Member member(String personId) {
        return membersById.get(personId);
    }

    /** Null when the district has no such place. */
    public District.Place place(String placeId) {
        return places.get(placeId);
    }

    /** One line as a question of its own asks for it: a skill at a level, whatever equipment. */
    public NeedLine line(String skillId, int level) {
        return NeedLine.of(new District.Requirement("", skillId, level, 1, List.of()), skills, EquipmentPool.EMPTY);
    }

    /** The time zone of shifts and certificates. */
    public ZoneId zone() {
        return zone;
    }

    /** Everybody, where they are and in what state. */
    public Crowd crowd() {
        return crowd;
    }

    /** What implies what, and what stands in for what. */
    public SkillTree skills() {
        return skills;
    }

    /** Vehicles and other equipment. */
    public EquipmentPool equipment() {
        return equipment;
    }

    /** What each type of incident needs. */
    public NeedBook needs() {
        return needs;
    }

    /** Its roads. */
    public RoadNetwork roads() {
        return roads;
    }

    /** Which of them are closed. */
    public Closures closures() {
        return closures;
    }

    private Placement placed(Member member, double lat, double lon, Position position) {
        return Placement.of(member, lat, lon, position, roads.from(lat, lon));
    }
}
