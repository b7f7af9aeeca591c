package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.everyDay;
import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.contract.dispatch.Team;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.candidate.Coverers.Coverer;
import io.watchfloor.graph.district.DistrictDraft;
import io.watchfloor.graph.plan.JointPlan;
import io.watchfloor.graph.plan.JointPlanner;
import io.watchfloor.graph.plan.OpenIncident;
import io.watchfloor.graph.plan.PlanCharges;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * It is 15:57 and people are stuck in a lift, which usually takes half an hour. LEAVING is five minutes away and goes off at
 * 16:00, SHORT is six minutes away and goes off at 16:20, LONG is eight minutes away and stays.
 */
class ShiftEndTest {
    private static final Instant NOW = Instant.parse("2026-03-01T07:57:00Z");
    private static final String LIFT = "elevator-trapped";

    private final DispatchProjection projection = Graph.project(lift().build());

    @Test
    void shouldPassOverWhoseShiftEndsBeforeTheyWouldBeThere() {
        Candidates found = projection.candidates(site(), NOW, 8);

        assertThat(found.candidates()).extracting(Candidate::personId).doesNotContain("LEAVING");
        assertThat(found.passedOver()).extracting(Candidate::personId).containsExactly("LEAVING");
        assertThat(found.passedOver().get(0).reasons())
                .containsExactly(new Reason(
                        ReasonCode.SHIFT_ENDS_BEFORE_ARRIVAL,
                        "当班至 16:00，预计 16:02 才能到达",
                        "On shift until 16:00, would be there at 16:02"));
    }

    @Test
    void shouldTakeWhoHasTimeForTheWorkFirstAndSayWhy() {
        List<Candidate> found = projection.candidates(site(), NOW, 8).candidates();

        assertThat(found).extracting(Candidate::personId).containsExactly("LONG", "SHORT");
        assertThat(found.get(1).travelSeconds()).isEqualTo(360);
        assertThat(found.get(1).reasons())
                .contains(new Reason(
                        ReasonCode.SHIFT_ENDS_SOON,
                        "当班至 16:20，到达后只剩 17 分钟，此类处置通常需 30 分钟，排序略后",
                        "On shift until 16:20, 17 min after arrival; such work usually takes 30 min, so a little later in the"
                                + " list"));
        assertThat(found.get(0).reasons()).extracting(Reason::code).doesNotContain(ReasonCode.SHIFT_ENDS_SOON);
        // Five minutes earlier there is no end before anything is done.
        assertThat(projection.candidates(site(), NOW.minusSeconds(3_600), 8).candidates())
                .extracting(Candidate::personId)
                .containsExactly("LEAVING", "SHORT", "LONG");
    }

    /** ENDING is as far as LONG, and goes off as SHORT does; SHORT comes as if in eleven minutes. */
    @Test
    void shouldNameWhoIsTooFarAlsoWhenTheirOwnShiftEndsSoon() {
        DispatchProjection close = Graph.project(lift().mostWay(7)
                .person("ENDING", "C", List.of(holds("lift-rescue", 3)), everyDay("08:00", "16:20"))
                .build());

        Candidates found = close.candidates(site(), NOW, 1);

        assertThat(found.candidates()).extracting(Candidate::personId).containsExactly("SHORT");
        assertThat(found.passedOver()).extracting(Candidate::personId).containsExactly("LEAVING", "ENDING", "LONG");
    }

    @Test
    void shouldSayTheSameOfWhoIsAskedAbout() {
        assertThat(projection.candidates(site(), NOW, 1, "SHORT").asked().rank())
                .isEqualTo(2);
        assertThat(projection.candidates(site(), NOW, 1, "LEAVING").asked().rank())
                .isNull();
        assertThat(codes(projection
                        .candidates(site(), NOW, 1, "LEAVING")
                        .asked()
                        .person()
                        .reasons()))
                .containsExactly(ReasonCode.SHIFT_ENDS_BEFORE_ARRIVAL);
    }

