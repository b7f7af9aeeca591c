package io.watchfloor.graph.candidate;

import io.watchfloor.graph.candidate.CandidateSearch.Arrival;
import io.watchfloor.graph.roster.Bystanders;
import io.watchfloor.graph.roster.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps the nearest few of many people, and counts how many there are up to a travel time. */
final class NearestFew {
    private final int most;
    private final List<Arrival> nearest = new ArrayList<>();

    /** Travel times of people who came one by one. */
    private int[] millis = new int[64];

    private int count;

    /** Whole nodes of them, which are looked into only where the count ends. */
    private final List<Bystanders> crowds = new ArrayList<>();

    private int[] crowdMillis = new int[64];

    NearestFew(int most) {
        this.most = most;
    }

    void offer(Placement placement, int nodeMillis, int nodeMeters) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count++] = nodeMillis + placement.accessMillis();
        keepIfNear(placement, nodeMillis, nodeMeters);
    }

    void offerAll(Bystanders crowd, int nodeMillis, int nodeMeters) {
        if (crowd.size() == 0) {
            return;
        }
        if (crowds.size() == crowdMillis.length) {
            crowdMillis = Arrays.copyOf(crowdMillis, 2 * crowds.size());
        }
        crowdMillis[crowds.size()] = nodeMillis;
        crowds.add(crowd);
        for (int i = 0; i < crowd.size() && isNear(nodeMillis); i++) {
            keepIfNear(crowd.get(i), nodeMillis, nodeMeters);
        }
    }

    int countUpTo(int lastMillis) {
        int counted = 0;
        for (int i = 0; i < count; i++) {
            counted += millis[i] <= lastMillis ? 1 : 0;
        }
        for (int i = 0; i < crowds.size(); i++) {
            counted += countUpTo(lastMillis, crowds.get(i), crowdMillis[i]);
        }
        return counted;
    }

    /** Nearest first; somebody who moved meanwhile and was met twice is in it once. */
    List<Arrival> listUpTo(int lastMillis) {
        Set<Integer> listed = new HashSet<>();
        return nearest.stream()
                .filter(arrival -> arrival.millis() <= lastMillis)
                .filter(arrival -> listed.add(arrival.member().index()))
                .toList();
    }

    private static int countUpTo(int lastMillis, Bystanders crowd, int nodeMillis) {
        if (nodeMillis <= lastMillis - crowd.mostAccessMillis()) {
            return crowd.size();
        }
        int counted = 0;
        for (int i = 0; i < crowd.size(); i++) {
            counted += crowd.get(i).accessMillis() <= lastMillis - nodeMillis ? 1 : 0;
        }
        return counted;
    }

    private boolean isNear(int arrivalMillis) {
        return nearest.size() < most || arrivalMillis < nearest.get(most - 1).millis();
    }

    private void keepIfNear(Placement placement, int nodeMillis, int nodeMeters) {
        int arrivalMillis = nodeMillis + placement.accessMillis();
        if (!isNear(arrivalMillis)) {
            return;
        }
        int slot = nearest.size();
        while (slot > 0 && nearest.get(slot - 1).millis() > arrivalMillis) {
            slot--;
        }
        nearest.add(slot, new Arrival(placement, arrivalMillis, nodeMeters + placement.accessMeters()));
        if (nearest.size() > most) {
            nearest.remove(most);
        }
    }
}
