package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;

/**
 * Sixteen officers at two gateways, each a process of its own, on one Redis and one graph, after the same 200 people; they
 * send and call back, so that everybody is fought for again and again. {@code -Dwatchfloor.race.attempts} says how often.
 */
class TwoGatewaysRaceIT {
    private static final int OFFICERS = 16;
    private static final int PEOPLE = 200;
    private static final int ATTEMPTS = Integer.getInteger("watchfloor.race.attempts", 1_600);
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static final ForkedGraph NEO4J = ForkedGraph.shared();
    private static final List<GatewayProcess> GATEWAYS = new ArrayList<>();
    private static RealRedis redis;
    private static Graph graph;

    private record Attempt(String officer, String personId, int status, String heldBy, String detail) {}

    @BeforeAll
    static void start() throws IOException {
        NEO4J.wipe();
        graph = Graph.open(NEO4J.settings());
        graph.migrate();
        assertThat(graph.districtImport().importFrom(district()).faults()).isEmpty();
        redis = new RealRedis();
        PlayedPipeline pipeline = new PlayedPipeline(redis);
        for (int i = 0; i < 2; i++) {
            GATEWAYS.add(new GatewayProcess(redis, NEO4J.settings().uri(), folder.resolve("gateway-" + i + ".log")));
        }
        for (int i = 0; i < OFFICERS; i++) {
            graph.incidentFiling().file(List.of(observed("I-RACE" + i, 1)), List.of());
            pipeline.publish(observed("I-RACE" + i, 1));
        }
        for (GatewayProcess gateway : GATEWAYS) {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                pipeline.beat();
                return gateway.get("/health/ready").statusCode() == 200
                        && gateway.get("/api/v1/picture").body().contains("I-RACE" + (OFFICERS - 1));
            });
        }
    }

    @AfterAll
    static void stop() {
        GATEWAYS.forEach(GatewayProcess::close);
        graph.close();
        redis.close();
    }

    @Test
    @DisplayName("ASVS 2.3.4: nobody can be booked twice, whoever asks at once")
    void shouldSendNobodyTwiceAndTellEveryLoserWhoWon() throws Exception {
        long startNanos = System.nanoTime();
        List<Attempt> attempts = race();
        double seconds = (System.nanoTime() - startNanos) / 1e9;

        assertThat(attempts).hasSize(ATTEMPTS / OFFICERS * OFFICERS);
        assertThat(attempts).extracting(Attempt::status).containsOnly(CREATED, CONFLICT);
        Map<String, Set<String>> holders = replay();
        List<Attempt> lost = attempts.stream()
                .filter(attempt -> attempt.status() == CONFLICT)
                .toList();
        assertThat(lost).isNotEmpty().allSatisfy(attempt -> {
            assertThat(attempt.heldBy()).isNotEqualTo(attempt.officer());
            assertThat(holders.get(attempt.personId())).contains(attempt.heldBy());
            assertThat(attempt.detail()).contains(attempt.heldBy());
        });
        assertThat(graph.auditLog().verify("live").isIntact()).isTrue();
        System.out.printf(
                "two gateways, %d officers, %d people: %d attempts, %d lost, none sent twice, %.1f s%n",
                OFFICERS, PEOPLE, attempts.size(), lost.size(), seconds);
    }

    /** In the order of commits nobody is sent who is not free; who ever held whom. */
    private static Map<String, Set<String>> replay() {
        Map<String, String> holder = new HashMap<>();
        Map<String, Set<String>> holders = new HashMap<>();
        for (Record row : decided()) {
            String person = row.get("person").asString();
            String officer = row.get("officer").asString();
            if (row.get("action").asString().equals("assign")) {
                assertThat(holder.put(person, officer))
                        .as(person + " is sent twice")
                        .isNull();
                holders.computeIfAbsent(person, absent -> new HashSet<>()).add(officer);
            } else {
                assertThat(holder.remove(person)).isEqualTo(officer);
            }
        }
        return holders;
    }

    private static List<Record> decided() {
        try (Driver driver = GraphDatabase.driver(NEO4J.settings().uri(), AuthTokens.none())) {
            return driver.executableQuery("""
                            MATCH (row:Audit {world: 'live'})
                            WHERE row.refusal IS NULL AND row.action IN ['assign', 'recall']
                            RETURN row.personId AS person, row.actor AS officer, row.action AS action
                            ORDER BY row.sequence
                            """).execute().records();
        }
    }

    private static List<Attempt> race() throws Exception {
        ExecutorService officers = Executors.newFixedThreadPool(OFFICERS);
        try {
            List<Callable<List<Attempt>>> all = new ArrayList<>();
            for (int i = 0; i < OFFICERS; i++) {
                all.add(officer(i));
            }
            List<Attempt> attempts = new ArrayList<>();
            for (Future<List<Attempt>> done : officers.invokeAll(all)) {
                attempts.addAll(done.get());
            }
            return attempts;
        } finally {
            officers.shutdownNow();
        }
    }

    /** Half of them go through the roster in the same order, and so meet at every person. */
    private static Callable<List<Attempt>> officer(int number) {
        return () -> {
            GatewayProcess gateway = GATEWAYS.get(number % GATEWAYS.size());
            String officer = "officer-" + number;
            Random random = new Random(number);
            List<Attempt> attempts = new ArrayList<>();
            for (int i = 0; i < ATTEMPTS / OFFICERS; i++) {
                String person = "P-" + (number % 4 < 2 ? i % PEOPLE : random.nextInt(PEOPLE));
                HttpResponse<String> answer = assign(gateway, number, person, officer);
                JsonNode body = json(answer);
                attempts.add(new Attempt(
                        officer,
                        person,
                        answer.statusCode(),
                        body.path("heldBy").asText(null),
                        body.path("detail").asText("")));
                if (answer.statusCode() == CREATED && random.nextInt(3) > 0) {
                    gateway.post("/api/v1/assignments/" + body.get("id").asText() + "/recall", "{}", officer);
                }
            }
            return attempts;
        };
    }

    /** A graph that is too busy to finish in time says so, and the officer asks again. */
    private static HttpResponse<String> assign(GatewayProcess gateway, int number, String person, String officer)
            throws Exception {
        HttpResponse<String> answer = null;
        for (int asked = 0; asked < TRIES && (answer == null || answer.statusCode() == UNAVAILABLE); asked++) {
            answer = gateway.post(
                    "/api/v1/incidents/I-RACE" + number + "/assignments", "{\"personId\":\"" + person + "\"}", officer);
        }
        return answer;
    }

    /** The district of the other tests, with 200 people. */
    private static Path district() throws IOException {
        Path district = Files.createDirectory(folder.resolve("district"));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/district"))) {
            for (Path file : files.toList()) {
                Files.copy(file, district.resolve(file.getFileName()));
            }
        }
        write(district, "people.csv", "id,name_zh,name_en,organization_id,station_place_id", "%s,人,Person,police,pl-1");
        write(district, "person_skills.csv", "person_id,skill_id,level,certified_until", "%s,patrol,1,");
        write(district, "shifts.csv", "person_id,days,start,end", "%s,1|2|3|4|5|6|7,00:00,00:00");
        return district;
    }

    private static void write(Path district, String file, String header, String row) throws IOException {
        String rows = IntStream.range(0, PEOPLE)
                .mapToObj(i -> row.formatted("P-" + i))
                .collect(Collectors.joining("\n"));
        Files.writeString(district.resolve(file), header + "\n" + rows + "\n");
    }

    /** A gateway as the launcher starts it. */
    private static final class GatewayProcess implements AutoCloseable {
        private static final String READY = "READY gateway http=";

        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final Process process;
        private final URI address;

        GatewayProcess(RealRedis redis, URI graph, Path log) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            GatewayMain.class.getName())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "WATCHFLOOR_HTTP_PORT", "0",
                            "WATCHFLOOR_REDIS_URL", redis.address().toString(),
                            "WATCHFLOOR_GRAPH_URI", graph.toString(),
                            "WATCHFLOOR_API_KEYS", RunningGateway.keyFile().toString()));
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "gateway"));
            address = Awaitility.await().atMost(PATIENCE).until(() -> readyAt(log), found -> found != null);
        }

        private static URI readyAt(Path log) throws IOException {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.startsWith(READY))
                    .map(line -> URI.create(line.substring(READY.length())))
                    .findFirst()
                    .orElse(null);
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(
                    RunningGateway.authorized(HttpRequest.newBuilder(address.resolve(path)))
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String body, String officer) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                    .header("Content-Type", "application/json")
                    .header("X-Watchfloor-Actor", officer)
                    .header("Authorization", "Bearer " + RunningGateway.KEY)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
