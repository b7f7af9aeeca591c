package io.watchfloor.graph.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.graph.archive.IncidentArchive;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.decision.Outcome;
import io.watchfloor.graph.shift.ShiftDesk.Handover;
import io.watchfloor.graph.shift.ShiftDesk.Note;
import io.watchfloor.graph.shift.ShiftDesk.Snooze;
import io.watchfloor.graph.shift.ShiftDesk.Standing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShiftDeskIT {
    private static final String LIVE = "live";
    private static final String DRILL = "drill-1";
    private static final String WANG = "王值班";
    private static final String LI = "李值班";
    private static final String CONTENT = "{\"open\":[\"I-1\"]}";

    private final GraphSettings settings = ForkedGraph.shared().settings();
    private Graph graph;
    private ShiftDesk desk;

    @BeforeEach
    void open() {
        graph = GraphForTests.openEmpty(Clock.systemUTC());
        desk = graph.shiftDesk();
    }

    @AfterEach
    void theLogIsWhole() {
        assertThat(graph.auditLog().verify(LIVE).isIntact()).isTrue();
        graph.close();
    }

    @Test
    void shouldKeepNotesInTheTimelineAndPromisesUntilTheyAreKept() {
        desk.note(LIVE, "I-1", "门牌看不清", null, WANG);
        Note promise = desk.note(LIVE, "I-1", "回电来电人", 30, WANG).value();
        Note later = desk.note(LIVE, "I-2", "复查", 60, WANG).value();

        assertThat(promise.dueAt()).isEqualTo(promise.at().plus(Duration.ofMinutes(30)));
        assertThat(desk.standing(LIVE).promises()).containsExactly(promise, later);
        assertThat(desk.standing(DRILL).promises()).isEmpty();

        Note kept = desk.done(LIVE, promise.id(), LI).value();
        assertThat(kept.doneBy()).isEqualTo(LI);
        assertThat(desk.done(LIVE, promise.id(), WANG).value()).isEqualTo(kept);
        assertThat(desk.standing(LIVE).promises()).containsExactly(later);
        assertThat(graph.incidentArchive().listTimeline(LIVE, "I-1"))
                .extracting(IncidentArchive.TimelineEntry::action, IncidentArchive.TimelineEntry::note)
                .containsExactly(tuple("note", "门牌看不清"), tuple("promise", "回电来电人"), tuple("promise-kept", "回电来电人"));
    }

    @Test
    void shouldPutAnIncidentOffOnlyForAReasonAndATime() {
        Snooze first = desk.snooze(LIVE, "I-1", 30, "夜间抢修", WANG).value();
        Snooze again = desk.snooze(LIVE, "I-1", 30, "夜间抢修", WANG).value();

        assertThat(first.until()).isEqualTo(first.at().plus(Duration.ofMinutes(30)));
        assertThat(again).isEqualTo(first);
        assertThat(desk.standing(LIVE).snoozes()).containsExactly(first);
        assertThat(refusal(desk.snooze(LIVE, "I-1", 30, " ", WANG))).isEqualTo(Refusal.REASON_MISSING);
        for (int minutes : List.of(0, ShiftDesk.MOST_SNOOZE_MINUTES + 1)) {
            assertThat(refusal(desk.snooze(LIVE, "I-1", minutes, "x", WANG))).isEqualTo(Refusal.MINUTES_OUT_OF_RANGE);
        }

        assertThat(desk.unsnooze(LIVE, "I-1", LI).value().until()).isNull();
        assertThat(desk.unsnooze(LIVE, "I-1", LI).isDone()).isTrue();
        assertThat(desk.standing(LIVE).snoozes()).isEmpty();
        assertThat(graph.auditLog().verify(LIVE).rows()).isEqualTo(5);
    }

    @Test
    void shouldShowNoSnoozeThatRanOut() {
        desk.snooze(LIVE, "I-1", 1, "稍后", WANG);
        GraphForTests.run(
                settings, "MATCH (n:IncidentSnooze) SET n.until = datetime('2020-01-01T00:00:00Z')", Map.of());

        assertThat(desk.standing(LIVE).snoozes()).isEmpty();
    }

    @Test
    void shouldHandOverNoSnoozeOfWhatIsClosed() {
        desk.snooze(LIVE, "I-1", 60, "天亮再看", WANG);
        desk.snooze(LIVE, "I-2", 60, "天亮再看", WANG);
        graph.dutyDesk().acknowledge(LIVE, "I-1", WANG);

        assertThat(graph.dutyDesk().close(LIVE, "I-1", WANG, "已电话处理").isDone()).isTrue();

        assertThat(desk.standing(LIVE).snoozes()).extracting(Snooze::incidentId).containsExactly("I-2");

        IncidentDecision again = graph.dutyDesk().reopen(LIVE, "I-1", LI, "又响了").decision();
        assertThat(again.snooze()).isNull();
        assertThat(desk.standing(LIVE).snoozes())
                .as("as the incident says")
                .extracting(Snooze::incidentId)
                .containsExactly("I-2");
    }

    @Test
    void shouldHandOverToSomebodyElse() {
        Handover made =
                desk.handOver(LIVE, CONTENT, "三号桥有人看守", List.of("area-1"), WANG).value();

        assertThat(refusal(desk.sign(LIVE, made.id(), WANG))).isEqualTo(Refusal.OWN_HANDOVER);
        Handover signed = desk.sign(LIVE, made.id(), LI).value();
        assertThat(signed.signedBy()).isEqualTo(LI);
        assertThat(desk.sign(LIVE, made.id(), LI).value()).isEqualTo(signed);
        Outcome<Handover> late = desk.sign(LIVE, made.id(), "赵值班");
        assertThat(refusal(late)).isEqualTo(Refusal.HANDOVER_SIGNED);
        assertThat(late.refusal().detailEn()).contains(LI);

        Standing standing = desk.standing(LIVE);
        assertThat(standing.handovers())
                .extracting(Handover::id, Handover::content, Handover::signedBy)
                .containsExactly(tuple(made.id(), null, LI));
        assertThat(desk.findHandover(LIVE, made.id())).contains(signed);
        assertThat(desk.findHandover(DRILL, made.id())).isEmpty();
    }

    @Test
    void shouldNoticeThatAHandoverWasChanged() {
        Handover made = desk.handOver(LIVE, CONTENT, null, List.of(), WANG).value();
        assertThat(desk.isIntact(LIVE, made.id())).isTrue();

        GraphForTests.run(settings, "MATCH (n:Handover) SET n.content = '{\"open\":[]}'", Map.of());

        assertThat(desk.isIntact(LIVE, made.id())).isFalse();
        assertThat(desk.isIntact(LIVE, "H-UNKNOWN")).isFalse();
    }

    @Test
    void shouldLetOnlyOneOfManySign() throws Exception {
        Handover made = desk.handOver(LIVE, CONTENT, null, List.of(), WANG).value();
        ExecutorService officers = Executors.newFixedThreadPool(6);
        List<Callable<Outcome<Handover>>> attempts = IntStream.range(0, 12)
                .<Callable<Outcome<Handover>>>mapToObj(i -> () -> desk.sign(LIVE, made.id(), "officer-" + i))
                .toList();
        int signed = 0;
        for (Future<Outcome<Handover>> attempt : officers.invokeAll(attempts)) {
            signed += attempt.get().isDone() ? 1 : 0;
        }
        officers.shutdown();

        assertThat(signed).isEqualTo(1);
    }

    @Test
    void shouldRefuseWhatIsNotThere() {
        assertThat(refusal(desk.note(LIVE, "nothing", "x", null, WANG))).isEqualTo(Refusal.INCIDENT_UNKNOWN);
        assertThat(refusal(desk.note(LIVE, "I-1", "x", 0, WANG))).isEqualTo(Refusal.MINUTES_OUT_OF_RANGE);
        assertThat(refusal(desk.done(LIVE, "N-UNKNOWN", WANG))).isEqualTo(Refusal.NOTE_UNKNOWN);
        assertThat(refusal(desk.snooze(LIVE, null, 5, "x", WANG))).isEqualTo(Refusal.INCIDENT_UNKNOWN);
        assertThat(refusal(desk.unsnooze(LIVE, "?", WANG))).isEqualTo(Refusal.INCIDENT_UNKNOWN);
        assertThat(refusal(desk.sign(LIVE, "H-UNKNOWN", WANG))).isEqualTo(Refusal.HANDOVER_UNKNOWN);
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return outcome.refusal().refusal();
    }
}
