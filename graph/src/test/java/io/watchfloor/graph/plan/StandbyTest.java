package io.watchfloor.graph.plan;

import static io.watchfloor.graph.district.DistrictDraft.everyDay;
import static io.watchfloor.graph.district.DistrictDraft.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everybody is in the west and all calls come from the east, ten minutes away. DAY goes off shift at 16:00, LATE at 23:00. */
class StandbyTest {
    private static final Instant AT_TWO = Instant.parse("2026-03-02T06:00:00Z");
    private static final Instant TEN_PAST_THREE = Instant.parse("2026-03-02T07:10:00Z");
    private static final Instant TEN_TO_FOUR = Instant.parse("2026-03-02T07:50:00Z");
    private static final double OFTEN = 6;

    private static DistrictDraft draft() {
        return new DistrictDraft()
                .skill("lift-rescue", "电梯救援", "Lift rescue", false)
                .requires("elevator-trapped", "lift-rescue", 1, 1)
                .cell("WEST", 0, 0, 500)
                .cell("EAST", 6_000, 0, 500)
                .place("A", 250, 250)
                .place("B", 6_250, 250)
                .road("A", "B", 6_000, 36)
                .person("DAY", "A", List.of(holds("lift-rescue", 3)), everyDay("08:00", "16:00"));
    }

    private static District withLate() {
        return draft().person("LATE", "A", List.of(holds("lift-rescue", 3)), everyDay("08:00", "23:00"))
                .build();
    }

    @Test
    void shouldMoveWhoStaysRatherThanWhoGoesOff() {
        assertThat(moved(withLate(), OFTEN, TEN_PAST_THREE)).startsWith("LATE");
    }

    @Test
    void shouldMoveWhoGoesOffLaterWhereItIsWorthThat() {
        assertThat(moved(draft().build(), OFTEN, TEN_PAST_THREE)).containsExactly("DAY");
    }

    @Test
    void shouldLeaveAloneWhoGoesOffSoon() {
        assertThat(moved(draft().build(), OFTEN, TEN_TO_FOUR)).isEmpty();
        assertThat(moved(withLate(), OFTEN, TEN_TO_FOUR)).containsExactly("LATE");
    }

    @Test
    void shouldChargeTheDriveAgainstWhatIsLeftOfTheShift() {
        double justWorthIt = leastWorthIt();

        assertThat(moved(draft().build(), justWorthIt, TEN_PAST_THREE)).isEmpty();
        assertThat(moved(draft().build(), 1.5 * justWorthIt, TEN_PAST_THREE)).containsExactly("DAY");
    }

    /** So many calls an hour somebody is moved for who stays. */
    private static double leastWorthIt() {
        double perHour = 0.01;
        while (moved(draft().build(), perHour, AT_TWO).isEmpty()) {
            assertThat(perHour).isLessThan(OFTEN);
            perHour *= 1.1;
        }
        return perHour;
    }

    private static List<String> moved(District district, double perHour, Instant now) {
        return new Standby(district, Graph.project(district))
                .suggest(callsInTheEast(perHour), Set.of(), now).stream()
                        .map(StandbyMove::personId)
                        .toList();
    }

    private static Standby.Demand callsInTheEast(double callsPerHour) {
        return new Standby.Demand() {
            @Override
            public List<String> types() {
                return List.of("elevator-trapped");
            }

            @Override
            public double perHour(String cellId, String type) {
                return cellId.equals("EAST") ? callsPerHour : 0;
            }

            @Override
            public boolean isResting(String personId) {
                return false;
            }
        };
    }
}
