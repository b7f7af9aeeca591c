package io.watchfloor.graph.coverage;

import io.watchfloor.graph.coverage.CoverageQueries.WeakPoint;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.NeedLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Looks along the shifts for times at which a skill hangs on one person, or on nobody. */
final class ShiftGaps {
    private final List<Member> members;
    private final ZoneId zone;

    ShiftGaps(List<Member> members, ZoneId zone) {
        this.members = members;
        this.zone = zone;
    }

    /** Who is on duty changes only when a shift begins or ends; between two such times everything stays the same. */
    List<WeakPoint> find(List<NeedLine> needs, Instant now, Duration ahead) {
        List<LocalDateTime> changes = changes(now, ahead);
        List<WeakPoint> weak = new ArrayList<>();
        for (NeedLine need : needs) {
            List<Member> holders = members.stream().filter(need::isHeldBy).toList();
            WeakPoint running = null;
            for (int i = 0; i + 1 < changes.size(); i++) {
                List<String> able = able(need, holders, changes.get(i));
                if (able.size() > 1) {
                    running = null;
                } else if (running != null && running.personIds().equals(able)) {
                    weak.remove(weak.size() - 1);
                    running = point(need, running.from(), changes.get(i + 1), able);
                    weak.add(running);
                } else {
                    running = point(need, changes.get(i).atZone(zone).toInstant(), changes.get(i + 1), able);
                    weak.add(running);
                }
            }
        }
        weak.sort(Comparator.comparing(WeakPoint::from).thenComparing(WeakPoint::skillId));
        return weak;
    }

    private WeakPoint point(NeedLine need, Instant from, LocalDateTime until, List<String> able) {
        return new WeakPoint(
                need.skillId(), need.level(), from, until.atZone(zone).toInstant(), able);
    }

    /** At most two: one more than hangs on one person. */
    private static List<String> able(NeedLine need, List<Member> holders, LocalDateTime at) {
        return holders.stream()
                .filter(member -> member.dutyHours()
                        .isOn(at.getDayOfWeek(), at.toLocalTime().toSecondOfDay()))
                .filter(member -> need.isSkillMetBy(member, at.toLocalDate().toEpochDay()))
                .limit(2)
                .map(member -> member.person().id())
                .toList();
    }

    /** The local times at which any shift begins or ends or a day begins, from now to the end, both among them. */
    private List<LocalDateTime> changes(Instant now, Duration ahead) {
        LocalDateTime from = LocalDateTime.ofInstant(now, zone);
        LocalDateTime to = LocalDateTime.ofInstant(now.plus(ahead), zone);
        TreeSet<LocalTime> times = new TreeSet<>(List.of(LocalTime.MIDNIGHT));
        for (Member member : members) {
            for (District.Shift shift : member.person().shifts()) {
                times.add(shift.start());
                times.add(shift.end());
            }
        }
        TreeSet<LocalDateTime> changes = new TreeSet<>(List.of(from, to));
        for (LocalDate date = from.toLocalDate(); !date.isAfter(to.toLocalDate()); date = date.plusDays(1)) {
            for (LocalTime time : times) {
                LocalDateTime change = date.atTime(time);
                if (change.isAfter(from) && change.isBefore(to)) {
                    changes.add(change);
                }
            }
        }
        return List.copyOf(changes);
    }
}
