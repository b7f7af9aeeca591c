package io.watchfloor.graph.plan;

import io.watchfloor.graph.Coverers;
import io.watchfloor.graph.DispatchProjection;
import io.watchfloor.graph.Dispatcher;
import io.watchfloor.graph.District;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** How soon each cell would be reached, need by need, and what it would change if somebody stood elsewhere. */
final class Cover {
    private final CellTimes times;
    private final List<String> personIds = new ArrayList<>();
    private final List<Integer> cellOf = new ArrayList<>();
    private final List<List<Need>> needsOf = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final boolean[] moved;

    /** A need of an incident type: who could fill it, and how often each cell asks for it. */
    private static final class Need {
        private final int count;
        private final double[] perHour;
        private final List<Integer> people = new ArrayList<>();
        private int[][] nearest;

        Need(int count, double[] perHour) {
            this.count = count;
            this.perHour = perHour;
        }
    }

    private Cover(CellTimes times, int people) {
        this.times = times;
        this.moved = new boolean[people];
    }

    static Cover of(
            District district,
            DispatchProjection projection,
            CellTimes times,
            Standby.Demand demand,
            Set<String> neededIds,
            Instant now) {
        Cover cover = new Cover(times, district.people().size());
        Map<String, Integer> numbers = new HashMap<>();
        for (String type : demand.types()) {
            double[] perHour = district.cells().stream()
                    .mapToDouble(cell -> demand.perHour(cell.id(), type))
                    .toArray();
            Dispatcher.Site anywhere = new Dispatcher.Site(
                    "", type, times.middle(0).lat(), times.middle(0).lon(), List.of());
            Coverers coverers = projection.coverers(anywhere, now, Integer.MAX_VALUE, Set.of());
            List<Need> needs = coverers.needs().stream()
                    .map(need -> new Need(need.places(), perHour))
                    .toList();
            for (Coverers.Coverer person : coverers.people()) {
                if (!neededIds.contains(person.personId())) {
                    cover.add(numbers, projection, person, needs, demand.toldTo(person.personId()));
                }
            }
            cover.needs.addAll(needs);
        }
        cover.needs.forEach(cover::findNearest);
        return cover;
    }

    private void add(
            Map<String, Integer> numbers,
            DispatchProjection projection,
            Coverers.Coverer person,
            List<Need> ofType,
            String toldTo) {
        Integer known = numbers.get(person.personId());
        int number = known == null ? personIds.size() : known;
        if (known == null) {
            DispatchProjection.PersonState state =
                    projection.find(person.personId()).orElseThrow();
            numbers.put(person.personId(), number);
            personIds.add(person.personId());
            int told = toldTo == null ? -1 : times.numberOf(toldTo);
            cellOf.add(told >= 0 ? told : times.nearest(state.lat(), state.lon()));
            needsOf.add(new ArrayList<>());
        }
        for (int need = 0; need < ofType.size(); need++) {
            if ((person.needs() & (1 << need)) != 0) {
                ofType.get(need).people.add(number);
                needsOf.get(number).add(ofType.get(need));
            }
        }
    }

    int people() {
        return personIds.size();
    }

    String personId(int person) {
        return personIds.get(person);
    }

    int cellOf(int person) {
        return cellOf.get(person);
    }

    boolean isMoved(int person) {
        return moved[person];
    }

    /** They stand there now. */
    void move(int person, int cell) {
        cellOf.set(person, cell);
        moved[person] = true;
        needsOf.get(person).forEach(this::findNearest);
    }

    /** How often what they can do is asked for in an hour. */
    double perHour(int person) {
        return needsOf.get(person).stream()
                .mapToDouble(need -> Arrays.stream(need.perHour).sum())
                .sum();
    }

    /** Seconds that the incidents of an hour would be reached sooner if the person stood there. */
    double gainPerHour(int person, int cell) {
        double gain = 0;
        for (Need need : needsOf.get(person)) {
            for (int at = 0; at < times.cells(); at++) {
                if (need.perHour[at] > 0 && mayMatter(need, at, person, cell)) {
                    gain += need.perHour[at] * (seconds(need, at) - secondsIf(need, at, person, cell));
                }
            }
        }
        return gain;
    }

    /** Whoever is not among the soonest changes nothing unless they become one. */
    private boolean mayMatter(Need need, int at, int person, int cell) {
        int[] nearest = need.nearest[at];
        if (nearest.length < need.count || times.seconds(cell, at) < secondsOf(nearest[need.count - 1], at)) {
            return true;
        }
        for (int i = 0; i < need.count; i++) {
            if (nearest[i] == person) {
                return true;
            }
        }
        return false;
    }

    /** The cells where somebody more would be worth most, for each need a few. */
    List<Integer> targets(int perNeed) {
        Set<Integer> targets = new LinkedHashSet<>();
        for (Need need : needs) {
            double[] pull = new double[times.cells()];
            for (int at = 0; at < times.cells(); at++) {
                double now = seconds(need, at);
                for (int cell = 0; cell < pull.length && need.perHour[at] > 0; cell++) {
                    pull[cell] += need.perHour[at] * Math.max(0, now - times.seconds(cell, at));
                }
            }
            IntStream.range(0, pull.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer cell) -> -pull[cell]))
                    .limit(perNeed)
                    .forEach(targets::add);
        }
        return List.copyOf(targets);
    }

    /** Until the last of those a need takes is there. */
    private double seconds(Need need, int at) {
        int[] nearest = need.nearest[at];
        return nearest.length < need.count ? CellTimes.NEVER_SECONDS : secondsOf(nearest[need.count - 1], at);
    }

    /** The same if this person stood elsewhere; one more than it takes is remembered, so that somebody may leave. */
    private double secondsIf(Need need, int at, int person, int cell) {
        double there = times.seconds(cell, at);
        int before = 0;
        double last = 0;
        boolean counted = false;
        for (int other : need.nearest[at]) {
            if (other == person) {
                continue;
            }
            double seconds = secondsOf(other, at);
            if (!counted && there <= seconds) {
                counted = true;
                last = there;
                if (++before == need.count) {
                    return last;
                }
            }
            last = seconds;
            if (++before == need.count) {
                return last;
            }
        }
        return !counted && before + 1 == need.count ? there : CellTimes.NEVER_SECONDS;
    }

    private double secondsOf(int person, int at) {
        return times.seconds(cellOf.get(person), at);
    }

    private void findNearest(Need need) {
        need.nearest = new int[times.cells()][];
        for (int at = 0; at < times.cells(); at++) {
            int here = at;
            long[] byTime = need.people.stream()
                    .mapToLong(person -> ((long) times.seconds(cellOf.get(person), here) << Integer.SIZE) | person)
                    .sorted()
                    .limit(need.count + 1L)
                    .toArray();
            need.nearest[at] =
                    Arrays.stream(byTime).mapToInt(entry -> (int) entry).toArray();
        }
    }
}
