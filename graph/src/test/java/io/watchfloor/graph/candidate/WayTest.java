package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.contract.RoadClosure;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import io.watchfloor.graph.road.RoadNetwork;
import io.watchfloor.graph.road.RoadTimes.Point;
import io.watchfloor.graph.road.Way;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roads R0 from A east to B, R1 on to C, R2 from B north to D, R3 from A north to E, R4 from E east to D. */
class WayTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void shouldSayWhichRoadsToTakeAndWhereToTurn() {
        Way way = town().way(point(0, 0), point(1_000, 1_000), NOW).orElseThrow();

        assertThat(way.seconds()).isEqualTo(200);
        assertThat(way.meters()).isEqualTo(2_000);
        assertThat(way.stretches())
                .containsExactly(
                        new Way.Stretch("R0路", "R0 Road", 1_000, 90, 0, 1),
                        new Way.Stretch("R2路", "R2 Road", 1_000, 0, -90, 2));
        near(way.points().get(0), 0, 0);
        near(way.points().get(2), 1_000, 0);
        near(way.points().get(way.points().size() - 1), 1_000, 1_000);
    }

    @Test
    void shouldGoRoundARoadThatIsClosedUntilItIsOpen() {
        DispatchProjection town = town();
        Instant until = NOW.plusSeconds(600);
        town.apply(new RoadClosure("live", "R2", 1, true, "塌陷", "王值班", NOW, until, NOW));

        assertThat(town.way(point(0, 0), point(1_000, 1_000), NOW).orElseThrow().stretches())
                .extracting(Way.Stretch::nameEn)
                .containsExactly("R3 Road", "R4 Road");
        assertThat(town.way(point(0, 0), point(1_000, 1_000), until)
                        .orElseThrow()
                        .stretches())
                .extracting(Way.Stretch::nameEn)
                .containsExactly("R0 Road", "R2 Road");
        town.apply(new RoadClosure("live", "R4", 1, true, "塌陷", "王值班", NOW, null, NOW));
        assertThat(town.way(point(0, 0), point(1_000, 1_000), NOW)).isEmpty();
    }

    @Test
    void shouldGoOnFromTheMiddleOfARoadAndNotBackToItsNearerEnd() {
        Way way = town().way(point(300, 8), point(1_000, 1_000), NOW).orElseThrow();

        assertThat(way.stretches().get(0)).isEqualTo(new Way.Stretch("R0路", "R0 Road", 700, 90, 0, 1));
        assertThat(way.meters()).isEqualTo(1_708);
        near(way.points().get(1), 300, 0);
    }

    @Test
    void shouldNotTurnInAOneWayStreet() {
        DispatchProjection ring = Graph.project(new DistrictDraft()
                .place("A", 0, 0)
                .place("B", 1_000, 0)
                .place("C", 1_000, 1_000)
                .oneWay("A", "B", 1_000, 36)
                .road("B", "C", 1_000, 36)
                .road("C", "A", 1_414, 36)
                .build());

        assertThat(ring.way(point(100, 0), point(0, 0), NOW).orElseThrow().stretches())
                .extracting(Way.Stretch::nameEn)
                .containsExactly("R0 Road", "R1 Road", "R2 Road");
    }

    /** Who stands at a junction has the way that the list says; each road of it exists, is gone along the right way and adds up. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void shouldTakeAsLongAsTheListSays(long seed) {
        District district = RandomDistrict.of(seed, 8, 60);
        DispatchProjection projection = Graph.project(district);
        Map<String, District.Place> places =
                district.places().stream().collect(Collectors.toMap(District.Place::id, Function.identity()));
        Map<String, District.Road> roads =
                district.roads().stream().collect(Collectors.toMap(District.Road::nameEn, Function.identity()));
        Random random = new Random(seed);
        for (int question = 0; question < 10; question++) {
            Point site = point(
                    random.nextDouble() * RandomDistrict.meters(8), random.nextDouble() * RandomDistrict.meters(8));
            Dispatcher.Site at = new Dispatcher.Site("I-1", RandomDistrict.TYPE, site.lat(), site.lon(), List.of());
            for (Candidate candidate : projection.candidates(at, NOW, 60).candidates()) {
                Way way = projection
                        .way(new Point(candidate.lat(), candidate.lon()), site, NOW)
                        .orElseThrow();
                assertThat((double) way.seconds()).isCloseTo(candidate.travelSeconds(), within(1.0));
                long millis = 0;
                for (Way.Stretch stretch : way.stretches()) {
                    District.Road road = roads.get(stretch.nameEn());
                    Point start = way.points().get(stretch.firstPoint());
                    District.Place from = places.get(road.fromPlaceId());
                    boolean forwards = Math.abs(from.lat() - start.lat()) + Math.abs(from.lon() - start.lon()) < 1e-6;
                    assertThat(forwards || !road.oneWay() || stretch.meters() == 0)
                            .isTrue();
                    millis += stretch.meters() == 0 ? 0 : RoadNetwork.travelMillis(road, 16);
                }
                assertThat(millis / 1_000.0).isLessThanOrEqualTo(way.seconds() + 1.0);
            }
        }
    }

    private static DispatchProjection town() {
        return Graph.project(new DistrictDraft()
                .place("A", 0, 0)
                .place("B", 1_000, 0)
                .place("C", 2_000, 0)
                .place("D", 1_000, 1_000)
                .place("E", 0, 1_100)
                .road("A", "B", 1_000, 36)
                .road("B", "C", 1_000, 36)
                .road("B", "D", 1_000, 36)
                .road("A", "E", 1_100, 36)
                .road("E", "D", 1_010, 36)
                .person("P-1", "A", holds("patrol", 1))
                .build());
    }

    private static Point point(double east, double north) {
        return new Point(lat(north), lon(east));
    }

    private static void near(Point point, double east, double north) {
        assertThat(point.lat()).isCloseTo(lat(north), within(1e-5));
        assertThat(point.lon()).isCloseTo(lon(east), within(1e-5));
    }
}
