package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.EquipmentState;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.contract.dispatch.Team;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import io.watchfloor.graph.equipment.Bringing;
import io.watchfloor.graph.plan.JointPlan;
import io.watchfloor.graph.plan.JointPlan.Place;
import io.watchfloor.graph.plan.JointPlanner;
import io.watchfloor.graph.plan.OpenIncident;
import io.watchfloor.graph.plan.PlanCharges;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EquipmentInUseTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String TYPE = "fire";

    private final DispatchProjection projection = Graph.project(new DistrictDraft()
            .place("A", 0, 0)
            .place("B", 3_000, 0)
            .place("S", 500, 0)
            .road("A", "S", 500, 36)
            .road("S", "B", 2_500, 36)
            .skill("drive", "驾驶", "Driving", false)
            .person("a1", "A", holds("drive", 2))
            .person("a2", "A", holds("drive", 2))
            .person("b1", "B", holds("drive", 2))
            .equipment("E-A", "engine", "A", "drive", 1)
            .equipment("E-B", "engine", "B", "drive", 1)
            .add(new District.Requirement(TYPE, "drive", 1, 1, List.of(), "", "engine", false))
            .build());

    @Test
    void shouldNotRecommendWhoseEngineIsAwayOrBroken() {
        assertThat(ask().candidates()).extracting(Candidate::personId).containsExactly("a1", "a2", "b1");
        set("E-A", 1, EquipmentState.BROKEN, null, null);
        Candidates without = ask();
        assertThat(without.candidates()).extracting(Candidate::personId).containsExactly("b1");
        assertThat(without.passedOver())
                .filteredOn(person -> person.personId().equals("a1"))
                .singleElement()
                .satisfies(person ->
                        assertThat(person.reasons()).anyMatch(reason -> reason.code() == ReasonCode.EQUIPMENT_MISSING));
        set("E-A", 2, EquipmentState.AVAILABLE, null, null);
        assertThat(ask().candidates()).extracting(Candidate::personId).containsExactly("a1", "a2", "b1");
    }

    @Test
    void shouldKnowNothingOlderThanWhatItKnows() {
        set("E-A", 3, EquipmentState.BROKEN, null, null);
        set("E-A", 2, EquipmentState.AVAILABLE, null, null);
        assertThat(ask().candidates()).extracting(Candidate::personId).containsExactly("b1");
    }

    @Test
    void shouldGoWithThoseWhoAreStationedWhereItWasPut() {
        set("E-B", 1, EquipmentState.AVAILABLE, null, "A");
        assertThat(ask().candidates()).extracting(Candidate::personId).containsExactly("a1", "a2");
        assertThat(projection.listEquipment())
                .extracting(DispatchProjection.UnitState::placeId)
                .containsExactly("A", "A");
    }

    @Test
    void shouldCountWhoHasItForTheNeedAndNobodyElseOfTheCrew() {
        set("E-A", 1, EquipmentState.ON_THE_WAY, "a1", null);
        assertThat(projection.needs(TYPE, List.of("a1"), NOW))
                .extracting(Need::covered)
                .containsExactly(1);
        assertThat(projection.needs(TYPE, List.of("a2"), NOW))
                .extracting(Need::covered)
                .containsExactly(0);
        assertThat(projection.listEquipment().get(0).placeId()).isNull();
        assertThat(projection.listEquipment().get(0).lat()).isEqualTo(lat(0));
    }

    @Test
    void shouldSayWhatSomebodyWouldTakeAlongAndThatTheyAreOfNoUseWithout() {
        assertThat(projection.bringing(TYPE, List.of(), "a2", NOW)).isEqualTo(new Bringing(List.of("E-A"), true));
        assertThat(projection.bringing(TYPE, List.of("b1"), "a2", NOW)).isEqualTo(Bringing.NOTHING);
        assertThat(projection.bringing("noise", List.of(), "a2", NOW)).isEqualTo(Bringing.NOTHING);
        assertThat(projection.bringing(TYPE, List.of(), "nobody", NOW)).isEqualTo(Bringing.NOTHING);
    }

    @Test
    void shouldGiveOneEngineToOneOfTheCrewOnly() {
        assertThat(projection.coverers(site("I-1"), NOW, 8, Set.of()).people())
                .extracting(Coverers.Coverer::personId, Coverers.Coverer::equipmentId)
                .containsExactly(tuple("a1", "E-A"), tuple("b1", "E-B"));
    }

    @Test
    void shouldPlanNoEngineForTwoIncidents() {
        bind("b1");
        JointPlanner planner = new JointPlanner(projection, PlanCharges.standard());
        JointPlan plan = planner.plan(List.of(open("I-1"), open("I-2"), open("I-3")), NOW, JointPlan.empty(NOW));
        assertThat(plan.suggestions().stream().flatMap(one -> one.people().stream()))
                .extracting(Place::equipmentId)
                .containsExactly("E-A");
        assertThat(plan.served()).isEqualTo(1);
        assertThat(plan.nearestServed()).isEqualTo(1);
    }

    @Test
    void shouldNameTheEngineInTheTeam() {
        bind("a1");
        set("E-A", 1, EquipmentState.IN_USE, "a1", null);
        assertThat(ask().team().members()).extracting(Team.Member::equipmentId).containsExactly("E-B");
    }

    private Candidates ask() {
        return projection.candidates(site("I-1"), NOW, 8);
    }

    private static Dispatcher.Site site(String incidentId) {
        return new Dispatcher.Site(incidentId, TYPE, lat(0), lon(500), List.of());
    }

    private static OpenIncident open(String incidentId) {
        return new OpenIncident(incidentId, TYPE, lat(0), lon(500), 10, List.of(), List.of());
    }

    private void bind(String personId) {
        projection.apply(new PersonStatus("live", personId, 1, Availability.ASSIGNED, "A-9", "I-9", NOW));
    }

    private void set(String id, long version, EquipmentState state, String personId, String placeId) {
        String incidentId = personId == null ? null : "I-1";
        String assignmentId = personId == null ? null : "A-1";
        projection.apply(new EquipmentStatus(
                "live", id, version, state, assignmentId, incidentId, personId, placeId, null, "王值班", NOW));
    }
}
