package io.watchfloor.graph.desk;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Handover;
import io.watchfloor.contract.HandoverState;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.SettableClock;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An incident in the hands of another department: its clock, and every way back. */
class HandoverIT {
    private static final String LIVE = "live";
    private static final String HOLE = "I-HOLE000001";
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock(START);
    private final ForkedGraph forked = ForkedGraph.shared();
    private Graph graph;
    private DutyDesk desk;
    private String department;

    @BeforeEach
    void open() {
        District district = new DistrictDraft()
                .place("J1", 0, 0)
                .person("P-1", "J1", holds("patrol", 3))
                .build();
        graph = GraphForTests.openWith(district, clock);
        department = district.organizations().get(0).id();
        desk = graph.dutyDesk();
        desk.acknowledge(LIVE, HOLE, "王值班");
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldHandOverWithAClockOfItsOwnAndReportBackWhenTheDepartmentIsDone() {
        IncidentDecision handed = handOver();
        assertThat(handed.state()).isEqualTo(IncidentState.DISPATCHED);
        assertThat(handed.handover().dueAt()).isEqualTo(START.plus(HOUR));
        assertThat(paths()).isEqualTo(1);
        assertThat(desk.close(LIVE, HOLE, "王值班", null).refusal()).isEqualTo(Refusal.HANDED_OVER);

        assertThat(step(HandoverStep.ACCEPT, null).decision().handover().acceptedBy())
                .isEqualTo("城管");
        IncidentDecision done = step(HandoverStep.FINISH, "已修复").decision();

        assertThat(done.state()).isEqualTo(IncidentState.REPORTED_BACK);
        assertThat(done.reportedBackAt()).isEqualTo(START);
        assertThat(paths()).isZero();
        assertThat(graph.incidentArchive().find(LIVE, HOLE).orElseThrow().decision())
                .isEqualTo(done);
        assertThat(desk.close(LIVE, HOLE, "王值班", null).isDone()).isTrue();
    }

    @Test
    void shouldComeBackToTheDeskWhenTheDepartmentGivesItBackForAReason() {
        handOver();
        assertThat(step(HandoverStep.RETURN, " ").refusal()).isEqualTo(Refusal.REASON_MISSING);

        IncidentDecision back = step(HandoverStep.RETURN, "不属本部门职责").decision();

        assertThat(back.state()).isEqualTo(IncidentState.OPENED);
        assertThat(back.handover().state()).isEqualTo(HandoverState.RETURNED);
        assertThat(back.handover().reason()).isEqualTo("不属本部门职责");
        assertThat(step(HandoverStep.URGE, "快").refusal()).isEqualTo(Refusal.NOT_HANDED_OVER);
        assertThat(handOver().handover().state()).isEqualTo(HandoverState.HANDED);
    }

    @Test
    void shouldTellTheNextRungOnceEachTimeItIsDueAndBeginAnewAfterAnExtension() {
        handOver();
        assertThat(escalate().rung()).isZero();
        clock.advance(HOUR);
        assertThat(escalate().rung()).isEqualTo(1);
        assertThat(escalate().rung()).as("told once").isEqualTo(1);
        clock.advance(Duration.ofMinutes(30));
        assertThat(escalate().rung()).isEqualTo(2);

        Handover later = desk.handover(LIVE, HOLE, HandoverStep.EXTEND, HOUR, "等配件", "城管")
                .decision()
                .handover();
        assertThat(later.dueAt()).isEqualTo(clock.instant().plus(HOUR));
        assertThat(later.rung()).isZero();
        assertThat(desk.handover(LIVE, HOLE, HandoverStep.EXTEND, HOUR, "等配件", "城管")
                        .isDone())
                .isTrue();
        assertThat(desk.handover(LIVE, HOLE, HandoverStep.EXTEND, HOUR, "等配件", "城管")
                        .refusal())
                .isEqualTo(Refusal.TARGET_OUT_OF_RANGE);
    }

    @Test
    void shouldStayWithTheDepartmentWhileOwnPeopleComeAndGo() {
        handOver();
        String id = desk.assign(LIVE, HOLE, "P-1", "王值班").assignment().id();
        desk.advance(LIVE, id, AssignmentState.ACCEPTED, "P-1", null);
        assertThat(desk.advance(LIVE, id, AssignmentState.DONE, "P-1", null)
                        .decision()
                        .state())
                .isEqualTo(IncidentState.DISPATCHED);
        assertThat(step(HandoverStep.WITHDRAW, "改由本街道处置").decision().state()).isEqualTo(IncidentState.REPORTED_BACK);
    }

    @Test
    void shouldRefuseADepartmentThatIsNotThereAndATargetThatIsNone() {
        assertThat(desk.handOver(LIVE, HOLE, "nobody", HOUR, null, "王值班").refusal())
                .isEqualTo(Refusal.ORGANIZATION_UNKNOWN);
        assertThat(desk.handOver(LIVE, HOLE, department, Duration.ZERO, null, "王值班")
                        .refusal())
                .isEqualTo(Refusal.TARGET_OUT_OF_RANGE);
    }

    private IncidentDecision handOver() {
        return desk.handOver(LIVE, HOLE, department, HOUR, "道路设施", "王值班").decision();
    }

    private DeskResult step(HandoverStep step, String reason) {
        return desk.handover(LIVE, HOLE, step, null, reason, "城管");
    }

    private Handover escalate() {
        return desk.escalateHandover(LIVE, HOLE).decision().handover();
    }

    private long paths() {
        return GraphForTests.run(
                        forked.settings(),
                        "MATCH (:Incident {id: $id})-[path:HANDED_TO]->(:Organization) RETURN count(path) AS paths",
                        Map.of("id", HOLE))
                .get(0)
                .get("paths")
                .asLong();
    }
}