    @Test
    void shouldSpeakAgainstSendingThemAtTheDeskWhereItIsKnownHowFarTheyAre() {
        assertThat(codes(projection.objections(site(), "LEAVING", NOW)))
                .containsExactly(ReasonCode.SHIFT_ENDS_BEFORE_ARRIVAL);
        assertThat(projection.objections(site(), "SHORT", NOW)).isEmpty();
        assertThat(projection.objections(site(), "LONG", NOW)).isEmpty();
        assertThat(projection.objections(LIFT, "LEAVING", NOW)).isEmpty();
        assertThat(codes(projection.objections(site(), "LEAVING", NOW.plusSeconds(180))))
                .containsExactly(ReasonCode.OFF_SHIFT);
    }

    @Test
    void shouldHoldForTeamsAndForTheJointPlan() {
        assertThat(projection.candidates(site(), NOW, 8).team().members())
                .extracting(Team.Member::personId)
                .containsExactly("LONG");
        assertThat(projection.coverers(site(), NOW, 8, Set.of()).people())
                .extracting(Coverer::personId, Coverer::travelMillis, Coverer::chargeMillis)
                .containsExactly(tuple("LONG", 480_000, 0), tuple("SHORT", 360_000, 300_000));
        assertThat(planned(List.of()).toSend())
                .extracting(JointPlan.Place::personId)
                .containsExactly("LONG");
        projection.apply(new PersonStatus("live", "LONG", 1, Availability.ASSIGNED, "A-1", "I-2", NOW));
        JointPlan.Suggestion without = planned(List.of());
        assertThat(without.toSend()).extracting(JointPlan.Place::personId).containsExactly("SHORT");
        assertThat(without.toSend().get(0).seconds()).isEqualTo(360);
    }

    @Test
    void shouldLetWhoIsOnThisWayAlreadyGoOn() {
        projection.apply(new PersonStatus("live", "LEAVING", 1, Availability.ASSIGNED, "A-1", "I-1", NOW));

        assertThat(planned(List.of("LEAVING")).people())
                .extracting(JointPlan.Place::personId)
                .containsExactly("LEAVING");
    }

    /** Another five minutes on, LEAVING is two minutes beyond their shift and has not arrived. */
    @Test
    void shouldLetThemGoOnWhenTheirShiftHasEndedOnTheWay() {
        projection.apply(new PersonStatus("live", "LEAVING", 1, Availability.ASSIGNED, "A-1", "I-1", NOW));

        JointPlan.Suggestion later = planned(List.of("LEAVING"), NOW.plusSeconds(300));
        assertThat(later.people()).extracting(JointPlan.Place::personId).containsExactly("LEAVING");
        assertThat(later.toSend()).isEmpty();
        assertThat(later.releasedIds()).isEmpty();
    }

    private JointPlan.Suggestion planned(List<String> underWay) {
        return planned(underWay, NOW);
    }

    private JointPlan.Suggestion planned(List<String> underWay, Instant at) {
        OpenIncident open = new OpenIncident("I-1", LIFT, lat(0), lon(0), 8, List.of(), underWay, Map.of());
        return new JointPlanner(projection, PlanCharges.standard())
                .plan(List.of(open), at, JointPlan.empty(at))
                .find("I-1")
                .orElseThrow();
    }

    private static List<ReasonCode> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }

    private static DistrictDraft lift() {
        return new DistrictDraft()
                .skill("lift-rescue", "电梯救援", "Lift rescue", false)
                .requires(LIFT, "lift-rescue", 1, 1)
                .place("SITE", 0, 0)
                .place("A", 3_000, 0)
                .place("B", 3_600, 0)
                .place("C", 4_800, 0)
                .road("SITE", "A", 3_000, 36)
                .road("A", "B", 600, 36)
                .road("B", "C", 1_200, 36)
                .person("LEAVING", "A", List.of(holds("lift-rescue", 3)), everyDay("08:00", "16:00"))
                .person("SHORT", "B", List.of(holds("lift-rescue", 3)), everyDay("08:00", "16:20"))
                .person(
                        "LONG",
                        "C",
                        List.of(holds("lift-rescue", 3)),
                        everyDay("08:00", "16:00"),
                        everyDay("16:00", "23:00"));
    }

    private static Dispatcher.Site site() {
        return new Dispatcher.Site("I-1", LIFT, lat(0), lon(0), List.of());
    }
}
