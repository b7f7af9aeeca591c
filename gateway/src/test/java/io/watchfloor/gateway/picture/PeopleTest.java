package io.watchfloor.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.gateway.redis.StreamId;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.candidate.Dispatcher;
import io.watchfloor.graph.district.District;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final People people = new People(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldKnowWhatSomebodyIsDoingWhoWasTakenOutOfTheDistrictAndPutBack() {
        people.open(district("P-1", "P-2"));
        people.apply(sent(1), StreamId.ZERO);

        people.open(district("P-2"));
        people.open(district("P-1", "P-2"));

        assertThat(people.find("P-1").orElseThrow().availability()).isEqualTo(Availability.ASSIGNED);
        assertThat(people.find("P-1").orElseThrow().incidentId()).isEqualTo("I-1");
        assertThat(candidates()).containsExactly("P-2");
    }

    @Test
    void shouldHearWhatSomebodyDoesWhileTheyAreOutOfTheDistrict() {
        people.open(district("P-1", "P-2"));
        people.apply(sent(1), StreamId.ZERO);
        people.open(district("P-2"));
        people.apply(new PersonStatus("live", "P-1", 2, Availability.FREE, null, null, NOW), StreamId.ZERO);
        people.apply(sent(1), StreamId.ZERO);

        people.open(district("P-1", "P-2"));

        assertThat(people.find("P-1").orElseThrow().availability()).isEqualTo(Availability.FREE);
        assertThat(candidates()).containsExactly("P-1", "P-2");
    }

    @Test
    void shouldSayUpToWhenItKnowsEverything() {
        assertThat(people.currentAt()).isEmpty();

        people.current();

        assertThat(people.currentAt()).contains(NOW);
    }

    private List<String> candidates() {
        Dispatcher.Site site = new Dispatcher.Site("I-2", "noise", 31.23, 121.47, List.of());
        return people.projection().orElseThrow().candidates(site, NOW, 8).candidates().stream()
                .map(Candidate::personId)
                .toList();
    }

    private static PersonStatus sent(long version) {
        return new PersonStatus("live", "P-1", version, Availability.ASSIGNED, "A-1", "I-1", NOW);
    }

    private static DispatchProjection district(String... personIds) {
        District.Shift always =
                new District.Shift(List.of(1, 2, 3, 4, 5, 6, 7), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        return Graph.project(new District(
                "d",
                "区",
                "District",
                ZoneId.of("Asia/Shanghai"),
                List.of(),
                List.of(),
                List.of(new District.Organization("o", "公安", "Police", "department")),
                List.of(new District.Skill("patrol", "巡逻", "Patrol", List.of(), false)),
                List.of(
                        new District.Place("p1", "站", "Station", "station", null, 31.23, 121.47, List.of()),
                        new District.Place("p2", "口", "Junction", "junction", null, 31.231, 121.471, List.of())),
                List.of(new District.Road("r1", "路", "Road", "p1", "p2", 150, 30, false)),
                Stream.of(personIds)
                        .map(id -> new District.Person(
                                id,
                                id,
                                id,
                                "o",
                                "p1",
                                List.of(new District.HeldSkill("patrol", 1, null)),
                                List.of(always)))
                        .toList(),
                List.of()));
    }
}
