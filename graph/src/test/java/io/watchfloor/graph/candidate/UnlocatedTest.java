package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.everyDay;
import static io.watchfloor.graph.district.DistrictDraft.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.EndReason;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnlocatedTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String FIRE = "fire";

    private final DispatchProjection dispatcher = Graph.project(new DistrictDraft()
            .skill("alpha", "甲", "Alpha", false)
            .skill("beta", "乙", "Beta", false)
            .add(new District.Skill("weak", "弱", "Weak", List.of(), false, List.of(new District.StandIn("alpha", 1))))
            .requires(FIRE, "alpha", 2, 3)
            .requires(FIRE, "beta", 1, 1)
            .place("A", 0, 0)
            .place("B", 600, 0)
            .road("A", "B", 600, 36)
            .person("P-able", "A", holds("alpha", 2))
            .person("P-best", "A", holds("alpha", 5))
            .person("P-both", "B", holds("alpha", 2), holds("beta", 1))
            .person("P-busy", "A", holds("alpha", 5))
            .person("P-far", "A", holds("alpha", 5))
            .person("P-low", "A", holds("alpha", 1))
            .person("P-off", "A", List.of(holds("alpha", 5)), everyDay("01:00", "02:00"))
            .person("P-weak", "A", holds("weak", 5))
            .build());

    @Test
    void shouldListWhoIsFreeAndAbleTheMostAbleFirstWithoutTimes() {
        bindAndSendFar();

        Candidates found = dispatcher.unlocated(nowhere(List.of(), Map.of()), NOW, 8);

        assertThat(found.located()).isFalse();
        assertThat(found.team()).isNull();
        assertThat(found.passedOver()).isEmpty();
        assertThat(found.shortfalls()).isEmpty();
        assertThat(found.candidates())
                .extracting(Candidate::personId)
                .containsExactly("P-both", "P-best", "P-able", "P-weak");
        assertThat(found.candidates()).allSatisfy(person -> {
            assertThat(person.travelSeconds()).isNull();
            assertThat(person.roadMeters()).isNull();
            assertThat(person.reasons()).extracting(Reason::code).doesNotContain(ReasonCode.NEAR);
            assertThat(person.paths()).isNotEmpty();
        });
        assertThat(dispatcher.unlocated(nowhere(List.of(), Map.of()), NOW, 2).candidates())
                .hasSize(2);
    }

    @Test
    void shouldCountWhoWasSentAndSayWhatStaysShort() {
        bindAndSendFar();

        Candidates found = dispatcher.unlocated(nowhere(List.of("P-both"), Map.of()), NOW, 8);

        assertThat(found.candidates()).extracting(Candidate::personId).containsExactly("P-best", "P-able", "P-weak");
        assertThat(found.needs()).contains(new Need("alpha", 2, 3, 1));
        assertThat(found.shortfalls()).containsExactly(new Need("beta", 1, 1, 0));
    }

    @Test
    void shouldNotListAgainWhoeverWasAskedInVain() {
        bindAndSendFar();
        EarlierAnswer declined = new EarlierAnswer(AssignmentState.DECLINED, NOW, EndReason.BUSY, null);

        assertThat(dispatcher
                        .unlocated(nowhere(List.of(), Map.of("P-best", declined)), NOW, 8)
                        .candidates())
                .extracting(Candidate::personId)
                .containsExactly("P-both", "P-able", "P-weak");
    }

    private static Dispatcher.Site nowhere(List<String> sent, Map<String, EarlierAnswer> answers) {
        return Dispatcher.Site.nowhere("I-1", FIRE, sent, answers);
    }

    private void bindAndSendFar() {
        dispatcher.apply(new PersonStatus("live", "P-busy", 1, Availability.ASSIGNED, "A-1", "I-2", NOW));
        dispatcher.apply(new Position("live", "P-far", -33.4, -70.6, null, NOW, "phone"));
    }
}
