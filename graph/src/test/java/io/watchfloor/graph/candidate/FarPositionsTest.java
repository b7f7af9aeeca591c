package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.contract.dispatch.Team;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.coverage.CoverageQueries.CellReach;
import io.watchfloor.graph.coverage.CoverageQueries.Hypothesis;
import io.watchfloor.graph.district.DistrictDraft;
import io.watchfloor.graph.plan.JointPlan;
import io.watchfloor.graph.plan.JointPlanner;
import io.watchfloor.graph.plan.OpenIncident;
import io.watchfloor.graph.plan.PlanCharges;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Phones and reports say anything between the poles; whoever is far away is never near by. */
class FarPositionsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String FIRE = "fire";
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void shouldNeverTellAWayThatIsShorterThanTheEarthAllows(long seed) {
        DispatchProjection dispatcher = Graph.project(street().build());
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            dispatcher.apply(anywhere(i % 2 == 0 ? "P-1" : "P-2", random, i));
            Dispatcher.Site site = i % 3 == 0
                    ? site(-90 + 180 * random.nextDouble(), -180 + 360 * random.nextDouble())
                    : site(lat(0), lon(random.nextInt(1_200)));

            Candidates found = dispatcher.candidates(site, NOW, 8);

            assertThat(found.candidates()).allSatisfy(person -> {
                double straight = kilometers(person.lat(), person.lon(), site.lat(), site.lon());
                // Nobody drives faster than 36 km/h here, and nobody is sent farther than an hour.
                assertThat(person.travelSeconds()).isBetween((long) (straight * 100) - 5, 3_600L);
            });
            assertThat(found.passedOver())
                    .allSatisfy(person -> assertThat(person.travelSeconds()).isNotNegative());
            assertThat(dispatcher.coverers(site, NOW, 8, Set.of()).people())
                    .allSatisfy(person -> assertThat(person.travelMillis()).isBetween(0, 3_600_000));
            assertThat(dispatcher.coverage("firefighting", 1, NOW, Set.of()))
                    .extracting(CellReach::seconds)
                    .allSatisfy(
                            seconds -> assertThat(seconds == null ? 0 : seconds).isBetween(0L, 3_600L));
        }
    }

    @Test
    void shouldSayWhoIsFarOutsideTheDistrict() {
        DispatchProjection dispatcher = Graph.project(street().build());
        dispatcher.apply(position("P-1", -33.4, -70.6, NOW));

        Candidates found = dispatcher.candidates(site(lat(0), lon(0)), NOW, 8);

        assertThat(found.candidates()).extracting(Candidate::personId).containsExactly("P-2");
        assertThat(found.passedOver()).extracting(Candidate::personId).containsExactly("P-1");
        assertThat(found.passedOver().get(0).reasons())
                .containsExactly(new Reason(
                        ReasonCode.FAR_OUTSIDE,
                        "定位远在辖区之外，直线距离 18856 公里",
                        "Position far outside the district, 18856 km away in a straight line"));
        assertThat(found.team().members()).extracting(Team.Member::personId).containsExactly("P-2");
        assertThat(dispatcher.coverage("firefighting", 1, NOW, Set.of()))
                .extracting(CellReach::personId)
                .containsOnly("P-2");
    }

    @Test
    void shouldComeBackFromFarAwayWhenThePhoneDoes() {
        DispatchProjection dispatcher = Graph.project(street().build());
        dispatcher.apply(position("P-1", -33.4, -70.6, NOW.minusSeconds(60)));
        dispatcher.apply(position("P-1", lat(0), lon(10), NOW));

        assertThat(dispatcher.candidates(site(lat(0), lon(0)), NOW, 8).candidates())
                .extracting(Candidate::personId)
                .containsExactly("P-1", "P-2");
    }

    @Test
    void shouldSuggestNobodyForAnIncidentOutsideTheDistrict() {
        DispatchProjection dispatcher = Graph.project(street().build());

        Candidates found = dispatcher.candidates(site(0, 0), NOW, 8);

        assertThat(found.outside()).isTrue();
        assertThat(found.candidates()).isEmpty();
        assertThat(found.passedOver()).isEmpty();
        assertThat(found.team()).isNull();
        assertThat(found.shortfalls()).containsExactly(new Need("firefighting", 1, 1, 0));
        assertThat(dispatcher.isOutside(0, 0)).isTrue();
        assertThat(dispatcher.isOutside(lat(0), lon(19_000))).isFalse();
        assertThat(dispatcher.candidates(site(lat(0), lon(0)), NOW, 8).outside())
                .isFalse();
        assertThat(dispatcher.isochrone(0, 0, true, TEN_MINUTES, NOW)).isEmpty();
        assertThat(dispatcher
                        .outlook(List.of(new Hypothesis(FIRE, 0, 0)), Set.of(), NOW, TEN_MINUTES)
                        .teams()
                        .get(0)
                        .members())
                .isEmpty();
    }

    @Test
    void shouldPlanNobodyForAnIncidentOutsideAndLeaveWhoIsUnderWayThereAlone() {
        DispatchProjection dispatcher = Graph.project(street().build());
        dispatcher.apply(new PersonStatus("live", "P-1", 1, Availability.ASSIGNED, "A-1", "I-far", NOW));
        List<OpenIncident> open = List.of(
                new OpenIncident("I-far", FIRE, 0, 0, 4, List.of(), List.of("P-1")),
                new OpenIncident("I-near", FIRE, lat(0), lon(0), 1, List.of(), List.of()));

        JointPlan plan = new JointPlanner(dispatcher, PlanCharges.standard()).plan(open, NOW, JointPlan.empty(NOW));

        JointPlan.Suggestion far = plan.find("I-far").orElseThrow();
        assertThat(far.outside()).isTrue();
        assertThat(far.people()).isEmpty();
        assertThat(far.releasedIds()).isEmpty();
        JointPlan.Suggestion near = plan.find("I-near").orElseThrow();
        assertThat(near.outside()).isFalse();
        assertThat(near.people()).extracting(JointPlan.Place::personId).containsExactly("P-2");
        assertThat(near.seconds()).isBetween(0L, 3_600L);
    }

    @Test
    void shouldNotSuggestWhoseWayIsLongerThanIsAskedOfAnybody() {
        DispatchProjection dispatcher = Graph.project(street().mostWay(2).build());

        Candidates found = dispatcher.candidates(site(lat(0), lon(1_200)), NOW, 8);
        Candidates atTheOtherEnd = dispatcher.candidates(site(lat(0), lon(-3_000)), NOW, 8);

        assertThat(found.candidates()).extracting(Candidate::personId).containsExactly("P-2", "P-1");
        assertThat(atTheOtherEnd.candidates()).isEmpty();
        assertThat(atTheOtherEnd.passedOver())
                .extracting(
                        Candidate::personId, person -> person.reasons().get(0).en())
                .containsExactly(
                        tuple("P-1", "5 min by road; nobody is sent farther than 2 min"),
                        tuple("P-2", "7 min by road; nobody is sent farther than 2 min"));
        assertThat(atTheOtherEnd.passedOver().get(0).reasons().get(0).zh()).isEqualTo("道路行程 5 分钟，超过上限 2 分钟");
        assertThat(atTheOtherEnd.team().complete()).isFalse();
        assertThat(atTheOtherEnd.team().members()).isEmpty();
        assertThat(dispatcher.coverage("firefighting", 1, NOW, Set.of()))
                .extracting(CellReach::cellId, CellReach::personId)
                .containsExactly(tuple("C-near", "P-1"), tuple("C-far", null));
    }

    @Test
    void shouldNotCallBackWhoWasSentFartherByHand() {
        DispatchProjection dispatcher = Graph.project(street().mostWay(2).build());
        dispatcher.apply(new PersonStatus("live", "P-1", 1, Availability.ASSIGNED, "A-1", "I-far", NOW));
        List<OpenIncident> open =
                List.of(new OpenIncident("I-far", FIRE, lat(0), lon(-3_000), 1, List.of(), List.of("P-1")));

        JointPlan plan = new JointPlanner(dispatcher, PlanCharges.standard()).plan(open, NOW, JointPlan.empty(NOW));

        assertThat(plan.find("I-far").orElseThrow().people())
                .extracting(JointPlan.Place::personId, JointPlan.Place::underWay)
                .containsExactly(tuple("P-1", true));
        assertThat(plan.find("I-far").orElseThrow().releasedIds()).isEmpty();
    }

    /** P-1 at one end and P-2 at the other of 1,200 m, which take two minutes; a long road leads on from P-1. */
    private static DistrictDraft street() {
        return new DistrictDraft()
                .skill("firefighting", "灭火", "Firefighting", false)
                .requires(FIRE, "firefighting", 1, 1)
                .cell("C-near", 0, -100, 200)
                .cell("C-far", -3_100, -100, 200)
                .place("A", 0, 0)
                .place("B", 1_200, 0)
                .place("END", -3_000, 0)
                .road("A", "B", 1_200, 36)
                .road("END", "A", 3_000, 36)
                .person("P-1", "A", holds("firefighting", 3))
                .person("P-2", "B", holds("firefighting", 3));
    }

    /** On the street, somewhere around it, or anywhere on the earth. */
    private static Position anywhere(String personId, Random random, int at) {
        Instant when = NOW.minusSeconds(200 - at);
        return switch (random.nextInt(3)) {
            case 0 -> position(personId, lat(0), lon(random.nextInt(1_200)), when);
            case 1 ->
                position(personId, lat(random.nextInt(60_000) - 30_000), lon(random.nextInt(60_000) - 30_000), when);
            default -> position(personId, -90 + 180 * random.nextDouble(), -180 + 360 * random.nextDouble(), when);
        };
    }

    private static Position position(String personId, double lat, double lon, Instant at) {
        return new Position("live", personId, lat, lon, null, at, "phone");
    }

    private static Dispatcher.Site site(double lat, double lon) {
        return new Dispatcher.Site("I-1", FIRE, lat, lon, List.of());
    }

    /** By the spherical law of cosines, which shares nothing with what is tested. */
    private static double kilometers(double latA, double lonA, double latB, double lonB) {
        double a = Math.toRadians(latA);
        double b = Math.toRadians(latB);
        double cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(Math.toRadians(lonA - lonB));
        return 6_371.0088 * Math.acos(Math.min(1, cosine));
    }
}
