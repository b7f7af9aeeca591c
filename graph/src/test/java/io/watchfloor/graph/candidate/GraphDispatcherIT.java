package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.TickingClock;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On random districts the graph recommends the same people in the same order as the district in memory. */
class GraphDispatcherIT {
    /** Three minutes before some shifts end. */
    private static final Instant NOW = Instant.parse("2026-03-01T07:57:00Z");

    private static final int SIDE = 7;
    private static final int PEOPLE = 90;
    private static final int QUESTIONS = 6;

    private final Graph graph = GraphForTests.open(ForkedGraph.shared().settings(), new TickingClock(NOW));

    @BeforeEach
    void migrate() {
        ForkedGraph.shared().wipe();
        GraphForTests.migrateOnce(graph);
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldRecommendTheSamePeopleInTheSameOrder(long seed) {
        District district = RandomDistrict.of(seed, SIDE, PEOPLE, seed % 2 == 0 ? 2 : 60);
        assertThat(graph.districtImport()
                        .importFrom(DistrictTables.sheets(district), false)
                        .faults())
                .isEmpty();
        Random random = new Random(seed);
        DispatchProjection projection = Graph.project(graph.readDistrict());
        List<Position> positions = scatter(district, random);
        positions.forEach(projection::apply);
        projection.age(NOW);
        for (int i = 0; i < 10; i++) {
            DeskResult sent = graph.dutyDesk()
                    .assign(
                            "live",
                            "I-" + i,
                            district.people().get(random.nextInt(PEOPLE)).id(),
                            "王值班");
            if (sent.isDone()) {
                projection.apply(sent.person());
                projection.apply(sent.assignment());
            }
        }
        String road =
                district.roads().get(random.nextInt(district.roads().size())).id();
        graph.roadDesk()
                .close("live", List.of(road), "塌陷", null, "王值班")
                .closures()
                .forEach(projection::apply);

        for (int question = 0; question < QUESTIONS; question++) {
            String type = question % 3 == 2 ? "noise" : RandomDistrict.TYPE;
            Dispatcher.Site site = new Dispatcher.Site(
                    "I-99",
                    type,
                    lat(random.nextDouble() * RandomDistrict.meters(SIDE)),
                    lon(random.nextDouble() * RandomDistrict.meters(SIDE)),
                    List.of());

            String asked = district.people().get(random.nextInt(PEOPLE)).id();
            Candidates expected = projection.candidates(site, NOW, 12, asked);
            Candidates found = graph.graphDispatcher("live").candidates(site, NOW, 12, asked, positions);

            assertThat(found.source()).isEqualTo(Candidates.GRAPH);
            assertThat(found.candidates())
                    .extracting(Candidate::personId, Candidate::travelSeconds)
                    .containsExactlyElementsOf(expected.candidates().stream()
                            .map(person ->
                                    org.assertj.core.groups.Tuple.tuple(person.personId(), person.travelSeconds()))
                            .toList());
            assertThat(found.team()).isEqualTo(expected.team());
            assertThat(found.needs()).isEqualTo(expected.needs());
            Dispatcher.Site nowhere = Dispatcher.Site.nowhere("I-99", type, List.of(), Map.of());
            assertThat(graph.graphDispatcher("live")
                            .unlocated(nowhere, NOW, 12, positions)
                            .candidates())
                    .isEqualTo(projection.unlocated(nowhere, NOW, 12).candidates());
            assertThat(found.asked()).isNotNull().isEqualTo(expected.asked());
        }
    }

    private static List<Position> scatter(District district, Random random) {
        List<Position> positions = new ArrayList<>();
        for (District.Person person : district.people()) {
            if (random.nextBoolean()) {
                // One in eight is on the other side of the world, which is no way to be the nearest.
                boolean far = random.nextInt(8) == 0;
                double lat = far ? -33.4 : lat(random.nextDouble() * RandomDistrict.meters(SIDE));
                double lon = far ? -70.6 : lon(random.nextDouble() * RandomDistrict.meters(SIDE));
                // Some positions are as good as new, some charged for their age, some too old to say anything.
                Instant seen = NOW.minusSeconds(5 + 60L * random.nextInt(2) * random.nextInt(150));
                positions.add(new Position("live", person.id(), lat, lon, null, seen, "phone"));
            }
        }
        return positions;
    }
}
