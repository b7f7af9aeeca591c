package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Monday 4 pm in the district; whoever was asked before was asked at 2 pm. */
class EarlierAnswerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant ASKED = Instant.parse("2026-03-02T06:00:00Z");

    @Test
    void shouldSpeakAgainstWhoeverDeclinedKeptSilentLeftOrWasCalledBack() {
        Map<String, EarlierAnswer> answers = EarlierAnswer.of(List.of(
                ended("P-1", AssignmentState.DECLINED, EndReason.OTHER, "车坏了", 0),
                ended("P-2", AssignmentState.TIMED_OUT, null, "请带梯子", 0),
                ended("P-3", AssignmentState.LEFT, EndReason.UNWELL, null, 0),
                ended("P-4", AssignmentState.RECALLED, EndReason.NOT_NEEDED, null, 0),
                ended("P-5", AssignmentState.RECALLED, EndReason.MISTAKE, null, 0),
                ended("P-6", AssignmentState.RECALLED, EndReason.CALLED_AWAY, null, 0),
                ended("P-7", AssignmentState.DONE, null, null, 0),
                ended("P-8", AssignmentState.OFFERED, null, null, 0)));

        assertThat(answers.keySet()).isEqualTo(Set.of("P-1", "P-2", "P-3", "P-4"));
        assertThat(answers.get("P-1").note()).isEqualTo("车坏了");
        assertThat(answers.get("P-2").note()).as("what the officer had said").isNull();
    }

    @Test
    void shouldCountWhatSomebodyAnsweredLast() {
        assertThat(EarlierAnswer.of(List.of(
                        ended("P-1", AssignmentState.EN_ROUTE, null, null, 600),
                        ended("P-1", AssignmentState.DECLINED, EndReason.BUSY, null, 0))))
                .isEmpty();
    }

    @Test
    void shouldPassThemOverSayingWhatTheyAnsweredAndWhen() {
        Map<String, EarlierAnswer> answers = EarlierAnswer.of(List.of(
                ended("P-1", AssignmentState.DECLINED, EndReason.OTHER, "车坏了", 0),
                ended("P-2", AssignmentState.TIMED_OUT, null, null, 60)));

        Candidates found = street().candidates(site(answers), NOW, 8);

        assertThat(found.candidates()).extracting(Candidate::personId).containsExactly("P-3");
        assertThat(found.team().members())
                .extracting(member -> member.personId())
                .containsExactly("P-3");
        assertThat(reasonsOf(found, "P-1"))
                .contains(new Reason(ReasonCode.ASKED_BEFORE, "14:05 拒绝派单：车坏了", "Declined 14:05: 车坏了"));
        assertThat(reasonsOf(found, "P-2"))
                .contains(new Reason(ReasonCode.ASKED_BEFORE, "14:06 未应答", "Did not answer 14:06"));
    }

    @Test
    void shouldSayTheReasonOutOfTheListAndTheDayWhenThatWasAnother() {
        Instant dayBefore = NOW.minusSeconds(86_400);
        Map<String, EarlierAnswer> answers =
                Map.of("P-1", new EarlierAnswer(AssignmentState.DECLINED, dayBefore, EndReason.BUSY, null));

        Candidates found = street().candidates(site(answers), NOW, 8);

        assertThat(reasonsOf(found, "P-1"))
                .contains(new Reason(ReasonCode.ASKED_BEFORE, "03-01 16:00 拒绝派单：手头有事", "Declined 03-01 16:00: busy"));
    }

    private static List<Reason> reasonsOf(Candidates found, String personId) {
        return found.passedOver().stream()
                .filter(passed -> passed.personId().equals(personId))
                .findFirst()
                .orElseThrow()
                .reasons();
    }

    private static Dispatcher.Site site(Map<String, EarlierAnswer> answers) {
        return new Dispatcher.Site("I-1", "fire", lat(0), lon(0), List.of(), answers);
    }

    private static DispatchProjection street() {
        return Graph.project(new DistrictDraft()
                .skill("firefighting", "灭火", "Firefighting", false)
                .requires("fire", "firefighting", 1, 1)
                .place("SITE", 0, 0)
                .place("A", 600, 0)
                .place("B", 900, 0)
                .road("A", "SITE", 600, 36)
                .road("B", "A", 300, 36)
                .person("P-1", "A", holds("firefighting", 3))
                .person("P-2", "A", holds("firefighting", 3))
                .person("P-3", "B", holds("firefighting", 3))
                .build());
    }

    /** Offered so many seconds after two, over five minutes later. */
    private static Assignment ended(
            String personId, AssignmentState state, EndReason reason, String note, long laterSeconds) {
        Instant offeredAt = ASKED.plusSeconds(laterSeconds);
        Instant endedAt = state.isActive() ? null : offeredAt.plusSeconds(300);
        return new Assignment(
                "live",
                "A-" + personId + "-" + laterSeconds,
                2,
                "I-1",
                personId,
                state,
                "王值班",
                note,
                offeredAt,
                null,
                null,
                null,
                endedAt,
                offeredAt.plusSeconds(300),
                null,
                null,
                null,
                reason,
                null);
    }
}
