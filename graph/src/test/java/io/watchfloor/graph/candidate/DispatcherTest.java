package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.everyDay;
import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Absence;
import io.watchfloor.contract.AbsenceReason;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    /** Sunday, 16:00 in the district. */
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private static final String LIFT = "elevator-trapped";

    @Test
    void shouldRankByRoadAndNotByStraightLine() {
        // B is 200 m away across the river, but the bridge is far; A is 600 m away on a straight road.
        DispatchProjection dispatcher = Graph.project(liftDistrict()
                .place("SITE", 0, 0)
                .place("A", 600, 0)
                .place("BRIDGE", 0, 3_000)
                .place("B", 0, -200)
                .road("A", "SITE", 600, 36)
                .road("SITE", "BRIDGE", 3_000, 36)
                .road("BRIDGE", "B", 3_200, 36)
                .person("P-A", "A", holds("lift-rescue", 3))
                .person("P-B", "B", holds("lift-rescue", 3))
                .build());

        Candidates found = dispatcher.candidates(site(), NOW, 8);

        assertThat(ids(found.candidates())).containsExactly("P-A", "P-B");
        assertThat(found.candidates().get(0).travelSeconds()).isEqualTo(60);
        assertThat(found.candidates().get(0).roadMeters()).isEqualTo(600);
        assertThat(found.candidates().get(1).travelSeconds()).isEqualTo(620);
        assertThat(found.shortfalls()).isEmpty();
        assertThat(found.passedOver()).isEmpty();
    }

    @Test
    void shouldFollowOneWayRoadsTowardsTheSite() {
        DispatchProjection dispatcher = Graph.project(liftDistrict()
                .place("SITE", 0, 0)
                .place("EAST", 500, 0)
                .place("WEST", -500, 0)
                .place("NORTH", 0, 800)
                .oneWay("SITE", "EAST", 500, 36)
                .oneWay("EAST", "NORTH", 940, 36)
                .oneWay("NORTH", "SITE", 800, 36)
                .oneWay("WEST", "SITE", 500, 36)
                .oneWay("NORTH", "WEST", 940, 36)
                .person("P-EAST", "EAST", holds("lift-rescue", 3))
                .person("P-WEST", "WEST", holds("lift-rescue", 3))
                .build());

        Candidates found = dispatcher.candidates(site(), NOW, 8);

        assertThat(ids(found.candidates())).containsExactly("P-WEST", "P-EAST");
        assertThat(found.candidates().get(1).roadMeters()).isEqualTo(1_740);
    }

    @Test
    void shouldAcceptASkillThatImpliesTheNeededOneAndSaySo() {
        DispatchProjection dispatcher = Graph.project(onOneRoad()
                .person("P-1", "A", holds("firefighter", 4, "2026-08-31"))
                .build());

        Candidate candidate = only(dispatcher.candidates(site(), NOW, 8).candidates());

        assertThat(candidate.covers()).containsExactly("lift-rescue");
        assertThat(candidate.reasons())
                .containsExactly(
                        new Reason(
                                ReasonCode.QUALIFIED,
                                "电梯救援 4 级（需要 3 级），由“消防员”技能包含",
                                "Lift rescue level 4 (3 needed), implied by Firefighter"),
                        new Reason(
                                ReasonCode.CERTIFIED,
                                "消防员证书有效期至 2026-08-31",
                                "Firefighter certificate valid until 2026-08-31"),
                        new Reason(ReasonCode.ON_SHIFT, "当班至次日 00:00", "On shift until 00:00 tomorrow"),
                        new Reason(ReasonCode.NEAR, "道路行程 1 分钟，600 米", "1 min by road, 600 m"));
    }

    @Test
    void shouldTakeACertificateToTheEndOfItsLastDayInTheDistrict() {
        DispatchProjection dispatcher = Graph.project(onOneRoad()
                .person("P-1", "A", holds("firefighter", 4, "2026-03-01"))
                .build());

        Instant lastMinute = Instant.parse("2026-03-01T15:59:00Z");
        assertThat(dispatcher.candidates(site(), lastMinute, 8).candidates()).hasSize(1);

        Candidates nextDay = dispatcher.candidates(site(), lastMinute.plusSeconds(60), 8);
        assertThat(nextDay.candidates()).isEmpty();
        assertThat(only(nextDay.passedOver()).reasons())
                .containsExactly(new Reason(
                        ReasonCode.CERTIFICATE_EXPIRED,
                        "消防员证书已于 2026-03-01 过期",
                        "Firefighter certificate expired on 2026-03-01"));
        assertThat(nextDay.shortfalls()).containsExactly(new Need("lift-rescue", 3, 1, 0));
    }

    @Test
    void shouldNotTakeACertifiedSkillWithoutACertificate() {
        DispatchProjection dispatcher = Graph.project(
                onOneRoad().person("P-1", "A", holds("firefighter", 4)).build());

        assertThat(codes(only(dispatcher.candidates(site(), NOW, 8).passedOver())))
                .containsExactly(ReasonCode.CERTIFICATE_EXPIRED);
    }

    @Test
    void shouldKeepAShiftRunningOverMidnight() {
        DispatchProjection dispatcher = Graph.project(onOneRoad()
                .person("P-1", "A", List.of(holds("lift-rescue", 3)), DistrictDraft.on(6, "20:00", "08:00"))
                .build());

        // Saturday's shift, as it is in the district, eight hours ahead of UTC.
        assertThat(dispatcher.isOnDuty("P-1", Instant.parse("2026-02-28T11:59:00Z")))
                .isFalse();
        assertThat(dispatcher.isOnDuty("P-1", Instant.parse("2026-02-28T12:00:00Z")))
                .isTrue();
        assertThat(dispatcher.isOnDuty("P-1", Instant.parse("2026-02-28T23:59:59Z")))
                .isTrue();
        assertThat(dispatcher.isOnDuty("P-1", Instant.parse("2026-03-01T00:00:00Z")))
                .isFalse();
        assertThat(dispatcher.isOnDuty("P-404", NOW)).isFalse();

        Candidate passedOver = only(dispatcher.candidates(site(), NOW, 8).passedOver());
        assertThat(passedOver.reasons())
                .containsExactly(
                        new Reason(ReasonCode.OFF_SHIFT, "不当班，下次当班 周六 20:00", "Off shift; next shift Sat 20:00"));
    }

    @Test
    void shouldAcceptAnAlternativeAndPreferTheSkillItself() {
        DispatchProjection dispatcher = Graph.project(new DistrictDraft()
                .skill("electrician", "电工", "Electrician", false)
                .skill("lift-rescue", "电梯救援", "Lift rescue", false)
                .requires(LIFT, "lift-rescue", 3, 1, "electrician")
                .place("SITE", 0, 0)
                .place("A", 600, 0)
                .road("A", "SITE", 600, 36)
                .person("P-1", "A", holds("electrician", 3))
                .person("P-2", "A", holds("electrician", 5), holds("lift-rescue", 3))
                .build());

        List<Candidate> found = dispatcher.candidates(site(), NOW, 8).candidates();

        assertThat(ids(found)).containsExactly("P-1", "P-2");
        assertThat(found.get(0).covers()).containsExactly("lift-rescue");
        assertThat(found.get(0).reasons().get(0).zh()).isEqualTo("电工 3 级（需要 3 级），可替代“电梯救援”");
        assertThat(found.get(1).reasons().get(0).zh()).isEqualTo("电梯救援 3 级（需要 3 级）");
    }

    @Test
    void shouldGiveEveryReasonAgainstSomebody() {
        DispatchProjection dispatcher = Graph.project(onOneRoad()
                .person("P-1", "A", List.of(holds("firefighter", 2, "2026-01-31")), everyDay("08:00", "12:00"))
                .build());
        dispatcher.apply(new PersonStatus("live", "P-1", 1, Availability.ASSIGNED, "A-1", "I-OTHER", NOW));

        assertThat(codes(only(dispatcher.candidates(site(), NOW, 8).passedOver())))
                .containsExactly(
                        ReasonCode.LEVEL_TOO_LOW,
                        ReasonCode.CERTIFICATE_EXPIRED,
                        ReasonCode.OFF_SHIFT,
                        ReasonCode.ASSIGNED_ELSEWHERE);
    }

    @Test
    void shouldPassOverOnlyWhoIsNearerThanTheLastCandidate() {
        DispatchProjection dispatcher = Graph.project(onOneRoad()
                .place("B", 1_200, 0)
                .place("C", 1_800, 0)
                .road("B", "A", 600, 36)
                .road("C", "B", 600, 36)
                .person("P-NEAR", "A", holds("lift-rescue", 1))
                .person("P-PATROL", "A", holds("patrol", 5))
                .person("P-CAN", "B", holds("lift-rescue", 3))
                .person("P-FAR", "C", holds("lift-rescue", 1))
                .build());

        Candidates found = dispatcher.candidates(site(), NOW, 8);

        assertThat(ids(found.candidates())).containsExactly("P-CAN");
        assertThat(ids(found.passedOver())).containsExactly("P-NEAR", "P-PATROL");
        assertThat(found.passedOver().get(1).reasons())
                .containsExactly(new Reason(ReasonCode.SKILL_MISSING, "没有所需技能：电梯救援", "Does not have Lift rescue"));
        assertThat(found.passedOverMore()).isZero();
    }

    @Test
    void shouldCutTheListWithTheMoreInterestingReasonsFirst() {
        DistrictDraft draft = onOneRoad().place("B", 1_200, 0).road("B", "A", 600, 36);
        for (int i = 10; i < 40; i++) {
            draft.person("P-" + i, "A", holds("patrol", 5));
        }
        draft.person("Q-1", "B", holds("lift-rescue", 2)).person("Q-2", "B", holds("lift-rescue", 3));

        Candidates found = Graph.project(draft.build()).candidates(site(), NOW, 8);

        assertThat(ids(found.candidates())).containsExactly("Q-2");
        assertThat(found.passedOver()).hasSize(12);
        assertThat(ids(found.passedOver())).startsWith("P-10").endsWith("Q-1");
        assertThat(found.passedOverMore()).isEqualTo(31 - 12);
    }

    @Test
    void shouldKeepAPlaceForASkillThatOnlySomebodyFartherHas() {
        DistrictDraft draft = new DistrictDraft()
                .skill("firefighting", "灭火", "Firefighting", false)
                .skill("first-aid", "急救", "First aid", false)
                .requires("fire", "firefighting", 1, 2)
                .requires("fire", "first-aid", 1, 1)
                .place("SITE", 0, 0)
                .place("A", 600, 0)
                .place("B", 5_000, 0)
                .road("A", "SITE", 600, 36)
                .road("B", "A", 4_400, 36);
        for (int i = 1; i <= 9; i++) {
            draft.person("P-" + i, "A", holds("firefighting", 3));
        }
        draft.person("P-MEDIC", "B", holds("first-aid", 3));
        DispatchProjection dispatcher = Graph.project(draft.build());

        Candidates found = dispatcher.candidates(site("fire"), NOW, 4);

        assertThat(ids(found.candidates())).containsExactly("P-1", "P-2", "P-3", "P-MEDIC");
        assertThat(found.shortfalls()).isEmpty();
        assertThat(found.passedOver()).isEmpty();

        dispatcher.apply(new PersonStatus("live", "P-MEDIC", 1, Availability.UNAVAILABLE, null, null, NOW));
        Candidates without = dispatcher.candidates(site("fire"), NOW, 4);
        assertThat(ids(without.candidates())).containsExactly("P-1", "P-2", "P-3", "P-4");
        assertThat(without.shortfalls()).containsExactly(new Need("first-aid", 1, 1, 0));
    }

    @Test
    void shouldSayWhyAndUntilWhenSomebodyIsSignedOff() {
        DispatchProjection dispatcher = Graph.project(
                onOneRoad().person("P-1", "A", holds("lift-rescue", 3)).build());
        Absence ill = new Absence(AbsenceReason.ILL, "发烧", NOW.plusSeconds(3_600), "王值班", NOW);
        dispatcher.apply(
                new PersonStatus("live", "P-1", 1, Availability.UNAVAILABLE, null, null, NOW).signedOff(ill, NOW));

        String hour =
                LocalTime.ofInstant(NOW.plusSeconds(3_600), DistrictDraft.ZONE).toString();
        assertThat(only(dispatcher.candidates(site(), NOW, 8).passedOver()).reasons())
                .contains(new Reason(
                        ReasonCode.UNAVAILABLE, "暂离（病假）：发烧，至 " + hour, "Signed off (ill): 发烧, until " + hour));
    }

    @Test
    void shouldCountEachSentPersonForOneNeed() {
        DispatchProjection dispatcher = Graph.project(new DistrictDraft()
                .skill("firefighting", "灭火", "Firefighting", false)
                .skill("first-aid", "急救", "First aid", false)
                .requires("fire", "firefighting", 1, 1)
                .requires("fire", "first-aid", 1, 1)
                .place("SITE", 0, 0)
                .place("A", 600, 0)
                .road("A", "SITE", 600, 36)
                .person("P-BOTH", "A", holds("firefighting", 3), holds("first-aid", 3))
                .person("P-FIRE", "A", holds("firefighting", 3))
                .person("P-MEDIC", "A", holds("first-aid", 3))
                .build());

        assertThat(dispatcher.needs("fire", List.of("P-BOTH"), NOW))
                .extracting(Need::covered)
                .containsExactly(1, 0);
        assertThat(dispatcher.needs("fire", List.of("P-BOTH", "P-FIRE", "P-404"), NOW))
                .extracting(Need::covered)
                .containsExactly(1, 1);

        Candidates found =
                dispatcher.candidates(new Dispatcher.Site("I-1", "fire", lat(0), lon(0), List.of("P-FIRE")), NOW, 8);
        assertThat(ids(found.candidates())).containsExactly("P-BOTH", "P-MEDIC");
        assertThat(codes(only(found.passedOver()))).contains(ReasonCode.ALREADY_SENT);

        Candidates covered = dispatcher.candidates(
                new Dispatcher.Site("I-1", "fire", lat(0), lon(0), List.of("P-FIRE", "P-MEDIC")), NOW, 8);
        assertThat(covered.candidates()).isEmpty();
        assertThat(covered.shortfalls()).isEmpty();
    }

    @Test
    void shouldNeedAPatrolWhereNothingIsRequired() {
        DispatchProjection dispatcher =
                Graph.project(onOneRoad().person("P-1", "A", holds("patrol", 1)).build());

        assertThat(dispatcher.needs("noise", List.of(), NOW)).containsExactly(new Need("patrol", 1, 1, 0));
        assertThat(dispatcher.needs(null, List.of(), NOW)).containsExactly(new Need("patrol", 1, 1, 0));
        assertThat(ids(dispatcher.candidates(site("noise"), NOW, 8).candidates()))
                .containsExactly("P-1");
    }

    @Test
    void shouldBreakTiesByIdWhereverPeopleStandInTheFile() {
        DispatchProjection dispatcher = Graph.project(onOneRoad()
                .person("P-3", "A", holds("lift-rescue", 3))
                .person("P-1", "A", holds("lift-rescue", 3))
                .person("P-2", "A", holds("lift-rescue", 3))
                .build());

        assertThat(ids(dispatcher.candidates(site(), NOW, 2).candidates())).containsExactly("P-1", "P-2");
    }

    @Test
    void shouldFollowPeopleAndIgnoreWhatIsOlder() {
        DispatchProjection dispatcher = Graph.project(
                onOneRoad().person("P-1", "A", holds("lift-rescue", 3)).build());
        dispatcher.apply(position("P-1", 0, 0, NOW.minusSeconds(1_200)));
        dispatcher.apply(position("P-1", 600, 0, NOW.minusSeconds(1_300)));
        dispatcher.apply(position("P-404", 0, 0, NOW));

        Candidate candidate = only(dispatcher.candidates(site(), NOW, 8).candidates());
        assertThat(candidate.travelSeconds()).isZero();
        assertThat(candidate.positionAgeSeconds()).isEqualTo(1_200);

        dispatcher.apply(new PersonStatus("live", "P-1", 5, Availability.ASSIGNED, "A-1", "I-2", NOW));
        dispatcher.apply(new PersonStatus("live", "P-1", 4, Availability.FREE, null, null, NOW));
        assertThat(dispatcher.find("P-1").orElseThrow().status().version()).isEqualTo(5);
        assertThat(dispatcher.candidates(site(), NOW, 8).candidates()).isEmpty();
        assertThat(dispatcher.listAll()).hasSize(1);
        assertThat(dispatcher.find("P-404")).isEmpty();
    }

    @Test
    void shouldAddTheWayToAndFromTheRoad() {
        DispatchProjection dispatcher = Graph.project(
                onOneRoad().person("P-1", "A", holds("lift-rescue", 3)).build());
        dispatcher.apply(position("P-1", 600, 100, NOW));

        Candidate candidate = only(dispatcher
                .candidates(new Dispatcher.Site("I-1", LIFT, lat(50), lon(0), List.of()), NOW, 8)
                .candidates());

        // 100 m and 50 m beside the road at 5 m/s, 600 m on it at 10 m/s.
        assertThat(candidate.travelSeconds()).isEqualTo(20 + 60 + 10);
        assertThat(candidate.roadMeters()).isEqualTo(750);
    }

    @Test
    void shouldSayWhenNoRoadLeadsToTheSite() {
        DispatchProjection dispatcher = Graph.project(onOneRoad()
                .place("ISLAND", 0, -2_000)
                .place("PIER", 300, -2_000)
                .road("ISLAND", "PIER", 300, 36)
                .person("P-1", "ISLAND", holds("lift-rescue", 3))
                .build());

        Candidates found = dispatcher.candidates(site(), NOW, 8);

        assertThat(found.candidates()).isEmpty();
        assertThat(only(found.passedOver()).reasons())
                .containsExactly(new Reason(
                        ReasonCode.NO_ROAD, "没有道路可达，直线距离 2.0 公里", "No road leads here; 2.0 km in a straight line"));
    }

    @Test
    void shouldAnswerForAnEmptyDistrict() {
        DispatchProjection dispatcher = Graph.project(District.empty(DistrictDraft.ZONE));

        Candidates found = dispatcher.candidates(site(), NOW, 8);

        assertThat(found.needs()).containsExactly(new Need("patrol", 1, 1, 0));
        assertThat(found.candidates()).isEmpty();
        assertThat(found.shortfalls()).hasSize(1);
        assertThat(dispatcher.cellIdAt(31, 121)).isNull();
        assertThat(dispatcher.listAll()).isEmpty();
    }

    @Test
    void shouldFindTheCellAPointLiesIn() {
        DispatchProjection dispatcher = Graph.project(new DistrictDraft()
                .cell("C-1", 0, 0, 400)
                .cell("C-2", 400, 0, 400)
                .build());

        assertThat(dispatcher.cellIdAt(lat(200), lon(200))).isEqualTo("C-1");
        assertThat(dispatcher.cellIdAt(lat(200), lon(600))).isEqualTo("C-2");
        assertThat(dispatcher.cellIdAt(lat(200), lon(400))).isEqualTo("C-2");
        assertThat(dispatcher.cellIdAt(lat(-1), lon(200))).isNull();
        assertThat(dispatcher.cellIdAt(0, 0)).isNull();
    }

    private static DistrictDraft liftDistrict() {
        return new DistrictDraft()
                .skill("lift-rescue", "电梯救援", "Lift rescue", false)
                .skill("firefighter", "消防员", "Firefighter", true, "lift-rescue")
                .requires(LIFT, "lift-rescue", 3, 1);
    }

    /** The site and A, 600 m or one minute apart. */
    private static DistrictDraft onOneRoad() {
        return liftDistrict().place("SITE", 0, 0).place("A", 600, 0).road("A", "SITE", 600, 36);
    }

    private static Dispatcher.Site site() {
        return site(LIFT);
    }

    private static Dispatcher.Site site(String type) {
        return new Dispatcher.Site("I-1", type, lat(0), lon(0), List.of());
    }

    private static Position position(String personId, double east, double north, Instant at) {
        return new Position("live", personId, lat(north), lon(east), 5.0, at, "phone");
    }

    private static List<String> ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::personId).toList();
    }

    private static List<ReasonCode> codes(Candidate candidate) {
        return candidate.reasons().stream().map(Reason::code).toList();
    }

    private static Candidate only(List<Candidate> candidates) {
        assertThat(candidates).hasSize(1);
        return candidates.get(0);
    }
}
