package io.watchfloor.graph.plan;

import io.watchfloor.graph.candidate.Coverers;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.district.District;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How soon each cell would be reached, need by need, and what it would change if somebody stood elsewhere. */
final class Cover {
    private final CellTimes times;
    private final List<String> personIds = new ArrayList<>();
    private final List<Integer> cellOf = new ArrayList<>();
    private final List<List<NeedCover>> needsOf = new ArrayList<>();
    private final List<NeedCover> needs = new ArrayList<>();
    private final boolean[] moved;

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
            Coverers coverers = projection.able(type, now);
            List<NeedCover> needs = coverers.needs().stream()
                    .map(need -> new NeedCover(times, need.places(), perHour))
                    .toList();
            for (Coverers.Coverer person : coverers.people()) {
                if (!neededIds.contains(person.personId())) {
                    cover.add(numbers, projection, person, needs, demand.toldTo(person.personId()));
                }
            }
            cover.needs.addAll(needs);
        }
        cover.needs.forEach(need -> need.look(cover.cellOf));
        return cover;
    }

    private void add(
            Map<String, Integer> numbers,
            DispatchProjection projection,
            Coverers.Coverer person,
            List<NeedCover> ofType,
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
                ofType.get(need).add(number);
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
        needsOf.get(person).forEach(need -> need.look(cellOf));
    }

    /** How often what they can do is asked for in an hour. */
    double perHour(int person) {
        return needsOf.get(person).stream().mapToDouble(NeedCover::perHour).sum();
    }

    /** Seconds that the incidents of an hour would be reached sooner if the person stood there. */
    double gainPerHour(int person, int cell) {
        double gain = mostGainPerHour(person, cell);
        for (NeedCover need : needsOf.get(person)) {
            gain -= need.lostWithout(person, cell);
        }
        return gain;
    }

    /** The same if nothing were lost where they leave: no less than the gain, and quick to tell. */
    double mostGainPerHour(int person, int cell) {
        double gain = 0;
        for (NeedCover need : needsOf.get(person)) {
            gain += need.worthOfOneMore(cell);
        }
        return gain;
    }
}
