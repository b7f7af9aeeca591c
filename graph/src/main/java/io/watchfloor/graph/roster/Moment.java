package io.watchfloor.graph.roster;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.RoadConditions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When something is asked, and what holds then.
 *
 * @param now the time
 * @param local the same in the district
 * @param midnight when the district's day began
 * @param rules how much is asked of one person
 * @param roads how the roads are
 */
public record Moment(
        Instant now, LocalDateTime local, Instant midnight, District.DutyRules rules, RoadConditions roads) {
    static Moment of(Instant now, ZoneId zone, District.DutyRules rules, RoadConditions roads) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        return new Moment(now, local, local.toLocalDate().atStartOfDay(zone).toInstant(), rules, roads);
    }

    public long epochDay() {
        return local.toLocalDate().toEpochDay();
    }
}
