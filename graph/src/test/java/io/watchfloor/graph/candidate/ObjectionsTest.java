package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.everyDay;
import static io.watchfloor.graph.district.DistrictDraft.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fire needs somebody who puts it out and somebody who helps the hurt; it is 4 pm. */
class ObjectionsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final DispatchProjection projection = Graph.project(new DistrictDraft()
            .skill("firefighting", "灭火", "Firefighting", false)
            .skill("first-aid", "急救", "First aid", false)
            .requires("fire", "firefighting", 2, 1)
            .requires("fire", "first-aid", 1, 1)
            .place("A", 0, 0)
            .person("P-FIRE", "A", holds("firefighting", 3))
            .person("P-MEDIC", "A", holds("first-aid", 1))
            .person("P-LOW", "A", holds("firefighting", 1))
            .person("P-PATROL", "A", holds("patrol", 3))
            .person("P-NIGHT", "A", List.of(holds("firefighting", 3)), everyDay("22:00", "06:00"))
            .build());

    @Test
    void shouldSpeakAgainstNobodyWhoCanDoAnythingOfIt() {
        assertThat(codes("P-FIRE")).isEmpty();
        assertThat(codes("P-MEDIC")).isEmpty();
        assertThat(codes("P-404")).isEmpty();
    }

    @Test
    void shouldSpeakAgainstWhoCannotDoItOrIsNotOnShift() {
        assertThat(codes("P-LOW")).containsExactly(ReasonCode.LEVEL_TOO_LOW);
        assertThat(codes("P-PATROL")).containsExactly(ReasonCode.SKILL_MISSING);
        assertThat(codes("P-NIGHT")).containsExactly(ReasonCode.OFF_SHIFT);
    }

    @Test
    void shouldLeaveItToTheDeskWhetherSomebodyIsFree() {
        projection.apply(new PersonStatus("live", "P-FIRE", 1, Availability.ASSIGNED, "A-1", "I-2", NOW));
        assertThat(codes("P-FIRE")).isEmpty();
    }

    private List<ReasonCode> codes(String personId) {
        return projection.objections("fire", personId, NOW).stream()
                .map(Reason::code)
                .toList();
    }
}
