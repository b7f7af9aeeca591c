package io.watchfloor.drill.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.graph.district.District;
import java.util.List;
import org.junit.jupiter.api.Test;

class WayTest {
    private static final double HOURS = 3;

    @Test
    void shouldGiveTheSameForTheSameSeed() {
        Outcome first = Way.JOINT.run(7, HOURS, 2);
        Outcome again = Way.JOINT.run(7, HOURS, 2);
        assertThat(again).isEqualTo(first);
        assertThat(Way.PHONE.run(7, HOURS, 2)).isNotEqualTo(Way.PHONE.run(8, HOURS, 2));
    }

    @Test
    void shouldNeverSendUnqualifiedPeopleOrTheSameTwiceByOurPlan() {
        for (Way ours : List.of(Way.NEAREST, Way.JOINT, Way.JOINT_MOVES, Way.JOINT_SEEN_DAY)) {
            Outcome outcome = ours.run(3, HOURS, 2);
            assertThat(outcome.unqualified()).isZero();
            assertThat(outcome.twice()).isZero();
        }
    }

    @Test
    void shouldSendWhomRecordsOverstateAndWhoIsBoundByRecordsThatLag() {
        Outcome outcome = Way.RECORDS.run(3, HOURS, 2);
        assertThat(outcome.unqualified()).isPositive();
        assertThat(outcome.twice()).isPositive();
    }

    @Test
    void shouldBeSoonerThanByPhoneAndNoSoonerThanWithUnlimitedStaff() {
        double phone = Way.PHONE.run(5, HOURS, 1).meanMinutes();
        double joint = Way.JOINT.run(5, HOURS, 1).meanMinutes();
        double bound = Way.UNLIMITED.run(5, HOURS, 1).meanMinutes();
        assertThat(joint).isLessThan(phone);
        assertThat(bound).isLessThan(joint);
    }

    @Test
    void shouldBeSoonerWhenFreePeopleWaitWhereCoverIsThin() {
        double standing = Way.JOINT.run(5, 2 * HOURS, 1).meanMinutes();
        Outcome moving = Way.JOINT_MOVES.run(5, 2 * HOURS, 1);
        assertThat(moving.moves()).isPositive();
        assertThat(moving.meanMinutes()).isLessThan(0.95 * standing);
        for (Way seen : List.of(Way.JOINT_SEEN, Way.JOINT_SEEN_DAY)) {
            assertThat(seen.run(5, 2 * HOURS, 1).meanMinutes()).isLessThan(standing);
        }
    }

    @Test
    void shouldGiveEachWayTheSameIncidents() {
        Chance chance = new Chance(11);
        District district = Ward.district(chance);
        assertThat(district.cells()).hasSize(Ward.SIDE * Ward.SIDE);
        assertThat(district.people()).hasSize(Ward.PEOPLE);
        assertThat(Calls.of(new Chance(11), HOURS, 1)).isEqualTo(Calls.of(chance, HOURS, 1));
        assertThat(Calls.of(chance, 24, 3))
                .hasSizeGreaterThan(2 * Calls.of(chance, 24, 1).size());
    }

    @Test
    void shouldTellHowSureAMeanIs() {
        Estimate estimate = Estimate.of(new double[] {1, 2, 3});
        assertThat(estimate.mean()).isEqualTo(2);
        // t(2) is 4.303 and the standard error 1 / sqrt(3).
        assertThat(estimate.half()).isCloseTo(2.484, within(0.001));
        assertThat(Estimate.less(new double[] {1, 2}, new double[] {2, 4}).mean())
                .isEqualTo(-0.5);
    }
}
