package io.watchfloor.drill.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.drill.officer.DeskRules.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeskRulesTest {
    private static final Instant OPENED = Instant.parse("2026-03-02T01:00:00Z");
    private static final String ME = SimulatedOfficer.NAME;
    private static final int FEW = 10;

    private final DeskRules rules = new DeskRules(ME, 7);
    private final String sentTo = find(true);
    private final String byPhone = find(false);

    @Test
    void shouldLeaveAnIncidentToTheHumansForAWhile() {
        IncidentView untouched = incident(sentTo, IncidentState.REPORTED, null);

        assertThat(rules.decide(untouched, List.of(), FEW, OPENED.plusSeconds(44)))
                .isEqualTo(Move.LEAVE);
        assertThat(rules.decide(untouched, List.of(), FEW, OPENED.plusSeconds(121)))
                .isEqualTo(Move.ACKNOWLEDGE);
    }

    @Test
    void shouldNeverTouchWhatAHumanAcknowledged() {
        IncidentView theirs = incident(sentTo, IncidentState.OPENED, "王值班");

        for (int minutes = 0; minutes < 600; minutes++) {
            Instant now = OPENED.plus(Duration.ofMinutes(minutes));
            assertThat(rules.decide(theirs, List.of(), 500, now)).isEqualTo(Move.LEAVE);
            assertThat(rules.decide(theirs, List.of(assignment("王值班", AssignmentState.DONE)), FEW, now))
                    .isEqualTo(Move.LEAVE);
        }
    }

    @Test
    void shouldLetGoOfItsOwnWhenAHumanSendsSomebody() {
        IncidentView mine = incident(sentTo, IncidentState.DISPATCHED, ME);
        List<Assignment> mixed = List.of(assignment(ME, AssignmentState.DONE), assignment("王值班", AssignmentState.DONE));

        assertThat(rules.decide(mine, mixed, FEW, OPENED.plusSeconds(3_600))).isEqualTo(Move.LEAVE);
    }

    @Test
    void shouldSendSomebodyAndWaitForThem() {
        IncidentView mine = incident(sentTo, IncidentState.OPENED, ME);

        assertThat(rules.decide(mine, List.of(), FEW, OPENED.plusSeconds(5))).isEqualTo(Move.SEND);
        for (AssignmentState state : AssignmentState.values()) {
            if (state.isActive()) {
                assertThat(rules.decide(mine, List.of(assignment(ME, state)), FEW, OPENED.plusSeconds(3_600)))
                        .isEqualTo(Move.LEAVE);
            }
        }
    }

    @Test
    void shouldSendSomebodyElseAfterADecline() {
        IncidentView mine = incident(sentTo, IncidentState.DISPATCHED, ME);

        assertThat(rules.decide(mine, List.of(assignment(ME, AssignmentState.DECLINED)), FEW, OPENED.plusSeconds(30)))
                .isEqualTo(Move.SEND);
    }

    @Test
    void shouldCloseAMinuteAfterTheReportBack() {
        IncidentView mine = incident(sentTo, IncidentState.REPORTED_BACK, ME);
        List<Assignment> done = List.of(assignment(ME, AssignmentState.DONE));

        assertThat(rules.decide(mine, done, FEW, OPENED.plusSeconds(59))).isEqualTo(Move.LEAVE);
        assertThat(rules.decide(mine, done, FEW, OPENED.plusSeconds(60))).isEqualTo(Move.CLOSE);
    }

    @Test
    void shouldSettleAFifthByPhoneAndHandOnWhatNobodyIsFreeFor() {
        IncidentView phoned = incident(byPhone, IncidentState.OPENED, ME);
        assertThat(rules.decide(phoned, List.of(), FEW, OPENED.plusSeconds(20))).isEqualTo(Move.LEAVE);
        assertThat(rules.decide(phoned, List.of(), FEW, OPENED.plusSeconds(25))).isEqualTo(Move.CLOSE);

        IncidentView nobody = incident(sentTo, IncidentState.OPENED, ME);
        assertThat(rules.decide(nobody, List.of(), FEW, OPENED.plusSeconds(3_600)))
                .isEqualTo(Move.CLOSE);

        long sent =
                IntStream.range(0, 1_000).filter(i -> rules.isSentTo("I-" + i)).count();
        assertThat(sent).isBetween(750L, 850L);
    }

    @Test
    void shouldHurryWhenTooMuchIsOpen() {
        assertThat(rules.patience(sentTo, 300)).isLessThan(Duration.ofSeconds(13));
        assertThat(rules.patience(sentTo, 10)).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(120));
        assertThat(rules.patience(byPhone, 10)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(7));
    }

    @Test
    void shouldLeaveWhatIsClosed() {
        assertThat(rules.decide(incident(sentTo, IncidentState.CLOSED, ME), List.of(), FEW, OPENED.plusSeconds(9_999)))
                .isEqualTo(Move.LEAVE);
    }

    private String find(boolean sent) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "I-" + i)
                .filter(id -> rules.isSentTo(id) == sent)
                .findFirst()
                .orElseThrow();
    }

    private static IncidentView incident(String id, IncidentState state, String acknowledgedBy) {
        Instant acknowledgedAt = acknowledgedBy == null ? null : OPENED;
        return new IncidentView(
                id,
                1,
                "noise",
                Grade.IV,
                state,
                "太吵了",
                30.28,
                120.28,
                null,
                null,
                1,
                OPENED,
                OPENED,
                OPENED,
                acknowledgedBy,
                acknowledgedAt,
                null,
                null,
                null,
                null,
                null,
                1,
                PlacedBy.REPORT,
                null,
                Mood.NEUTRAL,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Assignment assignment(String by, AssignmentState state) {
        return new Assignment(
                "live", "A-" + by, 1, "I-1", "P-001", state, by, null, OPENED, null, null, null, null, OPENED);
    }
}
