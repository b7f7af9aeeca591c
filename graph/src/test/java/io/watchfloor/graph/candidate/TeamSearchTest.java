package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.everyDay;
import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.GraphPath;
import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.contract.dispatch.Team;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.candidate.Coverers.Coverer;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamSearchTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String TYPE = "fire";

    @Test
    void shouldMakeUpTheTeamThatIsThereSoonest() {
        Team team = ask(road().requires(TYPE, "alpha", 1, 1)
                        .requires(TYPE, "beta", 1, 1)
                        .person("both", "A", holds("alpha", 3), holds("beta", 3))
                        .person("near", "B", holds("alpha", 3))
                        .person("far", "D", holds("beta", 3)))
                .team();

        // The one who can do both has to take what the near one cannot.
        assertThat(team.complete()).isTrue();
        assertThat(team.members())
                .extracting(Team.Member::personId, Team.Member::covers)
                .containsExactly(tuple("both", List.of("beta")), tuple("near", List.of("alpha")));
        assertThat(team.readySeconds()).isEqualTo(team.members().get(1).travelSeconds());
        assertThat(team.members().get(0).backfill().personId()).isEqualTo("far");
        assertThat(team.members().get(1).backfill()).isNull();
    }

    @Test
    void shouldLetOnePersonCoverASharedNeedAsWell() {
        DistrictDraft draft = road().requires(TYPE, "alpha", 1, 1)
                .add(new District.Requirement(TYPE, "beta", 1, 1, List.of(), "", null, true))
                .person("both", "A", holds("alpha", 3), holds("beta", 3))
                .person("near", "B", holds("beta", 3));

        Candidates answer = ask(draft);

        assertThat(answer.team().members()).singleElement().satisfies(member -> assertThat(member.covers())
                .containsExactly("alpha", "beta"));
        assertThat(Graph.project(draft.build()).needs(TYPE, List.of("both"), NOW))
                .extracting(Need::covered)
                .containsExactly(1, 1);
    }

    @Test
    void shouldSayWhatIsShortWhenThereAreNotEnough() {
        Team team = ask(road().requires(TYPE, "alpha", 1, 3).person("one", "A", holds("alpha", 3)))
                .team();

        assertThat(team.complete()).isFalse();
        assertThat(team.members()).extracting(Team.Member::personId).containsExactly("one");
        assertThat(team.shortfalls()).containsExactly(new Need("alpha", 1, 3, 1));
    }

    @Test
    void shouldChooseTheAlternativeTeamThatIsReadySooner() {
        DistrictDraft draft = road().add(new District.Requirement(TYPE, "alpha", 1, 2, List.of(), "pair", null, false))
                .add(new District.Requirement(TYPE, "beta", 1, 1, List.of(), "expert", null, false))
                .requires(TYPE, "patrol", 1, 1)
                .person("a1", "A", holds("alpha", 3))
                .person("a2", "D", holds("alpha", 3))
                .person("b", "B", holds("beta", 3))
                .person("p", "A", holds("patrol", 1));

        Candidates answer = ask(draft);

        assertThat(answer.team().label()).isEqualTo("expert");
        assertThat(answer.team().members()).extracting(Team.Member::personId).containsExactly("p", "b");
        assertThat(answer.otherTeams()).extracting(Team::label).containsExactly("pair");
        assertThat(answer.needs()).extracting(Need::skillId).containsExactly("beta", "patrol");
        Coverers coverers = Graph.project(draft.build()).coverers(site(List.of()), NOW, 8, Set.of());
        assertThat(coverers.alternatives())
                .containsExactly(maskOf(coverers, "alpha", "patrol"), maskOf(coverers, "beta", "patrol"));
    }

    @Test
    void shouldNeedNobodyMoreOnceOneOfTheTeamsIsWhole() {
        DistrictDraft draft = road().add(new District.Requirement(TYPE, "alpha", 1, 2, List.of(), "pair", null, false))
                .add(new District.Requirement(TYPE, "beta", 1, 1, List.of(), "expert", null, false))
                .person("a1", "A", holds("alpha", 3))
                .person("b", "B", holds("beta", 3));

        Candidates answer = Graph.project(draft.build()).candidates(site(List.of("b")), NOW, 8);

        assertThat(answer.needs()).containsExactly(new Need("beta", 1, 1, 1));
        assertThat(answer.candidates()).isEmpty();
        assertThat(answer.team()).isNull();
    }

    @Test
    void shouldPreferSomebodyFullyAbleToAStandInWhoIsLittleNearer() {
        DistrictDraft draft = road().add(new District.Skill(
                        "weak", "弱", "Weak", List.of(), false, List.of(new District.StandIn("alpha", 1))))
                .requires(TYPE, "alpha", 2, 1)
                .person("weak", "A", holds("weak", 3))
                .person("weaker", "A", holds("weak", 2))
                .person("able", "B", holds("alpha", 2));

        Candidates answer = ask(draft);

        assertThat(answer.team().members()).extracting(Team.Member::personId).containsExactly("able");
        assertThat(answer.candidates().get(0).personId()).isEqualTo("weak");
        assertThat(answer.candidates().get(0).reasons().get(0).code()).isEqualTo(ReasonCode.STANDS_IN);
        assertThat(answer.candidates().get(0).reasons().get(0).zh()).contains("顶替", "较弱");
        assertThat(links(answer.candidates().get(0).paths().get(0)))
                .containsExactly("HAS>", "STANDS_IN_FOR>", "<REQUIRES");
        assertThat(answer.passedOver())
                .filteredOn(person -> person.personId().equals("weaker"))
                .singleElement()
                .satisfies(person -> assertThat(person.reasons())
                        .containsExactly(new Reason(
                                ReasonCode.LEVEL_TOO_LOW,
                                "没有“甲”；“弱”2 级只按 1 级计，需要 2 级",
                                "No Alpha; Weak level 2 counts as level 1 here, 2 needed")));
    }

    @Test
    void shouldCountAStandInForNothingRatherThanForLess() {
        DistrictDraft draft = road().add(new District.Skill(
                        "weak", "弱", "Weak", List.of(), false, List.of(new District.StandIn("alpha", 3))))
                .requires(TYPE, "alpha", 3, 1)
                .person("weaker", "A", holds("weak", 1));

        assertThat(ask(draft).passedOver().get(0).reasons().get(0).en())
                .isEqualTo("No Alpha; Weak level 1 counts as level 0 here, 3 needed");
    }

    @Test
    void shouldTakeAsManyCrewsAsThereAreVehicles() {
        DistrictDraft draft = road().add(new District.Requirement(TYPE, "alpha", 1, 2, List.of(), "", "engine", false))
                .equipment("E-1", "engine", "B", "alpha", 2)
                .person("driver", "B", holds("alpha", 2))
                .person("second", "B", holds("alpha", 4))
                .person("beginner", "B", holds("alpha", 1))
                .person("without", "A", holds("alpha", 4));

        Candidates answer = ask(draft);

        assertThat(answer.team().members())
                .extracting(Team.Member::personId, Team.Member::equipmentId)
                .containsExactly(tuple("driver", "E-1"));
        assertThat(answer.team().shortfalls()).containsExactly(new Need("alpha", 1, 2, 1));
        assertThat(answer.candidates()).extracting(person -> person.personId()).containsExactly("driver", "second");
        assertThat(answer.passedOver())
                .filteredOn(person -> person.personId().equals("without"))
                .singleElement()
                .satisfies(
                        person -> assertThat(person.reasons().get(0).code()).isEqualTo(ReasonCode.EQUIPMENT_MISSING));
        assertThat(answer.candidates().get(0).paths())
                .extracting(TeamSearchTest::links)
                .contains(List.of("STATIONED_AT>", "<KEPT_AT"));
    }

    /** GOING is nearer, is taken second because their shift ends soon, and has to leave E-1 to STAYING, who can drive no other. */
    @Test
    void shouldLeaveEachTheVehicleTheyWereTakenFor() {
        DispatchProjection projection =
                Graph.project(road().add(new District.Requirement(TYPE, "alpha", 1, 2, List.of(), "", "engine", false))
                        .equipment("E-1", "engine", "B", "alpha", 1)
                        .equipment("E-2", "engine", "B", "beta", 1)
                        .person("GOING", "B", List.of(holds("alpha", 2), holds("beta", 2)), everyDay("08:00", "16:05"))
                        .person("STAYING", "B", holds("alpha", 2))
                        .build());
        projection.apply(new Position("live", "GOING", lat(0), lon(0), 5.0, NOW, "phone"));

        assertThat(projection.candidates(site(List.of()), NOW, 8).team().members())
                .extracting(Team.Member::personId, Team.Member::equipmentId)
                .containsExactly(tuple("GOING", "E-2"), tuple("STAYING", "E-1"));
    }

    @Test
    void shouldLeadFromThePersonOverWhatIsImpliedToTheIncidentType() {
        Candidates answer = ask(road().skill("gamma", "丙", "Gamma", true, "alpha")
                .requires(TYPE, "alpha", 1, 1)
                .person("expired", "A", holds("gamma", 3, "2026-01-31"))
                .person("able", "B", holds("gamma", 3, "2026-12-31")));

        GraphPath path = answer.candidates().get(0).paths().get(0);
        assertThat(links(path)).containsExactly("HAS>", "IMPLIES>", "<REQUIRES");
        assertThat(path.nodes()).extracting(GraphPath.Node::id).containsExactly("able", "gamma", "alpha", TYPE);
        assertThat(path.links().get(0).zh()).isEqualTo("3 级，证书至 2026-12-31");
        assertThat(answer.passedOver().get(0).paths().get(0).links().get(0).en())
                .isEqualTo("level 3, certificate expired 2026-01-31");
    }

    /** The soonest complete team by trying every set of people; whose shift ends soon counts as later. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldBeAsSoonAsTheBestOfAllTeams(long seed) {
        District district = RandomDistrict.of(seed, 5, 14);
        DispatchProjection projection = Graph.project(district);
        Dispatcher.Site site = new Dispatcher.Site("I-1", TYPE, lat(431), lon(377), List.of());
        Coverers coverers = projection.coverers(site, NOW, 100, Set.of());

        Team team = projection.candidates(site, NOW, 8).team();

        long best = Long.MAX_VALUE;
        int most = 0;
        int places =
                coverers.needs().stream().mapToInt(Coverers.OpenNeed::places).sum();
        for (int set = 0; set < 1 << coverers.people().size(); set++) {
            Coverage coverage = new Coverage(coverers.needs().stream()
                    .mapToInt(Coverers.OpenNeed::places)
                    .toArray());
            long last = 0;
            for (int i = 0; i < coverers.people().size(); i++) {
                if ((set & (1 << i)) != 0) {
                    coverage.offer(coverers.people().get(i).needs());
                    last = Math.max(last, counted(coverers.people().get(i)));
                }
            }
            int filled = places - coverage.open();
            best = filled > most ? last : filled == most ? Math.min(best, last) : best;
            most = Math.max(most, filled);
        }
        assertThat(team.members()).hasSize(most);
        assertThat(team.complete()).isEqualTo(most == places);
        if (most > 0) {
            Map<String, Coverer> byId =
                    coverers.people().stream().collect(Collectors.toMap(Coverer::personId, person -> person));
            List<Coverer> members = team.members().stream()
                    .map(member -> byId.get(member.personId()))
                    .toList();
            assertThat(members.stream().mapToLong(TeamSearchTest::counted).max())
                    .hasValue(best);
            assertThat(team.readySeconds())
                    .isEqualTo(Math.round(members.stream()
                                    .mapToInt(Coverer::travelMillis)
                                    .max()
                                    .orElseThrow()
                            / 1_000.0));
        }
    }

    private static long counted(Coverer person) {
        return (long) person.travelMillis() + person.chargeMillis();
    }

    private static int maskOf(Coverers coverers, String... skills) {
        int mask = 0;
        for (int i = 0; i < coverers.needs().size(); i++) {
            mask |= List.of(skills).contains(coverers.needs().get(i).skillId()) ? 1 << i : 0;
        }
        return mask;
    }

    private static List<String> links(GraphPath path) {
        List<String> links = new ArrayList<>();
        path.links().forEach(link -> links.add(link.forward() ? link.type() + ">" : "<" + link.type()));
        return links;
    }

    private static Candidates ask(DistrictDraft draft) {
        return Graph.project(draft.build()).candidates(site(List.of()), NOW, 8);
    }

    private static Dispatcher.Site site(List<String> sent) {
        return new Dispatcher.Site("I-1", TYPE, lat(0), lon(0), sent);
    }

    /** Four places along a road, a kilometre and a minute and a half apart. */
    private static DistrictDraft road() {
        return new DistrictDraft()
                .skill("alpha", "甲", "Alpha", false)
                .skill("beta", "乙", "Beta", false)
                .place("A", 0, 0)
                .place("B", 1_000, 0)
                .place("C", 2_000, 0)
                .place("D", 3_000, 0)
                .road("A", "B", 1_000, 40)
                .road("B", "C", 1_000, 40)
                .road("C", "D", 1_000, 40);
    }
}
