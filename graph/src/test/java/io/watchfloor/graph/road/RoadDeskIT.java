package io.watchfloor.graph.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.RoadClosure;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.graph.TickingClock;
import io.watchfloor.graph.district.SampleDistrict;
import io.watchfloor.graph.road.RoadDesk.Refusal;
import io.watchfloor.graph.road.RoadDesk.RoadResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadDeskIT {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant UNTIL = START.plusSeconds(7_200);

    @TempDir
    Path folder;

    private final GraphSettings settings = ForkedGraph.shared().settings();
    private final Graph graph = GraphForTests.open(settings, new TickingClock(START));
    private final RoadDesk desk = graph.roadDesk();

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

    @Test
    void shouldCloseRoadsAuditItAndTellThePicture() {
        RoadResult result = desk.close("live", List.of("R-2", "R-1", "R-2"), "路面塌陷", UNTIL, "王值班");

        assertThat(result.closures())
                .extracting(RoadClosure::roadId, RoadClosure::version, RoadClosure::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("R-1", 1L, UNTIL),
                        org.assertj.core.groups.Tuple.tuple("R-2", 1L, UNTIL));
        assertThat(desk.list("live")).isEqualTo(result.closures());
        assertThat(desk.list("drill")).isEmpty();
        assertThat(graph.outbox().listOldest(10))
                .extracting(entry -> MessageCodec.decode(entry.messageJson()))
                .containsExactlyElementsOf(result.closures());
        assertThat(GraphForTests.run(
                        settings, "MATCH (row:Audit) RETURN row.action AS action, row.actor AS actor", Map.of()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("action").asString()).isEqualTo("close-road");
                    assertThat(row.get("actor").asString()).isEqualTo("王值班");
                });
    }

    @Test
    void shouldChangeNothingTheSecondTimeAndOpenAgain() {
        desk.close("live", List.of("R-1"), "路面塌陷", UNTIL, "王值班");

        assertThat(desk.close("live", List.of("R-1"), "路面塌陷", UNTIL, "李值班").closures())
                .extracting(RoadClosure::version)
                .containsExactly(1L);
        assertThat(desk.open("live", List.of("R-1"), "李值班").closures())
                .extracting(RoadClosure::version, RoadClosure::closed)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, false));
        assertThat(desk.list("live")).isEmpty();
        assertThat(graph.auditLog().verify("live").isIntact()).isTrue();
    }

    @Test
    void shouldRefuseAnUnknownRoadNoReasonAndAnEndThatHasPassed() {
        assertThat(desk.close("live", List.of("R-9"), "塌陷", null, "王值班").refusal())
                .isEqualTo(Refusal.ROAD_UNKNOWN);
        assertThat(desk.close("live", List.of("R-1"), " ", null, "王值班").refusal())
                .isEqualTo(Refusal.REASON_MISSING);
        assertThat(desk.close("live", List.of("R-1"), "塌陷", START.minusSeconds(1), "王值班")
                        .refusal())
                .isEqualTo(Refusal.UNTIL_PASSED);
        assertThat(desk.list("live")).isEmpty();
        assertThat(GraphForTests.run(
                        settings,
                        "MATCH (row:Audit) RETURN row.action AS action, row.refusal AS refusal, row.about AS about"
                                + " ORDER BY row.sequence",
                        Map.of()))
                .extracting(row -> row.get("action").asString() + " "
                        + row.get("refusal").asString() + " " + row.get("about").asString())
                .containsExactly(
                        "close-road ROAD_UNKNOWN R-9", "close-road REASON_MISSING R-1", "close-road UNTIL_PASSED R-1");
        assertThat(graph.auditLog().verify("live").isIntact()).isTrue();
    }
}
