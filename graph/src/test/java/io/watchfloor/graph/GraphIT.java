package io.watchfloor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictFiles;
import io.watchfloor.graph.district.DistrictImport;
import io.watchfloor.graph.district.SampleDistrict;
import io.watchfloor.graph.district.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphIT {
    private static final int CONSTRAINTS = 36;

    @TempDir
    Path folder;

    private final GraphSettings settings = ForkedGraph.shared().settings();
    private Graph graph;

    @BeforeEach
    void open() {
        ForkedGraph.shared().wipe();
        graph = Graph.open(settings);
        graph.migrate();
        SampleDistrict.writeTo(folder);
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldMigrateAgainAndFromSeveralProcessesAtOnce() throws Exception {
        dropSchema();
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(processes.submit(() -> {
                    try (Graph another = Graph.open(settings)) {
                        another.migrate();
                    }
                }));
            }
            for (Future<?> migration : running) {
                migration.get();
            }
        } finally {
            processes.shutdownNow();
        }
        graph.migrate();

        List<String> constraints =
                GraphForTests.run(settings, "SHOW CONSTRAINTS YIELD name RETURN name", Map.of()).stream()
                        .map(row -> row.get("name").asString())
                        .filter(name -> !name.contains("Neo4jMigration") && !name.contains("neo4j_migration"))
                        .toList();
        assertThat(constraints).hasSize(CONSTRAINTS).contains("incident_key", "person_status_key", "outbox_id");
    }

    @Test
    void shouldNotWaitForALockThatNobodyGivesBackWhereNothingIsToBeDone() {
        GraphForTests.run(settings, "CREATE (:__Neo4jMigrationsLock {id: 'gone', name: 'gone'})", Map.of());

        graph.migrate();

        assertThat(GraphForTests.run(settings, "MATCH (lock:__Neo4jMigrationsLock {id: 'gone'}) RETURN lock", Map.of()))
                .as("it was not taken away, which takes three quarters of a minute")
                .hasSize(1);
    }

    @Test
    void shouldReadBackWhatWasImported() {
        assertThat(graph.readDistrict().places()).isEmpty();

        DistrictImport.Report report = graph.districtImport().importFrom(folder);

        assertThat(report.faults()).isEmpty();
        assertThat(report.rows()).isEqualTo(20);
        assertThat(report.created()).isPositive();
        assertThat(graph.readDistrict()).isEqualTo(sorted(new DistrictFiles(Uploads.folder(folder)).read()));
    }

    @Test
    void shouldMakeNothingNewWhenTheSameIsImportedAgain() {
        graph.districtImport().importFrom(folder);
        District first = graph.readDistrict();

        assertThat(graph.districtImport().importFrom(folder).created()).isZero();
        assertThat(graph.readDistrict()).isEqualTo(first);
    }

    @Test
    void shouldUpdateWhatChangedAndKeepTheHistoryOfWhoLeft() throws IOException {
        graph.districtImport().importFrom(folder);
        String assignment = graph.dutyDesk()
                .assign("live", "I-1", "P-3", "王值班")
                .assignment()
                .id();
        replace("people.csv", "P-3,王芳,Wang Fang,fire,J-2\n", "");
        replace("people.csv", "P-2,李建国,Li Jianguo,fire,J-1", "P-2,李建国,Li Jianguo,fire,J-2");
        replace("person_skills.csv", "P-1,patrol,2,\n", "");
        replace("roads.csv", "R-2,,,J-1,J-2,952,50,true\n", "");
        replace("shifts.csv", "P-1,5|1|2,20:00,08:00", "P-1,6,08:00,20:00");
        replace("requirements.csv", "fire,patrol,3,2,firefighter", "fire,patrol,2,1,");

        graph.districtImport().importFrom(folder);

        assertThat(graph.readDistrict()).isEqualTo(sorted(new DistrictFiles(Uploads.folder(folder)).read()));
        assertThat(graph.dutyDesk().assign("live", "I-2", "P-3", "王值班").refusal())
                .isEqualTo(Refusal.PERSON_UNKNOWN);
        assertThat(graph.incidentArchive()
                        .findAssignment("live", assignment)
                        .orElseThrow()
                        .personId())
                .isEqualTo("P-3");
        assertThat(GraphForTests.run(
                        settings,
                        "MATCH (:Assignment)-[:TO]->(p:Person {id: 'P-3'}) RETURN p.active AS active",
                        Map.of()))
                .singleElement()
                .satisfies(row -> assertThat(row.get("active").asBoolean()).isFalse());
    }

    @Test
    void shouldImportNothingWhenAnythingIsAtFault() throws IOException {
        replace("people.csv", "P-3,王芳,Wang Fang,fire,J-2", "P-3,王芳,Wang Fang,police,J-2");

        DistrictImport.Report report = graph.districtImport().importFrom(folder);

        assertThat(report.isDone()).isFalse();
        assertThat(report.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("people.csv");
            assertThat(fault.line()).isEqualTo(4);
            assertThat(fault.detail()).contains("police");
        });
        assertThat(GraphForTests.run(settings, "MATCH (n:Person|Cell|District) RETURN n", Map.of()))
                .isEmpty();
    }

    @Test
    void shouldRelateWhatARecommendationFollows() {
        graph.districtImport().importFrom(folder);

        assertThat(GraphForTests.run(settings, """
                        MATCH (person:Person)-[has:HAS]->(:Skill)-[:IMPLIES*0..]->(skill:Skill),
                              (:IncidentType {code: 'fire'})-[needs:REQUIRES]->(skill),
                              (person)-[:STATIONED_AT]->(:Place)-[:IN]->(:Cell)-[:IN]->(:Area)
                        WHERE has.level >= needs.level
                        RETURN person.id AS id
                        """, Map.of()))
                .extracting(row -> row.get("id").asString())
                .containsExactly("P-1");
    }

    private void replace(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private void dropSchema() {
        drop("SHOW CONSTRAINTS YIELD name RETURN name", "DROP CONSTRAINT ");
        drop("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", "DROP INDEX ");
        GraphForTests.run(settings, "MATCH (n) DETACH DELETE n", Map.of());
    }

    /** A name cannot be a parameter; these come from the server itself. */
    private void drop(String show, String drop) {
        GraphForTests.run(settings, show, Map.of())
                .forEach(row ->
                        GraphForTests.run(settings, drop + row.get("name").asString(), Map.of()));
    }

    /** As the graph gives it: by id. */
    private static District sorted(District files) {
        return new District(
                files.id(),
                files.nameZh(),
                files.nameEn(),
                files.zone(),
                files.areas(),
                files.cells(),
                files.organizations(),
                by(files.skills(), District.Skill::id),
                by(files.places(), District.Place::id),
                by(files.roads(), District.Road::id),
                by(files.people(), District.Person::id),
                files.requirements());
    }

    private static <T> List<T> by(List<T> rows, Function<T, String> id) {
        return rows.stream().sorted(Comparator.comparing(id)).toList();
    }
}
