package io.watchfloor.drill.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The incidents of a run: a Poisson process whose rate follows the hour and the cell, with bursts of several incidents near
 * each other. Twice the load is twice the rate.
 */
final class Calls {
    static final int START_HOUR = 6;

    /** What planning ahead reckons with: a surge is not foreseen. */
    static final double USUAL_LOAD = 1;

    static final int HOURS_OF_DAY = 24;
    private static final double PER_HOUR = 20;
    private static final double BURST_SHARE = 0.15;
    private static final int LEAST_IN_BURST = 4;
    private static final double BURST_SECONDS = 900;
    private static final double SECONDS_PER_HOUR = 3_600;

    /** How busy each hour of the day is against the mean. */
    private static final double[] BY_HOUR = {
        0.5, 0.4, 0.3, 0.3, 0.3, 0.5, 0.7, 1.1, 1.4, 1.3, 1.2, 1.2, 1.2, 1.1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.5, 1.3, 1.2,
        1.0, 0.7
    };

    private static final String[] TYPES = {
        "medical", "fire", "traffic-accident", "elevator-trapped", "water-leak", "crowd-gathering", "noise"
    };

    private static final double[] TYPE_SHARE = {0.26, 0.07, 0.17, 0.08, 0.12, 0.06, 0.24};
    private static final int[] GRADE = {2, 1, 3, 2, 3, 3, 4};
    private static final double[] WORK_MINUTES = {28, 55, 30, 32, 45, 40, 16};

    private final Chance chance;
    private final double hours;
    private final double load;
    private final double[] cellShare = new double[Ward.SIDE * Ward.SIDE];

    private Calls(Chance places, Chance chance, double hours, double load) {
        this.chance = chance;
        this.hours = hours;
        this.load = load;
        double sum = 0;
        for (int cell = 0; cell < cellShare.length; cell++) {
            sum += weight(places, cell);
            cellShare[cell] = sum;
        }
        for (int cell = 0; cell < cellShare.length; cell++) {
            cellShare[cell] /= sum;
        }
    }

    /** What happens in so many hours from six in the morning, in the order of time. */
    static List<Call> of(Chance chance, double hours, double load) {
        return new Calls(chance, chance, hours, load).list();
    }

    /** What happened in the day before at the usual load, in the same places; in seconds after six in that morning. */
    static List<Call> ofTheDayBefore(Chance chance) {
        return new Calls(chance, chance.other("the day before"), HOURS_OF_DAY, USUAL_LOAD).list();
    }

    /** How often each type happens in each cell in an hour of the day; what planning ahead knows from the years before. */
    static double[][] perHour(Chance chance, int hour, double load) {
        double sum = 0;
        for (int cell = 0; cell < Ward.SIDE * Ward.SIDE; cell++) {
            sum += weight(chance, cell);
        }
        double[][] perHour = new double[TYPES.length][Ward.SIDE * Ward.SIDE];
        for (int type = 0; type < TYPES.length; type++) {
            for (int cell = 0; cell < perHour[type].length; cell++) {
                perHour[type][cell] = PER_HOUR * load * BY_HOUR[hour] * TYPE_SHARE[type] * weight(chance, cell) / sum;
            }
        }
        return perHour;
    }

    static String[] types() {
        return TYPES.clone();
    }

    private static double weight(Chance chance, int cell) {
        int row = cell / Ward.SIDE;
        double east = cell % Ward.SIDE - Ward.SIDE / 2.0;
        double north = row - Ward.SIDE / 2.0;
        double centre = 1 + 3 * Math.exp(-(east * east + north * north) / 40);
        return centre * chance.around(1, 0.8, "cell", cell, 0);
    }

    private List<Call> list() {
        List<Call> calls = new ArrayList<>();
        double most = 1.6 * PER_HOUR * load / SECONDS_PER_HOUR;
        double at = 0;
        for (int draw = 0; at < hours * SECONDS_PER_HOUR; draw++) {
            at += chance.exponential(1 / most, "gap", draw, 0);
            double busy = BY_HOUR[(START_HOUR + (int) (at / SECONDS_PER_HOUR)) % BY_HOUR.length] / 1.6;
            double perDraw = 1 + BURST_SHARE / (1 - BURST_SHARE) * LEAST_IN_BURST / 4.0;
            if (at < hours * SECONDS_PER_HOUR && chance.even("thinned", draw, 0) < busy / perDraw) {
                add(calls, draw, at);
            }
        }
        calls.sort(Comparator.comparingDouble(Call::atSecond));
        List<Call> numbered = new ArrayList<>();
        for (Call call : calls) {
            numbered.add(new Call(
                    numbered.size(),
                    call.atSecond(),
                    call.type(),
                    call.grade(),
                    call.cell(),
                    call.point(),
                    call.workSeconds()));
        }
        return List.copyOf(numbered);
    }

    /** One incident, or a burst of them: after a storm, around a match. */
    private void add(List<Call> calls, int draw, double at) {
        int cell = pick(cellShare, chance.even("cell of", draw, 0));
        boolean burst = chance.even("burst", draw, 0) < BURST_SHARE / LEAST_IN_BURST;
        int count = burst ? LEAST_IN_BURST + chance.below(4, "burst size", draw, 0) : 1;
        for (int i = 0; i < count; i++) {
            int near = burst ? beside(cell, draw, i) : cell;
            calls.add(call(draw, i, near, at + (burst ? BURST_SECONDS * chance.even("burst at", draw, i) : 0)));
        }
    }

    private Call call(int draw, int i, int cell, double at) {
        double drawn = chance.even("type", draw, i);
        int type = 0;
        while (type + 1 < TYPES.length && drawn >= TYPE_SHARE[type]) {
            drawn -= TYPE_SHARE[type++];
        }
        return new Call(
                0,
                at,
                TYPES[type],
                GRADE[type],
                cell,
                Ward.pointIn(cell, chance.even("east", draw, i), chance.even("north", draw, i)),
                60 * chance.around(WORK_MINUTES[type], 0.4, "work", draw, i));
    }

    private int beside(int cell, int draw, int i) {
        int row = cell / Ward.SIDE + chance.below(5, "burst row", draw, i) - 2;
        int column = cell % Ward.SIDE + chance.below(5, "burst column", draw, i) - 2;
        return Math.max(0, Math.min(Ward.SIDE - 1, row)) * Ward.SIDE + Math.max(0, Math.min(Ward.SIDE - 1, column));
    }

    private static int pick(double[] upTo, double drawn) {
        int cell = 0;
        while (cell + 1 < upTo.length && drawn >= upTo[cell]) {
            cell++;
        }
        return cell;
    }
}
