package io.watchfloor.graph.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One need of an incident type: how soon as many as it takes would be in each cell, how often each cell asks for them, and
 * what it would change if somebody stood elsewhere.
 *
 * <p>One more person in a cell is worth the same whoever it is, so that this is worked out once for all; only where
 * somebody is among the soonest now does it matter that they leave.
 */
final class NeedCover {
    private final CellTimes times;
    private final int count;
    private final double[] perHour;
    private final List<Integer> people = new ArrayList<>();
    private final int[][] soonest;
    private final int[][] soonestSeconds;
    private final double[] worthOfOneMore;

    NeedCover(CellTimes times, int count, double[] perHour) {
        this.times = times;
        this.count = count;
        this.perHour = perHour;
        this.soonest = new int[times.cells()][count + 1];
        this.soonestSeconds = new int[times.cells()][count + 1];
        this.worthOfOneMore = new double[times.cells()];
    }

    void add(int person) {
        people.add(person);
    }

    /** How often all cells together ask for it in an hour. */
    double perHour() {
        return Arrays.stream(perHour).sum();
    }

    /** Works everything out anew, with everybody where they stand now. */
    void look(List<Integer> cellOf) {
        Arrays.fill(worthOfOneMore, 0);
        for (int at = 0; at < perHour.length; at++) {
            findSoonest(at, cellOf);
            if (perHour[at] > 0 && fromBefore(at) < CellTimes.NEVER_SECONDS) {
                addWorth(at);
            }
        }
    }

    /** Seconds that the incidents of an hour would be reached sooner with one more person in the cell. */
    double worthOfOneMore(int cell) {
        return worthOfOneMore[cell];
    }

    /** How much of that is lost because this person leaves where they are. */
    double lostWithout(int person, int cell) {
        double lost = 0;
        for (int at = 0; at < perHour.length; at++) {
            if (perHour[at] > 0 && isAmongSoonest(person, at)) {
                int there = times.seconds(cell, at);
                lost += perHour[at] * (lastWithout(person, at, there) - last(at, there));
            }
        }
        return lost;
    }

    private void addWorth(int at) {
        int now = soonestSeconds[at][count - 1];
        for (int cell : times.nearestFirst(at)) {
            int there = times.seconds(cell, at);
            if (there >= now) {
                return;
            }
            worthOfOneMore[cell] += perHour[at] * (now - last(at, there));
        }
    }

    /** Until the last of those it takes is there, with one more who comes in so many seconds. */
    private int last(int at, int there) {
        return Math.max(fromBefore(at), Math.min(soonestSeconds[at][count - 1], there));
    }

    private int fromBefore(int at) {
        return count == 1 ? 0 : soonestSeconds[at][count - 2];
    }

    private int lastWithout(int person, int at, int there) {
        int place = 0;
        boolean came = false;
        int seconds = CellTimes.NEVER_SECONDS;
        for (int i = 0; place < count; ) {
            while (i <= count && soonest[at][i] == person) {
                i++;
            }
            int next = i <= count ? soonestSeconds[at][i] : CellTimes.NEVER_SECONDS;
            if (!came && there <= next) {
                came = true;
                seconds = there;
            } else {
                seconds = next;
                i++;
            }
            place++;
        }
        return seconds;
    }

    private boolean isAmongSoonest(int person, int at) {
        for (int i = 0; i < count; i++) {
            if (soonest[at][i] == person) {
                return true;
            }
        }
        return false;
    }

    /** One more than it takes is remembered, so that somebody may leave. */
    private void findSoonest(int at, List<Integer> cellOf) {
        int[] who = soonest[at];
        int[] seconds = soonestSeconds[at];
        Arrays.fill(who, -1);
        Arrays.fill(seconds, CellTimes.NEVER_SECONDS);
        for (int person : people) {
            int mine = times.seconds(cellOf.get(person), at);
            int place = count + 1;
            while (place > 0 && mine < seconds[place - 1]) {
                place--;
                if (place < count) {
                    seconds[place + 1] = seconds[place];
                    who[place + 1] = who[place];
                }
            }
            if (place <= count) {
                seconds[place] = mine;
                who[place] = person;
            }
        }
    }
}
