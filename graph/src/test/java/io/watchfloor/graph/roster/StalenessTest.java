package io.watchfloor.graph.roster;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.candidate.Dispatcher;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An old position weighs less, and in the end nothing. */
class StalenessTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    /** P-OLD stands at the site itself, P-NEW a minute away; the station of both is two minutes away. */
    private final DispatchProjection dispatcher = Graph.project(new DistrictDraft()
            .place("SITE", 0, 0)
            .place("NEAR", 600, 0)
            .place("STATION", 1_200, 0)
            .road("NEAR", "SITE", 600, 36)
            .road("STATION", "NEAR", 600, 36)
            .person("P-NEW", "STATION", holds("patrol", 3))
            .person("P-OLD", "STATION", holds("patrol", 3))
            .build());

    @Test
    void shouldPreferSomebodyWhoIsSurelyNearToSomebodyWhoWasNearerLongAgo() {
        seen("P-NEW", 600, NOW.minusSeconds(30));
        seen("P-OLD", 0, NOW.minusSeconds(60));
        assertThat(candidates(NOW)).extracting(Candidate::personId).containsExactly("P-OLD", "P-NEW");

        Instant later = NOW.plus(Duration.ofMinutes(13));
        seen("P-NEW", 600, later);
        dispatcher.age(later);

        List<Candidate> aged = candidates(later);
        assertThat(aged).extracting(Candidate::personId).containsExactly("P-NEW", "P-OLD");
        assertThat(aged.get(1).travelSeconds()).isEqualTo(135);
        assertThat(aged.get(1).reasons())
                .extracting(Reason::en)
                .contains("Position 14 min old; 2 min added to the way");
        assertThat(aged.get(0).reasons()).extracting(Reason::code).doesNotContain(ReasonCode.POSITION_OLD);
    }

    @Test
    void shouldChargeNothingForFiveMinutesAndNeverMoreThanTen() {
        Position position = new Position("live", "P-OLD", lat(0), lon(0), null, NOW, "phone");

        assertThat(Staleness.chargeMillis(position, NOW.plusSeconds(300))).isZero();
        assertThat(Staleness.chargeMillis(position, NOW.plusSeconds(540))).isEqualTo(60_000);
        assertThat(Staleness.chargeMillis(position, NOW.plus(Duration.ofDays(1))))
                .isEqualTo(600_000);
    }

    @Test
    void shouldReckonFromTheStationWhenThePositionSaysNothingAnyMore() {
        seen("P-OLD", 0, NOW);
        seen("P-NEW", 600, NOW.plus(Duration.ofHours(1)));

        assertThat(dispatcher.age(NOW.plus(Duration.ofMinutes(121)))).containsExactly("P-OLD");

        assertThat(dispatcher.find("P-OLD").orElseThrow().position()).isNull();
        assertThat(dispatcher.find("P-OLD").orElseThrow().lon()).isEqualTo(lon(1_200));
        assertThat(dispatcher.forgetPosition("P-NEW")).isTrue();
        assertThat(dispatcher.forgetPosition("P-NEW")).isFalse();
    }

    private void seen(String personId, double east, Instant at) {
        dispatcher.apply(new Position("live", personId, lat(0), lon(east), 5.0, at, "phone"));
    }

    private List<Candidate> candidates(Instant now) {
        return dispatcher
                .candidates(new Dispatcher.Site("I-1", "noise", lat(0), lon(0), List.of()), now, 8)
                .candidates();
    }
}
