package io.watchfloor.graph.coverage;

import static io.watchfloor.graph.district.DistrictDraft.everyDay;
import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.RoadClosure;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.contract.dispatch.Team;
import io.watchfloor.contract.dispatch.Uncovered;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.candidate.Dispatcher;
import io.watchfloor.graph.coverage.CoverageQueries.CellReach;
import io.watchfloor.graph.coverage.CoverageQueries.Hypothesis;
import io.watchfloor.graph.coverage.CoverageQueries.Outlook;
import io.watchfloor.graph.coverage.CoverageQueries.WeakPoint;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import io.watchfloor.graph.road.Reached;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageQueriesTest {
    /** Four in the afternoon in the district. */
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void shouldSayHowSoonTheSkillIsInEachCellAndWhoBringsIt() {
        DispatchProjection projection = Graph.project(town().build());

        assertThat(projection.coverage("alpha", 1, NOW, Set.of()))
                .extracting(CellReach::cellId, CellReach::personId)
                .containsExactly(tuple("west", "P-west"), tuple("east", "P-east"));
        List<CellReach> without = projection.coverage("alpha", 1, NOW, Set.of("P-east"));
        assertThat(without).extracting(CellReach::personId).containsExactly("P-west", "P-west");
        // 3 km at 36 km/h are 300 s
        assertThat(without.get(1).seconds()).isEqualTo(300);
        assertThat(projection.coverage("beta", 1, NOW, Set.of()))
                .extracting(CellReach::seconds)
                .containsOnlyNulls();
    }

    @Test
    void shouldSayWhatSendingSomebodyLeavesUncovered() {
        DispatchProjection projection = Graph.project(town().build());

        assertThat(projection.leaves(Set.of("P-east"), List.of("alpha"), NOW, LIMIT))
                .containsExactly(new Uncovered("alpha", 120, 0, List.of("east"), 1, 0L, 150L, 1));
        assertThat(projection.leaves(Set.of("P-east"), List.of("alpha"), NOW, Duration.ofMinutes(10)))
                .isEmpty();
    }

    /** P-going is 100 s from the east and on shift for another minute. */
    @Test
    void shouldNotCountOnWhoGoesOffBeforeTheyWouldBeThere() {
        DispatchProjection projection = Graph.project(ground().requires("fire", "alpha", 1, 1)
                .person("P-west", "A", holds("alpha", 3))
                .person("P-going", "C", List.of(holds("alpha", 3)), everyDay("08:00", "16:01"))
                .build());

        assertThat(projection.coverage("alpha", 1, NOW, Set.of()))
                .extracting(CellReach::cellId, CellReach::personId, CellReach::seconds)
                .containsExactly(tuple("west", "P-west", 0L), tuple("east", "P-west", 300L));
        assertThat(projection.coverage("alpha", 1, NOW.minusSeconds(40), Set.of()))
                .extracting(CellReach::personId, CellReach::seconds)
                .as("just in time")
                .containsExactly(tuple("P-west", 0L), tuple("P-going", 100L));
        assertThat(projection.isochrone("alpha", 1, Duration.ofSeconds(150), NOW))
                .extracting(Reached::seconds)
                .as("P-west to the next crossing, P-going where they are")
                .containsExactly(0L, 0L, 100L);
        Uncovered both = new Uncovered("alpha", 600, 0, List.of("west", "east"), 2, 150L, null, 1);
        assertThat(projection.leaves(Set.of("P-west"), List.of("alpha"), NOW, Duration.ofMinutes(10)))
                .containsExactly(both);
        assertThat(projection
                        .outlook(List.of(new Hypothesis("fire", lat(0), lon(0))), Set.of(), NOW, Duration.ofMinutes(10))
                        .leaves())
                .containsExactly(both);
    }

    @Test
    void shouldSayWhoWouldGoIfTwoMoreHappenedAndWhatIsLeft() {
        Outlook outlook = Graph.project(town().build())
                .outlook(
                        List.of(
                                new Hypothesis("fire", lat(0), lon(0)),
                                new Hypothesis("fire", lat(0), lon(0)),
                                new Hypothesis("fire", lat(0), lon(0))),
                        Set.of(),
                        NOW,
                        LIMIT);

        assertThat(outlook.teams())
                .extracting(team ->
                        team.members().stream().map(Team.Member::personId).toList())
                .containsExactly(List.of("P-west"), List.of("P-east"), List.of());
        assertThat(outlook.teams().get(2).complete()).isFalse();
        assertThat(outlook.leaves()).singleElement().satisfies(left -> {
            assertThat(left.cellIds()).containsExactly("west", "east");
            assertThat(left.leftOnDuty()).isZero();
        });
    }

    @Test
    void shouldNotCountOnWhoIsNeededForWhatHasHappenedAlready() {
        Outlook outlook = Graph.project(town().build())
                .outlook(List.of(new Hypothesis("fire", lat(0), lon(0))), Set.of("P-west"), NOW, LIMIT);

        assertThat(outlook.teams().get(0).members())
                .extracting(Team.Member::personId)
                .containsExactly("P-east");
        assertThat(outlook.leaves()).singleElement().satisfies(left -> assertThat(left.leftOnDuty())
                .isZero());
    }

    @Test
    void shouldFindTheHoursInWhichASkillHangsOnOnePersonOrOnNobody() {
        DistrictDraft draft = ground().requires("fire", "alpha", 1, 1)
                .person("day", "A", List.of(holds("alpha", 3)), everyDay("08:00", "20:00"))
                .person("late", "A", List.of(holds("alpha", 3)), everyDay("18:00", "22:00"));

        List<WeakPoint> weak = Graph.project(draft.build()).weakPoints(NOW, Duration.ofHours(12));

        assertThat(weak)
                .extracting(WeakPoint::personIds, point -> point.until().toString())
                .containsExactly(
                        tuple(List.of("day"), "2026-03-01T10:00:00Z"),
                        tuple(List.of("late"), "2026-03-01T14:00:00Z"),
                        tuple(List.of(), "2026-03-01T20:00:00Z"));
    }

    @Test
    void shouldListCertificatesThatRunOut() {
        DistrictDraft draft = ground().skill("gamma", "丙", "Gamma", true)
                .person("soon", "A", holds("gamma", 3, "2026-03-05"))
                .person("gone", "A", holds("gamma", 3, "2026-02-20"))
                .person("lasting", "A", holds("gamma", 3, "2027-02-20"));

        assertThat(Graph.project(draft.build()).expiringCertificates(NOW, 30))
                .extracting("personId", "daysLeft", "othersLeft")
                .containsExactly(tuple("gone", -9L, 1), tuple("soon", 4L, 1));
    }

    @Test
    void shouldTellWhatIsReachedWithinATime() {
        DispatchProjection projection = Graph.project(town().build());

        assertThat(projection.isochrone(lat(0), lon(0), true, Duration.ofSeconds(100), NOW))
                .extracting(Reached::seconds)
                .containsExactly(0L, 100L);
        assertThat(projection.isochrone("alpha", 1, Duration.ofSeconds(50), NOW))
                .hasSize(2);
    }

    @Test
    void shouldGoAroundAClosedRoadUntilItOpens() {
        DistrictDraft draft = ground().road("A", "D", 9_000, 36)
                .requires("fire", "alpha", 1, 1)
                .person("P", "D", holds("alpha", 3));
        DispatchProjection projection = Graph.project(draft.build());
        Instant until = NOW.plusSeconds(600);

        projection.apply(closure("R1", 1, true, until));

        assertThat(seconds(projection, NOW)).isEqualTo(900);
        assertThat(seconds(projection, until)).isEqualTo(300);
        assertThat(projection.listClosures(NOW)).extracting(RoadClosure::roadId).containsExactly("R1");
        projection.apply(closure("R1", 2, false, null));
        projection.apply(closure("R1", 1, true, null));
        assertThat(seconds(projection, NOW)).isEqualTo(300);
    }

    @Test
    void shouldDriveAsFastAsTheHourAllows() {
        List<Double> rush = new ArrayList<>(Collections.nCopies(24, 36.0));
        rush.set(16, 18.0);
        DistrictDraft draft = new DistrictDraft()
                .skill("alpha", "甲", "Alpha", false)
                .place("A", 0, 0)
                .place("B", 1_000, 0)
                .add(new District.Road("R", "", "", "A", "B", 1_000, 36, false, rush))
                .requires("fire", "alpha", 1, 1)
                .person("P", "B", holds("alpha", 3));
        DispatchProjection projection = Graph.project(draft.build());

        assertThat(seconds(projection, NOW)).isEqualTo(200);
        assertThat(seconds(projection, NOW.plus(Duration.ofHours(1)))).isEqualTo(100);
    }

    @Test
    void shouldLetPeopleRestAndNotAskMoreOfThemThanTheRulesAllow() {
        DispatchProjection projection = Graph.project(
                town().rules(20, 2, 0).requires("fire", "alpha", 1, 1).build());
        projection.apply(done("A-1", "P-west", NOW.minusSeconds(1_800), NOW.minusSeconds(600)));
        projection.apply(done("A-2", "P-east", NOW.minusSeconds(9_000), NOW.minusSeconds(7_200)));
        projection.apply(done("A-3", "P-east", NOW.minusSeconds(6_000), NOW.minusSeconds(5_000)));

        var answer = projection.candidates(new Dispatcher.Site("I-1", "fire", lat(0), lon(0), List.of()), NOW, 8);

        assertThat(answer.candidates()).isEmpty();
        assertThat(answer.passedOver())
                .extracting(person -> person.personId(), person -> person.reasons()
                        .get(person.reasons().size() - 1)
                        .code())
                .containsExactly(tuple("P-west", ReasonCode.RESTING), tuple("P-east", ReasonCode.WORKED_ENOUGH));
        assertThat(answer.passedOver().get(0).reasons().get(0).en())
                .isEqualTo("Back from work, has to rest 10 more min");
        assertThat(projection
                        .candidates(
                                new Dispatcher.Site("I-1", "fire", lat(0), lon(0), List.of()), NOW.plusSeconds(600), 8)
                        .candidates())
                .extracting(person -> person.personId())
                .containsExactly("P-west");
    }

    private static Assignment done(String id, String personId, Instant from, Instant to) {
        return new Assignment(
                "live", id, 4, "I-0", personId, AssignmentState.DONE, "王值班", null, from, from, from, from, to, to);
    }

    private static long seconds(DispatchProjection projection, Instant at) {
        return projection
                .candidates(new Dispatcher.Site("I-1", "fire", lat(0), lon(0), List.of()), at, 8)
                .candidates()
                .get(0)
                .travelSeconds();
    }

    private static RoadClosure closure(String road, long version, boolean closed, Instant until) {
        return new RoadClosure("live", road, version, closed, "塌陷", "王值班", NOW, until, NOW);
    }

    private static DistrictDraft town() {
        return ground().requires("fire", "alpha", 1, 1)
                .person("P-west", "A", holds("alpha", 3))
                .person("P-east", "D", holds("alpha", 3));
    }

    /** Four places a kilometre and 100 s apart, in cells of which the middle is the first and the last of them. */
    private static DistrictDraft ground() {
        return new DistrictDraft()
                .cell("west", -400, -400, 800)
                .cell("east", 2_600, -400, 800)
                .skill("alpha", "甲", "Alpha", false)
                .skill("beta", "乙", "Beta", false)
                .place("A", 0, 0)
                .place("B", 1_000, 0)
                .place("C", 2_000, 0)
                .place("D", 3_000, 0)
                .road("A", "B", 1_000, 36)
                .road("B", "C", 1_000, 36)
                .road("C", "D", 1_000, 36);
    }
}
