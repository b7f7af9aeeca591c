package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.candidate.Coverers.Coverer;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverersTest {
    /** Three minutes before some shifts end. */
    private static final Instant NOW = Instant.parse("2026-03-01T07:57:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void shouldBeEverybodyWhoCouldBeRecommended(long seed) {
        DispatchProjection projection = Graph.project(RandomDistrict.of(seed, 8, 120));
        Random random = new Random(seed);
        Dispatcher.Site site = site(
                random.nextDouble() * RandomDistrict.meters(8),
                random.nextDouble() * RandomDistrict.meters(8),
                List.of());

        List<Coverer> all =
                projection.coverers(site, NOW, Integer.MAX_VALUE, Set.of()).people();

        assertThat(all)
                .extracting(Coverer::personId)
                .containsExactlyElementsOf(projection.candidates(site, NOW, 120).candidates().stream()
                        .map(Candidate::personId)
                        .toList());
        List<Coverer> few = projection.coverers(site, NOW, 3, Set.of()).people();
        assertThat(all.subList(0, few.size())).isEqualTo(few);
        for (int need = 0;
                need < projection.coverers(site, NOW, 3, Set.of()).needs().size();
                need++) {
            int bit = 1 << need;
            long able =
                    all.stream().filter(person -> (person.needs() & bit) != 0).count();
            assertThat(few.stream()
                            .filter(person -> (person.needs() & bit) != 0)
                            .count())
                    .isGreaterThanOrEqualTo(Math.min(3, able));
        }
    }

    @Test
    void shouldOnlyLeaveOpenWhatNobodySentCovers() {
        DispatchProjection projection = Graph.project(town());

        Coverers coverers = projection.coverers(site(0, 0, List.of("P-1")), NOW, 8, Set.of());

        assertThat(coverers.needs()).containsExactly(new Coverers.OpenNeed("alpha", 1, 1, false));
        assertThat(coverers.alternatives()).containsExactly(1);
        assertThat(coverers.people()).extracting(Coverer::personId).containsExactly("P-2");
    }

    @Test
    void shouldOfferWhoMayBeCalledAwayAndSaySo() {
        DispatchProjection projection = Graph.project(town());
        projection.apply(new PersonStatus("live", "P-1", 1, Availability.ASSIGNED, "A-1", "I-2", NOW));
        projection.apply(new PersonStatus("live", "P-2", 1, Availability.ASSIGNED, "A-2", "I-2", NOW));

        Coverers coverers = projection.coverers(site(0, 0, List.of()), NOW, 8, Set.of("P-2"));

        assertThat(coverers.people())
                .extracting(Coverer::personId, Coverer::bound)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("P-2", true));
    }

    private static Dispatcher.Site site(double east, double north, List<String> sent) {
        return new Dispatcher.Site("I-1", RandomDistrict.TYPE, lat(north), lon(east), sent);
    }

    private static District town() {
        return new DistrictDraft()
                .skill("alpha", "甲", "Alpha", false)
                .requires(RandomDistrict.TYPE, "alpha", 1, 2)
                .place("A", 0, 0)
                .place("B", 1_000, 0)
                .road("A", "B", 1_000, 36)
                .person("P-1", "A", holds("alpha", 3))
                .person("P-2", "B", holds("alpha", 3))
                .build();
    }
}
