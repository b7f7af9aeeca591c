package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.everyDay;
import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.AskedPerson;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why not her: of anybody, however far they are from being on the list. */
class AboutPersonTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String FIRE = "fire";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void shouldAnswerForEverybodyAsTheWholeListDoes(long seed) {
        District district = RandomDistrict.of(seed, 7, 60, seed % 2 == 0 ? 1 : 60);
        DispatchProjection dispatcher = Graph.project(district);
        Random random = new Random(seed);
        Dispatcher.Site site = new Dispatcher.Site(
                "I-1",
                RandomDistrict.TYPE,
                lat(random.nextDouble() * RandomDistrict.meters(7)),
                lon(random.nextDouble() * RandomDistrict.meters(7)),
                List.of());
        List<Candidate> everybodyWhoCan =
                dispatcher.candidates(site, NOW, district.people().size()).candidates();

        for (District.Person person : district.people()) {
            Candidates answer = dispatcher.candidates(site, NOW, 1, person.id());
            AskedPerson asked = answer.asked();

            assertThat(asked.person().personId()).isEqualTo(person.id());
            assertThat(asked.person().reasons()).isNotEmpty().allSatisfy(reason -> {
                assertThat(reason.zh()).isNotBlank();
                assertThat(reason.en()).isNotBlank();
                assertThat(reason.code().isFor() || reason.code() == ReasonCode.SHIFT_ENDS_SOON)
                        .isEqualTo(asked.rank() != null);
            });
            if (asked.rank() == null) {
                assertThat(everybodyWhoCan).extracting(Candidate::personId).doesNotContain(person.id());
            } else {
                assertThat(everybodyWhoCan.get(asked.rank() - 1)).isEqualTo(asked.person());
            }
            answer.passedOver().stream()
                    .filter(listed -> listed.personId().equals(person.id()))
                    .forEach(listed -> assertThat(asked.person()).isEqualTo(listed));
        }
    }

    @Test
    void shouldSayEverythingAgainstSomebodyFartherThanTheList() {
        DispatchProjection dispatcher = Graph.project(
                street().person("P-off", "C", List.of(holds("firefighting", 1)), everyDay("08:00", "12:00"))
                        .build());

        AskedPerson asked = dispatcher.candidates(site(), NOW, 1, "P-off").asked();

        assertThat(asked.rank()).isNull();
        assertThat(asked.person().travelSeconds()).isEqualTo(180);
        assertThat(asked.person().reasons())
                .containsExactly(
                        new Reason(ReasonCode.LEVEL_TOO_LOW, "灭火 1 级，需要 2 级", "Firefighting level 1, 2 needed"),
                        new Reason(ReasonCode.OFF_SHIFT, "不当班，下次当班 周一 08:00", "Off shift; next shift Mon 08:00"));
        assertThat(asked.person().paths()).hasSize(1);
    }

    @Test
    void shouldSayThatNobodyElseIsNeeded() {
        DispatchProjection dispatcher = Graph.project(street().build());

        Candidates found =
                dispatcher.candidates(new Dispatcher.Site("I-1", FIRE, lat(0), lon(0), List.of("P-1")), NOW, 8, "P-2");

        assertThat(found.candidates()).isEmpty();
        assertThat(found.asked().rank()).isNull();
        assertThat(found.asked().person().reasons())
                .containsExactly(new Reason(
                        ReasonCode.NOTHING_OPEN, "已派人员满足全部需求", "Those already sent cover everything that is needed"));
    }

    @Test
    void shouldSayWhatKeepsThemAwayWhereNoWayLeads() {
        DispatchProjection dispatcher = Graph.project(street().build());
        dispatcher.apply(new Position("live", "P-2", 0.5, 0.5, null, NOW, "phone"));
        dispatcher.apply(new PersonStatus("live", "P-2", 1, Availability.UNAVAILABLE, null, null, NOW));

        assertThat(codes(dispatcher.candidates(site(), NOW, 8, "P-2").asked()))
                .containsExactly(ReasonCode.UNAVAILABLE, ReasonCode.FAR_OUTSIDE);
        Dispatcher.Site elsewhere = new Dispatcher.Site("I-1", FIRE, 39.9, 116.4, List.of());
        assertThat(codes(dispatcher.candidates(elsewhere, NOW, 8, "P-1").asked()))
                .containsExactly(ReasonCode.SITE_OUTSIDE);
    }

    @Test
    void shouldSayNothingAboutSomebodyUnknown() {
        DispatchProjection dispatcher = Graph.project(street().build());

        assertThat(dispatcher.candidates(site(), NOW, 8, "P-404").asked()).isNull();
        assertThat(dispatcher.candidates(site(), NOW, 8).asked()).isNull();
    }

    @Test
    void shouldListWhoIsOffShiftLast() {
        DistrictDraft draft = street();
        for (int i = 10; i < 30; i++) {
            draft.person("P-" + i, "A", List.of(holds("firefighting", 3)), everyDay("01:00", "02:00"));
        }
        draft.person("Q-beginner", "B", holds("firefighting", 1));
        draft.person("Q-patrol", "B", holds("patrol", 1));
        draft.person("Z-last", "C", holds("firefighting", 3));

        Candidates found = Graph.project(draft.build()).candidates(site(), NOW, 3);

        assertThat(found.candidates()).extracting(Candidate::personId).containsExactly("P-1", "P-2", "Z-last");
        assertThat(found.passedOver()).hasSize(12);
        assertThat(found.passedOver().get(0).personId()).isEqualTo("Q-beginner");
        assertThat(found.passedOver().subList(1, 12))
                .allSatisfy(person -> assertThat(person.personId()).startsWith("P-"));
        assertThat(found.passedOverMore()).isEqualTo(22 - 12);
    }

    /** A minute from place to place. */
    private static DistrictDraft street() {
        return new DistrictDraft()
                .skill("firefighting", "灭火", "Firefighting", false)
                .requires(FIRE, "firefighting", 2, 1)
                .place("SITE", 0, 0)
                .place("A", 600, 0)
                .place("B", 1_200, 0)
                .place("C", 1_800, 0)
                .road("A", "SITE", 600, 36)
                .road("B", "A", 600, 36)
                .road("C", "B", 600, 36)
                .person("P-1", "A", holds("firefighting", 3))
                .person("P-2", "B", holds("firefighting", 3));
    }

    private static Dispatcher.Site site() {
        return new Dispatcher.Site("I-1", FIRE, lat(0), lon(0), List.of());
    }

    private static List<ReasonCode> codes(AskedPerson asked) {
        return asked.person().reasons().stream().map(Reason::code).toList();
    }
}
