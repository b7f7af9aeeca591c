package io.watchfloor.graph.candidate;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.RoadClosure;
import io.watchfloor.contract.live.PersonView;
import io.watchfloor.graph.coverage.CoverageQueries;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.RoadTimes;
import io.watchfloor.graph.road.Way;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The state a {@link Dispatcher} works on: one writer (the picture reader), any number of readers. */
public interface DispatchProjection extends Dispatcher, CoverageQueries {
    /** Of a district with everybody free and at their station. */
    static DispatchProjection of(District district) {
        return new InMemoryProjection(district);
    }

    /** A person's availability changed; an older version than the one known is ignored. */
    void apply(PersonStatus status);

    /** A person was seen somewhere; an older position than the one known is ignored, as is an unknown person. */
    void apply(Position position);

    /** An assignment changed: what somebody has been at today; an older version than the one known is ignored. */
    void apply(Assignment assignment);

    /** A road was closed or opened; an older version than the one known is ignored. */
    void apply(RoadClosure closure);

    /** Closures that stand at this time, the oldest first. */
    List<RoadClosure> listClosures(Instant now);

    /** A vehicle or another piece of equipment was taken along, given back, or set by an officer. */
    void apply(EquipmentStatus status);

    /** Every vehicle and other equipment, in the order of ids. */
    List<UnitState> listEquipment();

    /**
     * A vehicle or another piece of equipment as the projection knows it.
     *
     * @param unit which
     * @param status newest known; null when nothing was ever decided about it
     * @param placeId where it stands; null while somebody has it
     * @param lat WGS-84 degrees, of that place or else of who has it
     * @param lon WGS-84 degrees, of that place or else of who has it
     */
    record UnitState(District.Equipment unit, EquipmentStatus status, String placeId, double lat, double lon) {}

    /** The quickest way from one point to another as the roads are then; empty when no road leads there. */
    Optional<Way> way(RoadTimes.Point from, RoadTimes.Point to, Instant now);

    /** Whether the district has such a road segment. */
    boolean hasRoad(String roadId);

    /**
     * Lets positions grow old: an old one adds to the way, and one that says nothing any more gives way to the station. To
     * be called from time to time by the one who feeds.
     *
     * @return the ids of those who are at their station again
     */
    List<String> age(Instant now);

    /** Forgets where a person was, who is at their station then; gives whether anything was known. */
    boolean forgetPosition(String personId);

    /** Where a person is and whether they are free; {@code onDuty} and {@code phoneConnected} are left to the caller. */
    Optional<PersonState> find(String personId);

    /** Everybody. */
    List<PersonState> listAll();

    /**
     * A person as the projection knows them.
     *
     * @param person who
     * @param status newest known; null when initial, that is free
     * @param position newest known; null when only the station is known
     * @param lat WGS-84 degrees, of the position or else the station
     * @param lon WGS-84 degrees, of the position or else the station
     */
    record PersonState(District.Person person, PersonStatus status, Position position, double lat, double lon) {
        /** As a console sees them. */
        public PersonView toView(boolean onDuty, boolean phoneConnected) {
            return new PersonView(
                    person.id(),
                    person.nameZh(),
                    person.nameEn(),
                    person.organizationId(),
                    person.skills().stream().map(District.HeldSkill::skillId).toList(),
                    onDuty,
                    status == null ? io.watchfloor.contract.Availability.FREE : status.availability(),
                    status == null ? null : status.assignmentId(),
                    status == null ? null : status.incidentId(),
                    lat,
                    lon,
                    position == null ? null : position.accuracyMeters(),
                    position == null ? null : position.at(),
                    phoneConnected,
                    status == null ? null : status.absence());
        }
    }
}
