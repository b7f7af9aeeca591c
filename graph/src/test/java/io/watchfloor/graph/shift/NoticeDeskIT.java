package io.watchfloor.graph.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Notice;
import io.watchfloor.contract.Notice.Receipt;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.graph.SettableClock;
import io.watchfloor.graph.audit.Outbox;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.decision.Outcome;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.SampleDistrict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeDeskIT {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    private final GraphSettings settings = ForkedGraph.shared().settings();
    private final SettableClock clock = new SettableClock(START);
    private final Graph graph = GraphForTests.open(settings, clock);
    private final NoticeDesk desk = graph.noticeDesk(Asked.NOW);
    private List<String> ids;

    @BeforeEach
    void importDistrict() {
        ForkedGraph.shared().wipe();
        GraphForTests.migrateOnce(graph);
        SampleDistrict.writeTo(folder);
        assertThat(graph.districtImport().importFrom(folder).faults()).isEmpty();
        ids = graph.readDistrict().people().stream()
                .map(District.Person::id)
                .sorted()
                .limit(2)
                .toList();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldTellEverybodyOnceAndPublishEachConfirmation() {
        Notice sent = desk.send("live", "原地等候", List.of(ids.get(1), ids.get(0), ids.get(0), "nobody"), "王值班")
                .value();
        assertThat(sent.receipts()).containsExactly(new Receipt(ids.get(0), null), new Receipt(ids.get(1), null));
        assertThat(sent.until()).isEqualTo(START.plus(NoticeDesk.STANDS));

        clock.advance(Duration.ofMinutes(1));
        Notice confirmed =
                desk.confirm("live", sent.id(), ids.get(1), "responder").value();
        assertThat(confirmed.version()).isEqualTo(2);
        assertThat(confirmed.receipts())
                .containsExactly(new Receipt(ids.get(0), null), new Receipt(ids.get(1), clock.instant()));
        clock.advance(Duration.ofMinutes(1));
        assertThat(desk.confirm("live", sent.id(), ids.get(1), "responder").value())
                .isEqualTo(confirmed);

        assertThat(desk.list("live")).containsExactly(confirmed);
        assertThat(desk.list("drill-1")).isEmpty();
        assertThat(GraphForTests.run(
                        settings,
                        "MATCH (row:Audit) RETURN row.action AS action, row.about AS about ORDER BY row.sequence",
                        Map.of()))
                .hasSize(2);
        assertThat(graph.outbox().listOldest(10))
                .extracting(Outbox.Entry::messageKind)
                .containsExactly("notice", "notice");
    }

    @Test
    void shouldSayWhenItWasConfirmedWhereThatIsToldLater() {
        Notice sent = desk.send("live", "x", ids, "王值班").value();
        Instant inTheTunnel = START.plusSeconds(30);
        clock.advance(Duration.ofMinutes(10));
        Outcome<Notice> told = graph.noticeDesk(new Asked(null, null, inTheTunnel))
                .confirm("live", sent.id(), ids.get(0), "responder");
        assertThat(told.value().receipts().get(0).confirmedAt()).isEqualTo(inTheTunnel);
    }

    @Test
    void shouldRefuseInBothLanguagesAndAuditIt() {
        Outcome<Notice> nobody = desk.send("live", "x", List.of("nobody"), "王值班");
        assertThat(nobody.refusal().refusal()).isEqualTo(Refusal.NOBODY_TO_TELL);
        assertThat(nobody.refusal().detailZh()).isNotBlank();
        assertThat(nobody.refusal().detailEn()).isNotBlank();
        Notice sent = desk.send("live", "x", List.of(ids.get(0)), "王值班").value();
        assertThat(desk.confirm("live", sent.id(), ids.get(1), "x").refusal().refusal())
                .isEqualTo(Refusal.NOTICE_UNKNOWN);
        assertThat(desk.confirm("drill-1", sent.id(), ids.get(0), "x").refusal().refusal())
                .isEqualTo(Refusal.NOTICE_UNKNOWN);
        assertThat(GraphForTests.run(
                        settings,
                        "MATCH (row:Audit) WHERE row.refusal IS NOT NULL RETURN row.refusal AS why",
                        Map.of()))
                .hasSize(3);
    }

    @Test
    void shouldTakeSoManyAtOnceAndForgetThemWhenTheirTimeIsOver() {
        IntStream.range(0, NoticeDesk.MOST_STANDING)
                .forEach(i -> assertThat(desk.send("live", "x" + i, ids, "王值班").isDone())
                        .isTrue());
        assertThat(desk.send("live", "one more", ids, "王值班").refusal().refusal())
                .isEqualTo(Refusal.TOO_MANY_NOTICES);
        clock.advance(NoticeDesk.STANDS.plusSeconds(1));
        assertThat(desk.list("live")).isEmpty();
        assertThat(desk.send("live", "one more", ids, "王值班").isDone()).isTrue();
    }
}
