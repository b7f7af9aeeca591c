package io.watchfloor.graph.desk;

import static io.watchfloor.graph.desk.Observed.incident;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.AssignmentState;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.TickingClock;
import io.watchfloor.graph.district.SampleDistrict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamiliarityIT {
    @TempDir
    Path folder;

    private final Graph graph = GraphForTests.open(ForkedGraph.shared().settings(), new TickingClock(Observed.START));

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
    void shouldGrowWithWhatIsDoneInACellAndNotShrinkByAnImport() throws IOException {
        graph.incidentFiling().file(List.of(incident("I-1", 1, "fire", 1)), List.of());
        String cell = GraphForTests.run(
                        ForkedGraph.shared().settings(),
                        "MATCH (:Incident {id: 'I-1'})-[:LOCATED_IN]->(cell:Cell) RETURN cell.id AS id",
                        Map.of())
                .get(0)
                .get("id")
                .asString();

        finish("live");
        finish("live");
        finish("drill-1");

        assertThat(visits("P-1")).isEqualTo(Map.of(cell, 2));
        Files.writeString(
                folder.resolve("familiarity.csv"), "person_id,cell_id,visits\nP-1," + cell + ",1\nP-2,C-2,7\n");
        assertThat(graph.districtImport().importFrom(folder).faults()).isEmpty();
        assertThat(visits("P-1")).isEqualTo(Map.of(cell, 2));
        assertThat(visits("P-2")).isEqualTo(Map.of("C-2", 7));
    }

    private void finish(String world) {
        String sent =
                graph.dutyDesk().assign(world, "I-1", "P-1", "王值班").assignment().id();
        graph.dutyDesk().advance(world, sent, AssignmentState.ACCEPTED, "P-1", null);
        assertThat(graph.dutyDesk()
                        .advance(world, sent, AssignmentState.DONE, "P-1", null)
                        .isDone())
                .isTrue();
    }

    private Map<String, Integer> visits(String personId) {
        return graph.readDistrict().people().stream()
                .filter(person -> person.id().equals(personId))
                .findFirst()
                .orElseThrow()
                .visitsByCell();
    }
}
