package io.watchfloor.graph.coverage;

import io.watchfloor.contract.dispatch.Uncovered;
import io.watchfloor.graph.coverage.CoverageQueries.CellReach;
import io.watchfloor.graph.road.Reached;
import io.watchfloor.graph.road.RoadExpansion;
import io.watchfloor.graph.road.RoadNetwork;
import io.watchfloor.graph.roster.Crowd;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.Errand;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedLine;
import io.watchfloor.graph.roster.Placement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Walks over the roads from everybody free who has a skill, and how soon it is in each cell. Whose way is too long, or whose
 * shift ends before they would be there, is no cover. Those who may come equally far share one walk: mostly that is everybody,
 * and towards the end of a shift one walk more for those who go off, which is as short as the time they have left.
 */
final class CoverageScan {
    private static final int MOST_CELLS_LISTED = 50;
    private static final int NOBODY = -1;

    private final Crowd crowd;
    private final CellPoints cells;
    private final RoadNetwork roads;
    private final RoadExpansion expansion;

    /** Travel times to the cells, by their number. */
    private static final class Times {
        private final int[] millis;
        private final int[] person;
        private final int people;

        Times(int[] millis, int[] person, int people) {
            this.millis = millis;
            this.person = person;
            this.people = people;
        }

        int later(int limitMillis) {
            return (int)
                    Arrays.stream(millis).filter(time -> time > limitMillis).count();
        }

        Long meanSeconds() {
            double mean = Arrays.stream(millis)
                    .filter(time -> time != Integer.MAX_VALUE)
                    .average()
                    .orElse(-1);
            return mean < 0 ? null : Math.round(mean / 1_000);
        }
    }

    CoverageScan(Crowd crowd, CellPoints cells, RoadNetwork roads) {
        this.crowd = crowd;
        this.cells = cells;
        this.roads = roads;
        this.expansion = RoadExpansion.forwards(roads);
    }

    List<CellReach> reach(NeedLine need, Moment moment, Set<String> without) {
        Times times = times(need, moment, without);
        List<CellReach> reach = new ArrayList<>();
        for (int cell = 0; cell < cells.count(); cell++) {
            boolean reached = times.person[cell] != NOBODY;
            reach.add(new CellReach(
                    cells.cell(cell).id(),
                    reached ? (Long) Math.round(times.millis[cell] / 1_000.0) : null,
                    reached ? crowd.members().get(times.person[cell]).person().id() : null));
        }
        return reach;
    }

    /** Null when it leaves nothing thinner than it was. */
    Uncovered uncovered(NeedLine need, Moment moment, Set<String> goneBefore, Set<String> going, Duration limit) {
        Times before = times(need, moment, goneBefore);
        Times after = times(need, moment, union(goneBefore, going));
        int limitMillis = (int) Math.min(Integer.MAX_VALUE - 1, limit.toMillis());
        List<String> lost = new ArrayList<>();
        for (int cell = 0; cell < cells.count(); cell++) {
            if (before.millis[cell] <= limitMillis && after.millis[cell] > limitMillis) {
                lost.add(cells.cell(cell).id());
            }
        }
        if (lost.isEmpty() && (after.people > 0 || before.people == 0)) {
            return null;
        }
        return new Uncovered(
                need.skillId(),
                limit.toSeconds(),
                before.later(limitMillis),
                List.copyOf(lost.subList(0, Math.min(MOST_CELLS_LISTED, lost.size()))),
                after.later(limitMillis),
                before.meanSeconds(),
                after.meanSeconds(),
                after.people);
    }

    /** The soonest first. */
    List<Reached> isochrone(NeedLine need, Moment moment, Duration within) {
        int[] millis = new int[roads.nodeCount()];
        Arrays.fill(millis, Integer.MAX_VALUE);
        int withinMillis = (int) Math.min(Integer.MAX_VALUE - 1, within.toMillis());
        byLongestWay(need, moment, Set.of()).forEach((longestMillis, members) -> {
            start(members, moment);
            int most = Math.min(longestMillis, withinMillis);
            while (!expansion.isExhausted() && expansion.nextMillis() <= most) {
                int node = expansion.settleNext();
                millis[node] = Math.min(millis[node], expansion.millisFrom(node));
            }
        });
        return roads.reached(millis);
    }

    private Times times(NeedLine need, Moment moment, Set<String> without) {
        int[] millis = new int[cells.count()];
        int[] person = new int[cells.count()];
        Arrays.fill(millis, Integer.MAX_VALUE);
        Arrays.fill(person, NOBODY);
        NavigableMap<Integer, List<Member>> byLongestWay = byLongestWay(need, moment, without);
        byLongestWay.descendingMap().forEach((longestMillis, members) -> {
            start(members, moment);
            expansion.settleUpTo(longestMillis);
            for (int cell = 0; cell < millis.length; cell++) {
                RoadNetwork.Access access = cells.access(cell);
                boolean led = access != null && expansion.isSettled(access.node());
                int way = led ? expansion.millisFrom(access.node()) + access.millis() : Integer.MAX_VALUE;
                if (way <= longestMillis && way < millis[cell]) {
                    millis[cell] = way;
                    person[cell] = expansion.sourceOf(access.node());
                }
            }
        });
        return new Times(millis, person, (int) byLongestWay.values().stream()
                .flatMap(List::stream)
                .filter(this::isOnTheGround)
                .count());
    }

    /** Who has it and is free, by how long a way may be asked of them. */
    private NavigableMap<Integer, List<Member>> byLongestWay(NeedLine need, Moment moment, Set<String> without) {
        Eligibility eligibility = new Eligibility(crowd, List.of(need), moment, Errand.NONE, without, Set.of());
        NavigableMap<Integer, List<Member>> byLongestWay = new TreeMap<>();
        for (Member member : crowd.members()) {
            if (eligibility.holdsAny(member) && eligibility.metBy(member) != 0 && eligibility.canGo(member)) {
                byLongestWay
                        .computeIfAbsent(eligibility.longestWayMillis(member), absent -> new ArrayList<>())
                        .add(member);
            }
        }
        return byLongestWay;
    }

    /** Whether they are on the roads of the district, if it has any. */
    private boolean isOnTheGround(Member member) {
        return crowd.placement(member).node() != Placement.NO_NODE || roads.isEmpty();
    }

    private void start(List<Member> members, Moment moment) {
        expansion.start(moment.roads());
        for (Member member : members) {
            Placement placement = crowd.placement(member);
            if (placement.node() != Placement.NO_NODE) {
                expansion.add(placement.node(), placement.accessMillis(), placement.accessMeters(), member.index());
            }
        }
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }
}
