package io.watchfloor.graph.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.AssignmentState;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.graph.SettableClock;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.district.SampleDistrict;
import io.watchfloor.graph.plan.StandbyOrders.Order;
import io.watchfloor.graph.plan.StandbyOrders.Told;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandbyOrdersIT {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    private final GraphSettings settings = ForkedGraph.shared().settings();
    private final SettableClock clock = new SettableClock(START);
    private final Graph graph = GraphForTests.open(settings, clock);
    private final StandbyOrders desk = graph.standbyOrders();

    @BeforeEach
    void importDistrict() {
        ForkedGraph.shared().wipe();
        GraphForTests.migrateOnce(graph);
        SampleDistrict.writeTo(folder);
        assertThat(graph.districtImport().importFrom(folder).faults()).isEmpty();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    private String anyone() {
        return graph.readDistrict().people().get(0).id();
    }

    private String cell(int number) {
        return graph.readDistrict().cells().get(number).id();
    }

    @Test
    void shouldKeepWhoWasToldWhereForAnHourAndAuditItOnce() {
        Told told = desk.tell("live", anyone(), cell(0), "王值班");
        assertThat(told.order()).isEqualTo(new Order(anyone(), cell(0), "王值班", START));
        assertThat(desk.tell("live", anyone(), cell(0), "李值班").order()).isEqualTo(told.order());
        assertThat(desk.list("live")).containsExactly(told.order());
        assertThat(desk.list("drill-1")).isEmpty();
        assertThat(GraphForTests.run(
                        settings,
                        "MATCH (row:Audit) RETURN row.action AS action, row.personId AS person, row.about AS about",
                        Map.of()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("action").asString()).isEqualTo("tell-standby");
                    assertThat(row.get("person").asString()).isEqualTo(anyone());
                    assertThat(row.get("about").asString()).isEqualTo(cell(0));
                });

        clock.advance(StandbyOrders.HOLDS);
        assertThat(desk.list("live")).isEmpty();
    }

    @Test
    void shouldHoldNoLongerThanUntilThePersonIsSent() {
        desk.tell("live", anyone(), cell(0), "王值班");
        clock.advance(Duration.ofSeconds(10));
        DeskResult sent = graph.dutyDesk().assign("live", "I-1", anyone(), "李值班");
        assertThat(desk.list("live")).isEmpty();
        graph.dutyDesk().advance("live", sent.assignment().id(), AssignmentState.RECALLED, "李值班", "不必去了");
        assertThat(desk.list("live")).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        assertThat(desk.tell("live", anyone(), cell(0), "李值班").order().by()).isEqualTo("李值班");
        assertThat(desk.list("live")).hasSize(1);
    }

    @Test
    void shouldRefuseWhoIsBoundWhoIsUnknownAndWhereNothingIsAndKeepThatTheyWereAsked() {
        assertThat(desk.tell("live", "P-nobody", cell(0), "王值班").refusal().refusal())
                .isEqualTo(Refusal.PERSON_UNKNOWN);
        assertThat(desk.tell("live", anyone(), "C-nowhere", "王值班").refusal().refusal())
                .isEqualTo(Refusal.PLACE_UNKNOWN);
        assertThat(graph.dutyDesk().assign("live", "I-1", anyone(), "李值班").isDone())
                .isTrue();
        DeskResult refusal = desk.tell("live", anyone(), cell(0), "王值班").refusal();
        assertThat(refusal.refusal()).isEqualTo(Refusal.PERSON_TAKEN);
        assertThat(refusal.heldBy()).isEqualTo("李值班");
        assertThat(desk.list("live")).isEmpty();
        assertThat(GraphForTests.run(
                        settings,
                        "MATCH (row:Audit {action: 'tell-standby'}) RETURN row.refusal AS refusal ORDER BY"
                                + " row.sequence",
                        Map.of()))
                .extracting(row -> row.get("refusal").asString())
                .containsExactly("PERSON_UNKNOWN", "PLACE_UNKNOWN", "PERSON_TAKEN");
        assertThat(graph.auditLog().verify("live").isIntact()).isTrue();
    }
}
