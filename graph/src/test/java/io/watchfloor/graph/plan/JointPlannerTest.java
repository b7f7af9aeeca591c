package io.watchfloor.graph.plan;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.candidate.EarlierAnswer;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import io.watchfloor.graph.plan.JointPlan.Place;
import io.watchfloor.graph.plan.JointPlan.Suggestion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JointPlannerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final JointPlan NONE = JointPlan.empty(NOW);

    private final DispatchProjection projection = Graph.project(street());
    private final JointPlanner planner = new JointPlanner(projection, PlanCharges.standard());

    @Test
    void shouldLeaveTheNearestToWhoNeedsThemMoreAndSaySo() {
        JointPlan plan = planner.plan(List.of(fire("I-1", 2_000), flood("I-2", 1_900)), NOW, NONE);
        // P-both is nearest to the fire and the only one who can pump; P-fire is farther off.
        assertThat(suggestion(plan, "I-2").people()).extracting(Place::personId).containsExactly("P-both");
        Suggestion atFire = suggestion(plan, "I-1");
        assertThat(atFire.people()).extracting(Place::personId).containsExactly("P-fire");
        assertThat(atFire.spared()).containsExactly(new JointPlan.Spared("P-both", "I-2"));
        assertThat(plan.served()).isEqualTo(2);
        assertThat(plan.nearestServed()).isEqualTo(1);
        assertThat(plan.gainMinutes()).isPositive();
    }

    @Test
    void shouldHoldStillWhilePeopleMoveALittle() {
        see("P-fire", 1_000, 0);
        see("P-near", 1_010, 0);
        JointPlan plan = planner.plan(List.of(fire("I-1", 0)), NOW, NONE);
        List<String> first = ids(suggestion(plan, "I-1"));
        Random random = new Random(7);
        for (int second = 1; second <= 60; second++) {
            see("P-fire", 1_000 + random.nextInt(200), second);
            see("P-near", 1_000 + random.nextInt(200), second);
            plan = planner.plan(List.of(fire("I-1", 0)), NOW.plusSeconds(second), plan);
            assertThat(ids(suggestion(plan, "I-1"))).as("after %d s", second).isEqualTo(first);
        }
        String other = first.contains("P-fire") ? "P-near" : "P-fire";
        see(other, 10, 61);
        plan = planner.plan(List.of(fire("I-1", 0)), NOW.plusSeconds(61), plan);
        assertThat(ids(suggestion(plan, "I-1"))).containsExactly(other);
    }

    @Test
    void shouldCallSomebodyBackFromAWayOnlyWhenThatIsClearlyBetter() {
        see("P-both", 8_000, 0);
        see("P-fire", 2_000, 0);
        see("P-near", 1_600, 0);
        send("P-near", "I-1");
        OpenIncident sent = underWay("I-1", 0, 20, "P-near");
        JointPlan little = planner.plan(List.of(sent, fire("I-2", 1_700, 20)), NOW, NONE);
        assertThat(suggestion(little, "I-2").reassigns()).isFalse();

        see("P-fire", 5_000, 1);
        JointPlan much = planner.plan(List.of(underWay("I-1", 0, 10, "P-near"), fire("I-2", 1_700, 80)), NOW, NONE);
        Suggestion urgent = suggestion(much, "I-2");
        assertThat(urgent.people()).singleElement().satisfies(place -> {
            assertThat(place.personId()).isEqualTo("P-near");
            assertThat(place.fromIncidentId()).isEqualTo("I-1");
        });
        assertThat(suggestion(much, "I-1").releasedIds()).containsExactly("P-near");
        assertThat(ids(suggestion(much, "I-1"))).doesNotContain("P-near");
    }

    @Test
    void shouldLeaveAloneWhoIsUnderWayAndEnough() {
        see("P-near", 2_500, 0);
        send("P-near", "I-1");
        JointPlan plan = planner.plan(List.of(underWay("I-1", 0, 10, "P-near")), NOW, NONE);
        assertThat(suggestion(plan, "I-1").toSend()).isEmpty();
        assertThat(suggestion(plan, "I-1").releasedIds()).isEmpty();
        assertThat(suggestion(plan, "I-1").missing()).isZero();
    }

    @Test
    void shouldLeaveAloneWhoIsUnderWayOnTheLastTaskOfTheirDay() {
        DispatchProjection strict = Graph.project(draft().rules(20, 1, 0).build());
        strict.apply(new PersonStatus("live", "P-near", 1, Availability.ASSIGNED, "A-1", "I-1", NOW));
        strict.apply(assignment("P-near", "I-1"));
        strict.apply(new Position("live", "P-near", lat(0), lon(2_500), 5.0, NOW, "phone"));

        JointPlan plan = new JointPlanner(strict, PlanCharges.standard())
                .plan(List.of(underWay("I-1", 0, 10, "P-near"), fire("I-2", 2_600)), NOW, NONE);

        assertThat(ids(suggestion(plan, "I-1"))).containsExactly("P-near");
        assertThat(suggestion(plan, "I-1").toSend()).isEmpty();
        assertThat(ids(suggestion(plan, "I-2"))).as("no task beyond the last").containsExactly("P-both");
    }

    @Test
    void shouldNotSuggestAgainWhoeverWasAskedInVain() {
        see("P-near", 100, 0);
        EarlierAnswer declined = new EarlierAnswer(AssignmentState.DECLINED, NOW, EndReason.BUSY, null);
        assertThat(ids(suggestion(planner.plan(List.of(fire("I-1", 0)), NOW, NONE), "I-1")))
                .containsExactly("P-near");
        OpenIncident asked =
                new OpenIncident("I-1", "fire", lat(0), lon(0), 10, List.of(), List.of(), Map.of("P-near", declined));
        JointPlan plan = planner.plan(List.of(asked), NOW, NONE);
        assertThat(ids(suggestion(plan, "I-1"))).containsExactly("P-both");
    }

    @Test
    void shouldSayWhatIsMissingWhenNobodyIsLeft() {
        JointPlan plan = planner.plan(List.of(flood("I-1", 0), flood("I-2", 100)), NOW, NONE);
        assertThat(plan.suggestions()).extracting(Suggestion::missing).containsExactlyInAnyOrder(0, 1);
    }

    private static Suggestion suggestion(JointPlan plan, String incidentId) {
        return plan.find(incidentId).orElseThrow();
    }

    private static List<String> ids(Suggestion suggestion) {
        return suggestion.people().stream().map(Place::personId).toList();
    }

    private void see(String personId, double east, int second) {
        projection.apply(new Position("live", personId, lat(0), lon(east), 5.0, NOW.plusSeconds(second), "phone"));
    }

    private void send(String personId, String incidentId) {
        projection.apply(new PersonStatus("live", personId, 1, Availability.ASSIGNED, "A-1", incidentId, NOW));
    }

    private static Assignment assignment(String personId, String incidentId) {
        return new Assignment(
                "live",
                "A-1",
                1,
                incidentId,
                personId,
                AssignmentState.EN_ROUTE,
                "王值班",
                null,
                NOW,
                NOW,
                NOW,
                null,
                null,
                NOW);
    }

    private static OpenIncident fire(String id, double east) {
        return fire(id, east, 10);
    }

    private static OpenIncident fire(String id, double east, int weight) {
        return new OpenIncident(id, "fire", lat(0), lon(east), weight, List.of(), List.of());
    }

    private static OpenIncident flood(String id, double east) {
        return new OpenIncident(id, "flood", lat(0), lon(east), 10, List.of(), List.of());
    }

    private static OpenIncident underWay(String id, double east, int weight, String person) {
        return new OpenIncident(id, "fire", lat(0), lon(east), weight, List.of(), List.of(person));
    }

    /** Eight kilometres of one street at 30 km/h. */
    private static District street() {
        return draft().build();
    }

    private static DistrictDraft draft() {
        DistrictDraft draft = new DistrictDraft()
                .skill("fire", "灭火", "Firefighting", false)
                .skill("pump", "排水", "Pumping", false)
                .requires("fire", "fire", 1, 1)
                .requires("flood", "pump", 1, 1);
        for (int kilometre = 0; kilometre <= 80; kilometre++) {
            draft.place("N-" + kilometre, kilometre * 100, 0);
            if (kilometre > 0) {
                draft.road("N-" + (kilometre - 1), "N-" + kilometre, 100, 30);
            }
        }
        return draft.person("P-both", "N-18", holds("fire", 3), holds("pump", 3))
                .person("P-fire", "N-40", holds("fire", 3))
                .person("P-near", "N-70", holds("fire", 3));
    }
}
