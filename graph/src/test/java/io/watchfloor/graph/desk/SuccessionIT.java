package io.watchfloor.graph.desk;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentOrigin;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.SuccessionState;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.SettableClock;
import io.watchfloor.graph.archive.IncidentArchive.TimelineEntry;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.desk.DutyDesk.Offer;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers that time out and go down the list, people who come and leave by themselves, and sends that are undone. */
class SuccessionIT {
    private static final String LIVE = "live";
    private static final String FIRE = "I-FIRE000001";
    private static final String OFFICER = "王值班";
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Offer DOWN_THE_LIST = new Offer(Duration.ofSeconds(60), 3);

    private final SettableClock clock = new SettableClock(START);
    private Graph graph;
    private DutyDesk desk;

    @BeforeEach
    void open() {
        DistrictDraft draft = new DistrictDraft().place("J1", 0, 0);
        for (int i = 1; i <= 6; i++) {
            draft.person("P-" + i, "J1", holds("patrol", 3));
        }
        graph = GraphForTests.openWith(draft.build(), clock);
        desk = graph.dutyDesk();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldTimeAnOfferOutWhenItsTimeIsOverAndNotBefore() {
        Assignment sent = send("P-1", new Offer(Duration.ofSeconds(60), 1));
        assertThat(sent.answerBy()).isEqualTo(START.plusSeconds(60));

        clock.advance(Duration.ofSeconds(59));
        assertThat(desk.timeOut(LIVE, sent.id()).assignment().state()).isEqualTo(AssignmentState.OFFERED);
        clock.advance(Duration.ofSeconds(1));
        DeskResult over = desk.timeOut(LIVE, sent.id());

        assertThat(over.assignment().state()).isEqualTo(AssignmentState.TIMED_OUT);
        assertThat(over.person().availability()).isEqualTo(Availability.FREE);
        assertThat(over.decision().state()).isEqualTo(IncidentState.REPORTED);
        DeskResult late = desk.advance(LIVE, sent.id(), AssignmentState.ACCEPTED, "P-1", null);
        assertThat(late.refusal()).isEqualTo(Refusal.STEP_NOT_ALLOWED);
        assertThat(late.detailZh()).contains("超时未应答");
        assertThat(actions()).containsExactly("assign", "time-out");
    }

    @Test
    void shouldKeepAnOfferThatWasAcceptedAtTheLastMoment() {
        Assignment sent = send("P-1", DOWN_THE_LIST);
        clock.advance(Duration.ofSeconds(61));
        desk.advance(LIVE, sent.id(), AssignmentState.ACCEPTED, "P-1", null);

        DeskResult result = desk.timeOut(LIVE, sent.id());

        assertThat(result.assignment().state()).isEqualTo(AssignmentState.ACCEPTED);
        assertThat(result.assignment().succession().state()).isEqualTo(SuccessionState.ACCEPTED);
    }

    @Test
    void shouldTimeOutAndOfferOnOnceHoweverManyAskAtOnce() throws Exception {
        Assignment sent = send("P-1", DOWN_THE_LIST);
        clock.advance(Duration.ofSeconds(60));

        race(asker -> desk.timeOut(LIVE, sent.id()));
        race(asker -> desk.offerNext(LIVE, sent.id(), "P-" + (2 + asker % 5)));

        List<Assignment> all = stored();
        assertThat(all).hasSize(2);
        Assignment next = all.get(1);
        assertThat(all.get(0).succession().state()).isEqualTo(SuccessionState.PASSED);
        assertThat(all.get(0).succession().successorId()).isEqualTo(next.id());
        assertThat(next.origin()).isEqualTo(AssignmentOrigin.NEXT_IN_LINE);
        assertThat(next.assignedBy()).isEqualTo(OFFICER);
        assertThat(next.succession().attempt()).isEqualTo(2);
        assertThat(next.answerBy()).isEqualTo(START.plusSeconds(120));
        assertThat(actions()).containsExactly("assign", "time-out", "offer-next");
        assertThat(timeline().get(2).actor()).isEqualTo(OFFICER);
        assertThat(timeline().get(2).note()).isEqualTo("2/3");
        assertThat(graph.incidentArchive()
                        .find(LIVE, FIRE)
                        .orElseThrow()
                        .decision()
                        .state())
                .isEqualTo(IncidentState.DISPATCHED);
    }

    @Test
    void shouldAskTheNextAfterADeclineAndStopAfterTheLastTry() {
        Assignment first = send("P-1", DOWN_THE_LIST);
        DeskResult declined = desk.advance(LIVE, first.id(), AssignmentState.DECLINED, EndReason.TOO_FAR, "P-1", "在城西");
        assertThat(declined.assignment().succession().state()).isEqualTo(SuccessionState.DUE);
        assertThat(declined.assignment().reason()).isEqualTo(EndReason.TOO_FAR);
        assertThat(declined.decision().state()).isEqualTo(IncidentState.DISPATCHED);

        Assignment second = desk.offerNext(LIVE, first.id(), "P-2").assignment();
        desk.advance(LIVE, second.id(), AssignmentState.DECLINED, EndReason.BUSY, "P-2", null);
        Assignment third = desk.offerNext(LIVE, second.id(), "P-3").assignment();
        DeskResult last = desk.advance(LIVE, third.id(), AssignmentState.DECLINED, EndReason.BUSY, "P-3", null);

        assertThat(last.assignment().succession().state()).isEqualTo(SuccessionState.SPENT);
        assertThat(last.decision().state()).isEqualTo(IncidentState.REPORTED);
        assertThat(desk.offerNext(LIVE, third.id(), "P-4").person()).isNull();
        assertThat(stored()).hasSize(3);
    }

    @Test
    void shouldRefuseToOfferOnToSomebodyWhoIsTakenAndStillLookForTheNext() {
        Assignment first = send("P-1", DOWN_THE_LIST);
        send("P-2", Offer.PLAIN);
        desk.advance(LIVE, first.id(), AssignmentState.DECLINED, EndReason.BUSY, "P-1", null);

        assertThat(desk.offerNext(LIVE, first.id(), "P-2").refusal()).isEqualTo(Refusal.PERSON_TAKEN);
        assertThat(desk.offerNext(LIVE, first.id(), "P-3").assignment().personId())
                .isEqualTo("P-3");
    }

    @Test
    void shouldStopTheListWhenTheOfficerStepsIn() {
        Assignment recalled = send("P-1", DOWN_THE_LIST);
        DeskResult recall =
                desk.advance(LIVE, recalled.id(), AssignmentState.RECALLED, EndReason.NOT_NEEDED, OFFICER, "误报");
        assertThat(recall.assignment().succession().state()).isEqualTo(SuccessionState.STOPPED);
        assertThat(recall.assignment().endedBy()).isEqualTo(OFFICER);

        Assignment standing = send("P-2", DOWN_THE_LIST);
        desk.stopList(LIVE, standing.id(), "李值班");
        DeskResult declined = desk.advance(LIVE, standing.id(), AssignmentState.DECLINED, EndReason.BUSY, "P-2", null);
        assertThat(declined.assignment().succession().state()).isEqualTo(SuccessionState.STOPPED);

        Assignment looking = send("P-3", DOWN_THE_LIST);
        desk.advance(LIVE, looking.id(), AssignmentState.DECLINED, EndReason.BUSY, "P-3", null);
        DeskResult stopped = desk.stopList(LIVE, looking.id(), "李值班");
        assertThat(stopped.assignment().succession().state()).isEqualTo(SuccessionState.STOPPED);
        assertThat(stopped.decision().state()).isEqualTo(IncidentState.REPORTED);
        assertThat(desk.offerNext(LIVE, looking.id(), "P-4").assignment().id()).isEqualTo(looking.id());
    }

    @Test
    void shouldEndTheListWhenNobodyCanGoAndLetTheIncidentWaitAgain() {
        Assignment sent = send("P-1", DOWN_THE_LIST);
        desk.advance(LIVE, sent.id(), AssignmentState.DECLINED, EndReason.BUSY, "P-1", null);

        DeskResult ended = desk.endList(LIVE, sent.id(), SuccessionState.NOBODY);

        assertThat(ended.assignment().succession().state()).isEqualTo(SuccessionState.NOBODY);
        assertThat(ended.decision().state()).isEqualTo(IncidentState.REPORTED);
        assertThat(desk.endList(LIVE, sent.id(), SuccessionState.NOBODY)
                        .assignment()
                        .version())
                .isEqualTo(ended.assignment().version());
    }

    @Test
    void shouldLetAPersonJoinByThemselvesAndLeaveForAReason() {
        DeskResult joined = desk.joinIn(LIVE, FIRE, "P-1", "张三", "就在隔壁");
        assertThat(joined.assignment().state()).isEqualTo(AssignmentState.ACCEPTED);
        assertThat(joined.assignment().origin()).isEqualTo(AssignmentOrigin.JOINED);
        assertThat(joined.decision().state()).isEqualTo(IncidentState.DISPATCHED);
        assertThat(desk.assign(LIVE, FIRE, "P-1", OFFICER).refusal()).isEqualTo(Refusal.PERSON_TAKEN);

        String id = joined.assignment().id();
        desk.advance(LIVE, id, AssignmentState.ON_SCENE, "张三", null);
        assertThat(desk.advance(LIVE, id, AssignmentState.LEFT, "张三", null).refusal())
                .isEqualTo(Refusal.REASON_MISSING);
        DeskResult left = desk.advance(LIVE, id, AssignmentState.LEFT, EndReason.RELIEVED, "张三", null);

        assertThat(left.person().availability()).isEqualTo(Availability.FREE);
        assertThat(left.decision().state()).isEqualTo(IncidentState.REPORTED);
        assertThat(actions()).containsExactly("join-in", "arrive", "leave");
    }

    @Test
    void shouldUndoASendOnlyAtOnceAndOnlyByWhoSent() {
        Assignment sent = send("P-1", DOWN_THE_LIST);
        assertThat(desk.undo(LIVE, sent.id(), "李值班").refusal()).isEqualTo(Refusal.UNDO_TOO_LATE);

        DeskResult undone = desk.undo(LIVE, sent.id(), OFFICER);
        assertThat(undone.assignment().state()).isEqualTo(AssignmentState.RECALLED);
        assertThat(undone.assignment().reason()).isEqualTo(EndReason.MISTAKE);
        assertThat(undone.person().availability()).isEqualTo(Availability.FREE);
        assertThat(desk.undo(LIVE, sent.id(), OFFICER).isDone()).isTrue();

        Assignment late = send("P-1", Offer.PLAIN);
        clock.advance(Duration.ofSeconds(16));
        assertThat(desk.undo(LIVE, late.id(), OFFICER).refusal()).isEqualTo(Refusal.UNDO_TOO_LATE);
    }

    private Assignment send(String personId, Offer offer) {
        return desk.assign(LIVE, FIRE, personId, offer, OFFICER).assignment();
    }

    private static void race(Function<Integer, DeskResult> ask) throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<DeskResult>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                int asker = i;
                calls.add(() -> ask.apply(asker));
            }
            for (Future<DeskResult> result : askers.invokeAll(calls)) {
                result.get();
            }
        } finally {
            askers.shutdownNow();
        }
    }

    private List<Assignment> stored() {
        return graph.incidentArchive().find(LIVE, FIRE).orElseThrow().assignments();
    }

    private List<TimelineEntry> timeline() {
        return graph.incidentArchive().listTimeline(LIVE, FIRE);
    }

    private List<String> actions() {
        return timeline().stream().map(TimelineEntry::action).toList();
    }
}
