package io.watchfloor.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.gateway.push.TestDistrict;
import io.watchfloor.gateway.redis.StreamId;
import io.watchfloor.graph.candidate.Dispatcher;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final People people = new People(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldKnowWhatSomebodyIsDoingWhoWasTakenOutOfTheDistrictAndPutBack() {
        people.open(TestDistrict.project("P-1", "P-2"));
        people.apply(sent(1), StreamId.ZERO);

        people.open(TestDistrict.project("P-2"));
        people.open(TestDistrict.project("P-1", "P-2"));

        assertThat(people.find("P-1").orElseThrow().availability()).isEqualTo(Availability.ASSIGNED);
        assertThat(people.find("P-1").orElseThrow().incidentId()).isEqualTo("I-1");
        assertThat(candidates()).containsExactly("P-2");
    }

    @Test
    void shouldHearWhatSomebodyDoesWhileTheyAreOutOfTheDistrict() {
        people.open(TestDistrict.project("P-1", "P-2"));
        people.apply(sent(1), StreamId.ZERO);
        people.open(TestDistrict.project("P-2"));
        people.apply(new PersonStatus("live", "P-1", 2, Availability.FREE, null, null, NOW), StreamId.ZERO);
        people.apply(sent(1), StreamId.ZERO);

        people.open(TestDistrict.project("P-1", "P-2"));

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
}
