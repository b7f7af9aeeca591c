package io.watchfloor.graph.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ten by ten cells of 500 m. */
class CallRatesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int SIDE = 10;
    private static final District DISTRICT = district();

    @Test
    void shouldExpectNothingWhereNothingHappened() {
        CallRates rates = CallRates.of(List.of(), DISTRICT, NOW);
        assertThat(rates.types()).isEmpty();
        assertThat(rates.perHour("C-0-0", "fire")).isZero();
        List<CallRates.Seen> old = List.of(seen("fire", 1, 1, 25), new CallRates.Seen("fire", "C-404", NOW));
        assertThat(CallRates.of(old, DISTRICT, NOW).types()).isEmpty();
    }

    @Test
    void shouldExpectAsManyInAllCellsAsThereWereInAnHour() {
        List<CallRates.Seen> even = new ArrayList<>();
        for (int call = 0; call < 96; call++) {
            even.add(seen(call % 3 == 0 ? "fire" : "noise", call % SIDE, call / SIDE, 23.9 - call / 4.0));
        }
        CallRates rates = CallRates.of(even, DISTRICT, NOW);
        assertThat(rates.types()).containsExactly("fire", "noise");
        assertThat(inAll(rates, "fire")).isCloseTo(4.0 / 3, within(0.15));
        assertThat(inAll(rates, "noise")).isCloseTo(8.0 / 3, within(0.3));
    }

    @Test
    void shouldExpectMoreNearWhereItHappenedAndSomethingEverywhere() {
        List<CallRates.Seen> corner = new ArrayList<>();
        for (int call = 0; call < 60; call++) {
            corner.add(seen("noise", call % 3, call / 3 % 3, call / 3.0));
        }
        CallRates rates = CallRates.of(corner, DISTRICT, NOW);
        assertThat(rates.perHour("C-1-1", "noise")).isGreaterThan(20 * rates.perHour("C-8-8", "noise"));
        // nothing ever happened in C-3-1, but next to it
        assertThat(rates.perHour("C-3-1", "noise")).isGreaterThan(5 * rates.perHour("C-8-8", "noise"));
        assertThat(rates.perHour("C-8-8", "noise")).isPositive();
    }

    @Test
    void shouldExpectWhatWasSeldomSeenWhereAnythingHappens() {
        List<CallRates.Seen> seen = new ArrayList<>();
        for (int call = 0; call < 200; call++) {
            seen.add(seen("noise", call % 3, call / 3 % 3, call / 10.0));
        }
        seen.add(seen("fire", 8, 8, 3));
        CallRates rates = CallRates.of(seen, DISTRICT, NOW);
        assertThat(rates.perHour("C-1-1", "fire")).isGreaterThan(rates.perHour("C-8-8", "fire"));
    }

    @Test
    void shouldFollowWhatHappensLatelyAndWhatHappenedAtThisHourYesterday() {
        List<CallRates.Seen> quiet = new ArrayList<>();
        for (int call = 0; call < 48; call++) {
            quiet.add(seen("noise", call % SIDE, call % 7, 23.9 - call / 2.0));
        }
        double usual = inAll(CallRates.of(quiet, DISTRICT, NOW), "noise");
        List<CallRates.Seen> lately = new ArrayList<>(quiet);
        List<CallRates.Seen> yesterday = new ArrayList<>(quiet);
        List<CallRates.Seen> between = new ArrayList<>(quiet);
        for (int call = 0; call < 12; call++) {
            lately.add(seen("noise", call % SIDE, 3, call / 10.0));
            yesterday.add(seen("noise", call % SIDE, 3, 22.5 + call / 10.0));
            between.add(seen("noise", call % SIDE, 3, 10 + call / 10.0));
        }
        assertThat(inAll(CallRates.of(lately, DISTRICT, NOW), "noise")).isGreaterThan(1.8 * usual);
        assertThat(inAll(CallRates.of(yesterday, DISTRICT, NOW), "noise")).isGreaterThan(1.8 * usual);
        assertThat(inAll(CallRates.of(between, DISTRICT, NOW), "noise")).isLessThan(1.2 * usual);
    }

    /** From 100 calls drawn from known rates, the estimate is nearer to those than the bare counts with a tenth even. */
    @Test
    void shouldComeNearerToTheTrueRatesThanCountsDo() {
        Random random = new Random(17);
        double[] truth = new double[SIDE * SIDE];
        double sum = 0;
        for (int cell = 0; cell < truth.length; cell++) {
            int row = cell / SIDE;
            double east = cell % SIDE - 4.5;
            double north = row - 4.5;
            truth[cell] = 1 + 5 * Math.exp(-(east * east + north * north) / 8);
            sum += truth[cell];
        }
        List<CallRates.Seen> seen = new ArrayList<>();
        int[] counts = new int[truth.length];
        for (int call = 0; call < 100; call++) {
            double drawn = random.nextDouble() * sum;
            int cell = 0;
            while (cell + 1 < truth.length && drawn >= truth[cell]) {
                drawn -= truth[cell++];
            }
            counts[cell]++;
            seen.add(seen("noise", cell % SIDE, cell / SIDE, 23.9 * call / 100));
        }
        CallRates rates = CallRates.of(seen, DISTRICT, NOW);
        double all = inAll(rates, "noise");
        double off = 0;
        double countsOff = 0;
        for (int cell = 0; cell < truth.length; cell++) {
            double share = truth[cell] / sum;
            off += Math.abs(rates.perHour(id(cell % SIDE, cell / SIDE), "noise") / all - share);
            countsOff += Math.abs(0.9 * counts[cell] / 100 + 0.1 / truth.length - share);
        }
        assertThat(off).isLessThan(0.5 * countsOff);
    }

    private static double inAll(CallRates rates, String type) {
        return DISTRICT.cells().stream()
                .mapToDouble(cell -> rates.perHour(cell.id(), type))
                .sum();
    }

    private static CallRates.Seen seen(String type, int column, int row, double hoursAgo) {
        return new CallRates.Seen(type, id(column, row), NOW.minus(Duration.ofSeconds(Math.round(3_600 * hoursAgo))));
    }

    private static String id(int column, int row) {
        return "C-" + column + "-" + row;
    }

    private static District district() {
        DistrictDraft draft = new DistrictDraft();
        for (int cell = 0; cell < SIDE * SIDE; cell++) {
            draft.cell(id(cell % SIDE, cell / SIDE), 500 * (cell % SIDE), 500 * (cell / SIDE), 500);
        }
        return draft.build();
    }
}
