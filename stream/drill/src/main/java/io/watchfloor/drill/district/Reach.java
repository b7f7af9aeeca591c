package io.watchfloor.drill.district;

import io.watchfloor.drill.district.StreetNetwork.Segment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which junctions can be reached from which. */
final class Reach {
    private Reach() {}

    /** The junctions of the largest connected part, as if no segment were one-way. */
    static Set<Integer> largestPart(int junctions, List<Segment> segments) {
        List<List<Integer>> next = neighbours(junctions, segments, true, true);
        BitSet seen = new BitSet(junctions);
        BitSet largest = new BitSet();
        for (int start = 0; start < junctions; start++) {
            if (!seen.get(start)) {
                BitSet part = from(start, next);
                seen.or(part);
                largest = part.cardinality() > largest.cardinality() ? part : largest;
            }
        }
        return largest.stream().boxed().collect(Collectors.toSet());
    }

    /** Whether every junction that has a segment can be reached from every other, against no one-way sign. */
    static boolean isStrong(int junctions, List<Segment> segments) {
        BitSet used = new BitSet(junctions);
        segments.forEach(s -> {
            used.set(s.from());
            used.set(s.to());
        });
        int start = used.nextSetBit(0);
        return start < 0
                || (from(start, neighbours(junctions, segments, true, false)).cardinality() == used.cardinality()
                        && from(start, neighbours(junctions, segments, false, true))
                                        .cardinality()
                                == used.cardinality());
    }

    private static List<List<Integer>> neighbours(
            int junctions, List<Segment> segments, boolean along, boolean against) {
        List<List<Integer>> next = new ArrayList<>(junctions);
        for (int i = 0; i < junctions; i++) {
            next.add(new ArrayList<>(4));
        }
        for (Segment segment : segments) {
            if (along || !segment.oneWay()) {
                next.get(segment.from()).add(segment.to());
            }
            if (against || !segment.oneWay()) {
                next.get(segment.to()).add(segment.from());
            }
        }
        return next;
    }

    private static BitSet from(int start, List<List<Integer>> next) {
        BitSet seen = new BitSet(next.size());
        Deque<Integer> open = new ArrayDeque<>();
        seen.set(start);
        open.add(start);
        while (!open.isEmpty()) {
            for (int junction : next.get(open.remove())) {
                if (!seen.get(junction)) {
                    seen.set(junction);
                    open.add(junction);
                }
            }
        }
        return seen;
    }
}
