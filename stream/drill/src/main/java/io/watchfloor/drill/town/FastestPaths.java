package io.watchfloor.drill.town;

import io.watchfloor.drill.town.RoadMap.Stretch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/** Dijkstra's algorithm over numbered junctions. */
final class FastestPaths {
    /** A junction, and how long it takes to get to it from a point beside it, or from it to that point. */
    record Gate(int junction, double seconds) {}

    private record Arc(int to, double seconds, double speedKmh) {}

    private record Reached(int junction, double seconds) {}

    private final List<List<Arc>> arcs = new ArrayList<>();

    FastestPaths(int junctions, List<Stretch> stretches) {
        for (int i = 0; i < junctions; i++) {
            arcs.add(new ArrayList<>(4));
        }
        for (Stretch stretch : stretches) {
            double speedKmh = stretch.road().speedKmh();
            arcs.get(stretch.from()).add(new Arc(stretch.to(), stretch.seconds(), speedKmh));
            if (!stretch.road().oneWay()) {
                arcs.get(stretch.to()).add(new Arc(stretch.from(), stretch.seconds(), speedKmh));
            }
        }
    }

    /** Speed of the fastest road from a junction to its neighbour. */
    double speedKmh(int from, int to) {
        return arcs.get(from).stream()
                .filter(arc -> arc.to() == to)
                .min(Comparator.comparingDouble(Arc::seconds))
                .orElseThrow()
                .speedKmh();
    }

    /** The junctions of the fastest way from one of the first gates to one of the second; empty when there is none. */
    List<Integer> between(List<Gate> exits, List<Gate> entries) {
        double[] seconds = new double[arcs.size()];
        int[] before = new int[arcs.size()];
        Arrays.fill(seconds, Double.MAX_VALUE);
        Arrays.fill(before, -1);
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingDouble(Reached::seconds));
        for (Gate exit : exits) {
            seconds[exit.junction()] = exit.seconds();
            open.add(new Reached(exit.junction(), exit.seconds()));
        }
        while (!open.isEmpty()) {
            Reached here = open.remove();
            if (here.seconds() <= seconds[here.junction()]) {
                goOn(here, seconds, before, open);
            }
        }
        return entries.stream()
                .filter(entry -> seconds[entry.junction()] < Double.MAX_VALUE)
                .min(Comparator.comparingDouble(entry -> seconds[entry.junction()] + entry.seconds()))
                .map(entry -> trace(entry.junction(), before))
                .orElse(List.of());
    }

    private void goOn(Reached here, double[] seconds, int[] before, PriorityQueue<Reached> open) {
        for (Arc arc : arcs.get(here.junction())) {
            double arrival = here.seconds() + arc.seconds();
            if (arrival < seconds[arc.to()]) {
                seconds[arc.to()] = arrival;
                before[arc.to()] = here.junction();
                open.add(new Reached(arc.to(), arrival));
            }
        }
    }

    private static List<Integer> trace(int end, int[] before) {
        Deque<Integer> path = new ArrayDeque<>();
        for (int junction = end; junction >= 0; junction = before[junction]) {
            path.addFirst(junction);
        }
        return List.copyOf(path);
    }
}
